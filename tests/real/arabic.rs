//! A page in Arabic, after `aa-cf-pages.pages.dev/cookie-policy`: name, type, duration, purpose and party; the answer is
//! in local storage.

use cookie_decl::table::{Party, Storage};

cookie_decl::declare_cookies! {
    language ar;

    /// سياسة ملفات تعريف الارتباط
    ///
    /// ما نحفظه على جهازك، ولماذا، ولأي مدة.
    pub(crate) policy for "https://aa-cf-pages.pages.dev" in crate::arabic;

    version "مارس 2026";

    print cookie "الاسم" | storage "النوع" | duration "المدة" | purpose "الغرض" | party "الطرف";

    consent elsewhere "شريط الاختيار";

    provider Google = "Google AdSense" { domain: "doubleclick.net", third_party }

    /// ما هي ملفات تعريف الارتباط؟
    ///
    /// ملفات صغيرة تُحفظ على جهازك لتذكر ما تفضله وعرض الإعلانات. ونستخدم أيضًا `localStorage` لبعض التفضيلات.
    about;

    cookie | duration;

    /// ملفات الموقع
    ///
    /// لا يعمل الموقع بدونها، ولذلك لا نسأل عنها.
    category Own: exempt {
        /// يحفظ هل الزائر في منطقة تسري فيها اللائحة العامة لحماية البيانات (`1`) أم لا (`0`)، ويقرر ظهور السؤال
        REGION = "gdpr-region" | 1 year | attributes = Secure;
        /// يحفظ دخول المشرف عبر `/api/auth/login`، ولا تقرؤه البرامج في الصفحة
        ADMIN = "admin_token" | 2 hours;

        /// تخزين المتصفح
        ///
        /// ليست ملفات تعريف ارتباط، لكن اللائحة نفسها تسري عليها.
        section;

        with storage = local_storage | duration = persistent {
            /// يحفظ جوابك: `granted` أو `denied`، كي لا نسأل مرة أخرى
            "cookieConsentStatus" | _;
            /// يحفظ اختياراتك بصيغة JSON
            "cookieConsent" | _;
            /// يحفظ منطقة الزائر عند الجواب: `gdpr` أو `non-gdpr`
            "cookieConsentRegion" | _;
        }
    }

    /// إعلانات Google
    category Ads: opt_in {
        /// يعرض إعلانات تهمك
        "IDE" | unknown | provider = Google | set_by = third_party;
    }
}

#[test]
fn the_party_follows_from_who_sets_it() {
    let site = POLICY.site();
    assert_eq!(REGION.party(site), Party::First);
    assert_eq!(POLICY.find("IDE").unwrap().party(site), Party::Third);
    assert_eq!(
        POLICY.find("cookieConsent").unwrap().storage(),
        Storage::LocalStorage
    );
    let page = POLICY.page().html();
    assert!(page.contains("dir=\"rtl\""), "{page}");
    assert!(page.contains("<code dir=\"ltr\">granted</code>"), "{page}");
}

#[test]
fn the_table_is_complete() {
    assert_eq!(POLICY.declarations().len(), 6);
}
