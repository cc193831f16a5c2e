//! The websites of the European Commission, after `commission.europa.eu/cookies-policy_en`: name, service, purpose,
//! type and duration.

use cookie_decl::table::{SetBy, Storage};

cookie_decl::declare_cookies! {
    language en;

    /// Cookies policy
    ///
    /// Small files are stored on your device so that our websites work properly.
    pub(crate) policy for "https://commission.europa.eu" in crate::commission;

    print cookie "Name" | provider "Service" | purpose "Purpose" | duration "Cookie type and duration" | "Sites concerned";

    provider ConsentKit = "Cookie consent kit";
    provider Surveys = "Website survey tools";
    provider Drupal = "Corporate content management platform, based on Drupal open source software";
    provider ClimateAction = "Climate Action";
    provider Java = "Java IT platform";
    provider ColdFusion = "Coldfusion IT platform";
    provider Audiovisual = "Audiovisual Service video player";
    provider EuropaAnalytics = "Corporate web analytics service, based on Matomo Open Source software" { privacy: "https://commission.europa.eu/europa-analytics_en" }
    provider YouTube = "YouTube" { privacy: "https://policies.google.com/privacy", domain: "youtube.com", third_party, country: "United States" }

    /// How do we use cookies?
    ///
    /// Most are set and controlled by us; only we can read them.
    section;

    /// Visitor preferences
    ///
    /// They remember what you answered, so that you are not asked again.
    category Preferences: exempt {
        with provider = ConsentKit | set_by = script;
        cookie | provider | duration | "Sites concerned";

        /// Keeps what you chose about cookies
        "eu_cookie_consent" | _ | session | none;
        /// Keeps what you chose about cookies
        CHOICE: Consent = "cck1" | _ | 6 months | none | set_by = server | attributes = Secure;
        /// Keeps what you chose about cookies of others
        "cck3" | _ | session | none;
        /// Remembers that you answered a survey
        "ecsi", "Eurostat-SearchFeedback" | Surveys | 1 month | "ec.europa.eu/eurostat";
        /// Remembers that you answered a survey
        "clima_survey" | ClimateAction | 1 day "1 day after you close the survey" | "climate.ec.europa.eu";
    }

    /// Operational cookies
    ///
    /// Some pages do not work without these, so your consent is not needed.
    category Operational: exempt {
        cookie | provider | duration;

        /// Tells whether scripts run in your browser
        "has_js" | Drupal | session | set_by = script;
        /// Keeps your session safe during your visit
        SESSION = "JSESSIONID" | Java | session;
        /// Keeps your session safe during your visit
        "CFID", "CFTOKEN" | ColdFusion | session;
        with storage = local_storage {
            /// Is meant for the player's own statistics, not in use now
            "theoplayer-session-id" | Audiovisual | persistent;
            /// Estimates your bandwidth, for the best start of a video
            "theoplayer-stored-network-info" | Audiovisual | persistent;
        }
    }

    /// Analytics cookies
    ///
    /// We use them to improve our websites, and only with your consent.
    category Analytics: opt_in {
        with provider = EuropaAnalytics | set_by = script;
        cookie | duration;

        /// Recognises returning visitors
        "_pk_id.{site}.{hash}" | 13 months;
        /// Groups the pages of a visit
        "_pk_ses.{site}.{hash}" | rolling 30 minutes;
    }

    /// Third-party cookies
    ///
    /// Some pages show content of others. To see it, you accept their conditions first.
    category ThirdParty: opt_in {
        with provider = YouTube | set_by = third_party;
        cookie | duration;

        /// Whatever the video platform stores to play its videos
        any | unknown "for the platform to say";
    }

    translation fr {
        "United States" => "États-Unis";
        "Cookies policy" => "Politique en matière de cookies";
        "Small files are stored on your device so that our websites work properly." => "De petits fichiers sont enregistrés sur votre appareil pour que nos sites fonctionnent.";
        "Name" => "Nom";
        "Service" => "Service";
        "Purpose" => "Finalité";
        "Cookie type and duration" => "Type et durée";
        "Sites concerned" => "Sites concernés";
        "How do we use cookies?" => "Comment utilisons-nous les cookies ?";
        "Most are set and controlled by us; only we can read them." => "La plupart sont à nous ; nous seuls pouvons les lire.";
        "Visitor preferences" => "Préférences du visiteur";
        "They remember what you answered, so that you are not asked again." => "Ils retiennent vos réponses pour ne pas vous reposer la question.";
        "Keeps what you chose about cookies" => "Conserve vos choix en matière de cookies";
        "Keeps what you chose about cookies of others" => "Conserve vos choix pour les cookies de tiers";
        "Remembers that you answered a survey" => "Retient que vous avez répondu à une enquête";
        "1 day after you close the survey" => "1 jour après la fermeture de l'enquête";
        "Operational cookies" => "Cookies de fonctionnement";
        "Some pages do not work without these, so your consent is not needed." => "Certaines pages en ont besoin ; votre accord n'est pas requis.";
        "Tells whether scripts run in your browser" => "Indique si les scripts fonctionnent";
        "Keeps your session safe during your visit" => "Protège votre session";
        "Is meant for the player's own statistics, not in use now" => "Prévu pour les statistiques du lecteur, pas utilisé";
        "Estimates your bandwidth, for the best start of a video" => "Estime votre débit";
        "Analytics cookies" => "Cookies analytiques";
        "We use them to improve our websites, and only with your consent." => "Pour améliorer nos sites, avec votre accord seulement.";
        "Recognises returning visitors" => "Reconnaît les visiteurs";
        "Groups the pages of a visit" => "Regroupe les pages d'une visite";
        "ec.europa.eu/eurostat" => "ec.europa.eu/eurostat";
        "climate.ec.europa.eu" => "climate.ec.europa.eu";
        "Third-party cookies" => "Cookies de tiers";
        "Some pages show content of others. To see it, you accept their conditions first." => "Certaines pages affichent des contenus de tiers.";
        "for the platform to say" => "la plateforme en décide";
        "Whatever the video platform stores to play its videos" => "Ce que la plateforme enregistre pour lire ses vidéos";
    }
}

