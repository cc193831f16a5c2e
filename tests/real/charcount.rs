//! A page in Chinese, after `charcount.app/zh/cookie-zhengce/`: name, provider, purpose, validity; pairs of names in a row.

use cookie_decl::table::Duration;

cookie_decl::declare_cookies! {
    language zh;

    /// Cookie 政策
    ///
    /// 本页说明我们在您的设备上保存什么、为什么保存，以及您有哪些选择。
    pub(crate) policy for "https://charcount.app" in crate::charcount;

    print cookie "名称" | provider "提供方" | purpose "用途" | duration "有效期";

    consent elsewhere "Google";

    provider Google = "Google" { third_party }
    provider AdSense = "Google AdSense" { third_party }
    provider DoubleClick = "Google DoubleClick" { domain: "doubleclick.net", third_party }

    /// 什么是 Cookie？
    ///
    /// 网站在您打开页面时保存的小文件，使网站运行良好，并提供统计数据。
    about;

    /// 使用的类型
    ///
    /// - **绝对必要**：没有它们，某些功能无法使用
    /// - **分析**：汇总数据，了解网站的使用情况
    /// - **广告**：让广告更符合您的兴趣，避免同一广告反复出现（Google AdSense）
    section;

    cookie | duration;

    /// 您的选择
    ///
    /// 没有它们，每个页面都会重新询问您。
    #[allow(exempt_too_long, reason = "网站只写明“持久”")]
    category Choice: exempt {
        with provider = Google | set_by = script;

        /// 保存您在 TCF 框架下对广告和衡量的选择
        "euconsent-v2" | unknown "持久";
        /// 记住您的隐私选择
        "FCCDCF", "FCNEC" | unknown "持久";
    }

    /// 分析类
    category Analytics: opt_in {
        with provider = Google | set_by = script;

        /// 生成使用情况的统计数据
        "_ga" | 2 years;
        /// 保存访问状态
        "_ga_{container}" | 2 years;
        /// 区分同一天的访问
        "_gid" | 24 hours;
    }

    /// 广告类
    category Advertising: opt_in {
        with provider = AdSense | set_by = script;

        /// 衡量广告效果，限制同一广告出现的次数
        "__gads", "__gpi" | 13 months;
        /// 衡量广告在各服务中的效果
        "_gcl_au" | 90 days;
        with provider = DoubleClick | set_by = third_party {
            /// 展示个性化广告
            "IDE" | 2 years;
            /// 检查浏览器是否接受 Cookie
            "test_cookie" | session;
        }
    }
}

#[test]
fn a_lifetime_in_words_is_printed_as_it_is() {
    let row = POLICY.find("euconsent-v2").unwrap();
    assert!(matches!(row.duration(), Duration::Unknown));
    assert_eq!(row.duration_text(), Some("持久"));
    let page = POLICY.page().html();
    assert!(page.contains("lang=\"zh\""), "{page}");
    assert!(page.contains("13个月"), "{page}");
    assert!(!page.contains("什么是 cookie？"), "{page}");
}

#[test]
fn the_table_is_complete() {
    assert_eq!(POLICY.declarations().len(), 11);
}
