//! The cookies of an open-data portal, in one table for both portals.

cookie_decl::declare_cookies! {
    language en;

    /// Cookies policy
    ///
    /// In order to provide you with the best service possible, we use cookies to ensure it
    /// functions properly, and to perform web analytics.
    pub(crate) policy in crate::cookies;

    print provider "Service provider's name" | function "Function and location" | cookie "Cookie name(s)" | purpose "Purposes";

    provider Opendatasoft = "Opendatasoft";
    provider Matomo = "Matomo (self-hosted)" { privacy: "https://matomo.org/privacy-policy/" }

    /// Cookies necessary for the platform to function properly/functionality cookies
    #[allow(no_description, reason = "the portals publish none")]
    category Necessary: exempt {
        with provider = Opendatasoft | attributes = Secure HttpOnly SameSite=Lax;
        cookie | function | duration;

        /// To remember the user from one page to another
        SESSION = "sessionid" | "Authentication (front and back office)" | 2 weeks;
        /// To remember the visitor's language
        LANGUAGE = "django_language" | "Language selection (front and back office)" | 12 months;
        // Both portals publish "front et back office".
        /// To retrieve data via API calls
        CSRF = "csrftoken" | "API (CSRF) (front et back office)" | 12 months | attributes = .. !HttpOnly;
        /// To remember the visitor's cookie preferences
        PREFERENCES: Consent = "cookies_preferences" | "Choices related to your cookie preferences" | 6 months | attributes = .. !HttpOnly;
    }

    /// Audience measurement
    ///
    /// Helps us to see which pages are read. Set only with your agreement.
    category Statistics: opt_in {
        with provider = Matomo | function = "Analytics";
        cookie | duration;

        with set_by = script {
            /// To recognise a returning visitor
            "_pk_id.{site}.{hash}" | 13 months;
            /// To group the pages of one visit
            "_pk_ses.{site}.{hash}" | rolling 30 minutes;
        }
        /// To measure which data sets are opened again
        RECENT = "recent" | 30 days;
    }

    // The portals publish their pages in English only; these translations are examples.
    translation fr {
        "Cookies policy" => "Politique relative aux cookies";
        "In order to provide you with the best service possible, we use cookies to ensure it functions properly, and to perform web analytics." =>
            "Pour vous offrir le meilleur service possible, nous utilisons des cookies qui assurent son bon fonctionnement et mesurent l’audience.";
        "Service provider's name" => "Nom du fournisseur";
        "Function and location" => "Fonction et emplacement";
        "Cookie name(s)" => "Nom du ou des cookies";
        "Purposes" => "Finalités";
        "Cookies necessary for the platform to function properly/functionality cookies" =>
            "Cookies nécessaires au bon fonctionnement de la plateforme et cookies fonctionnels";
        "Authentication (front and back office)" => "Authentification (portail et administration)";
        "To remember the user from one page to another" => "Reconnaître l’utilisateur d’une page à l’autre";
        "Language selection (front and back office)" => "Choix de la langue (portail et administration)";
        "To remember the visitor's language" => "Retenir la langue du visiteur";
        "API (CSRF) (front et back office)" => "API (CSRF) (portail et administration)";
        "To retrieve data via API calls" => "Récupérer des données par l’API";
        "Choices related to your cookie preferences" => "Vos préférences en matière de cookies";
        "To remember the visitor's cookie preferences" =>
            "Retenir les préférences du visiteur en matière de cookies";
        "Audience measurement" => "Mesure d’audience";
        "Helps us to see which pages are read. Set only with your agreement." =>
            "Nous aide à voir quelles pages sont lues. Déposés uniquement avec votre accord.";
        "Analytics" => "Mesure d’audience";
        "To recognise a returning visitor" => "Reconnaître un visiteur qui revient";
        "To group the pages of one visit" => "Regrouper les pages d’une même visite";
        "To measure which data sets are opened again" => "Mesurer quels jeux de données sont rouverts";
    }

    translation ar {
        "Cookies policy" => "سياسة ملفات تعريف الارتباط";
        "In order to provide you with the best service possible, we use cookies to ensure it functions properly, and to perform web analytics." =>
            "لنقدّم لكم أفضل خدمة ممكنة نستخدم ملفات تعريف الارتباط التي تضمن حسن عملها وتقيس الجمهور.";
        "Service provider's name" => "اسم مقدم الخدمة";
        "Function and location" => "الوظيفة والموضع";
        "Cookie name(s)" => "اسم ملف تعريف الارتباط";
        "Purposes" => "الأغراض";
        "Cookies necessary for the platform to function properly/functionality cookies" =>
            "ملفات ضرورية لعمل المنصة ولوظائفها";
        "Authentication (front and back office)" => "تسجيل الدخول (البوابة والإدارة)";
        "To remember the user from one page to another" => "تذكّر المستخدم من صفحة إلى أخرى";
        "Language selection (front and back office)" => "اختيار اللغة (البوابة والإدارة)";
        "To remember the visitor's language" => "تذكّر لغة الزائر";
        "API (CSRF) (front et back office)" => "واجهة برمجة التطبيقات (البوابة والإدارة)";
        "To retrieve data via API calls" => "استرجاع البيانات عبر واجهة برمجة التطبيقات";
        "Choices related to your cookie preferences" => "تفضيلاتكم بشأن ملفات تعريف الارتباط";
        "To remember the visitor's cookie preferences" => "تذكّر تفضيلات الزائر بشأن ملفات تعريف الارتباط";
        "Audience measurement" => "قياس الجمهور";
        "Helps us to see which pages are read. Set only with your agreement." =>
            "يساعدنا على معرفة الصفحات التي تُقرأ، ولا يُستخدم إلا بموافقتكم.";
        "Analytics" => "قياس الجمهور";
        "To recognise a returning visitor" => "التعرّف على الزائر العائد";
        "To group the pages of one visit" => "جمع صفحات الزيارة الواحدة";
        "To measure which data sets are opened again" => "قياس مجموعات البيانات التي تُفتح من جديد";
    }
}