#[test]
fn names_match_their_rows() {
    let visit = POLICY.find("_pk_id.05e1c9f8-a1a3.8c2f").unwrap();
    assert_eq!(visit.name(), "_pk_id.{site}.{hash}");
    assert_eq!(visit.provider().unwrap().name(), "EuropaAnalytics");
    assert_eq!(
        POLICY.find("CFTOKEN").unwrap().provider().unwrap().name(),
        "ColdFusion"
    );
    assert_eq!(
        POLICY.find("theoplayer-session-id").unwrap().storage(),
        Storage::LocalStorage
    );
    assert_eq!(
        POLICY.find("ecsi").unwrap().own("Sites concerned"),
        Some("ec.europa.eu/eurostat")
    );
    assert_eq!(POLICY.find("cck3").unwrap().own("Sites concerned"), None);
    assert_eq!(cookie!("JSESSIONID").name(), "JSESSIONID");
    assert_eq!(CHOICE.duration().max_age(), Some(6 * 30 * 86_400));
}

#[test]
fn a_domain_of_others_is_a_row_without_a_name() {
    let any = POLICY.in_category(Category::ThirdParty).next().unwrap();
    assert!(any.is_any());
    assert_eq!(any.set_by(), SetBy::ThirdParty(Some("youtube.com")));
    assert!(POLICY.find("any").is_none());
}

#[test]
fn the_table_is_complete() {
    assert_eq!(POLICY.categories().len(), 4);
    assert_eq!(POLICY.declarations().len(), 15);
    assert_eq!(POLICY.by_provider(Provider::ConsentKit).count(), 3);
}
