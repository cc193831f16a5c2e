language en;

/// Cookies
///
/// What we store.
pub(crate) policy for "https://example.org" with config: crate::Config in crate::cookies;

print cookie "Name" | purpose | "Sites concerned" | duration "Kept for" | note;

provider Us = "Us";
provider Matomo = "Matomo" { privacy: "https://matomo.org/privacy-policy/", domain: "matomo.example", third_party }

/// About us
///
/// A public body.
section;

/// Needed
///
/// The site does not work without these.
category Necessary: exempt {
    with provider = Us;
    cookie | duration | function;

    /// Keeps the visitor signed in
    SESSION = "sessionid", "sessionid_old" | session or 2 weeks "as you choose" | "Sign-in";
    /// Keeps the visitor's **language**
    LANGUAGE: crate::Locale = "language" | 12 months | _ | attributes = .. Secure={ config.tls } Path={ config.path() };
    /// Remembers the answer
    PREFERENCES: Consent = "preferences" | 6 months | _ | "Sites concerned" = "All";
    /// Holds the basket
    BASKET = "basket" | { config.lifetime } max 4 weeks | _ | attributes = Domain="example.org";
}

/// Audience
category Statistics: opt_in(revision 2, gpc, consent_mode(analytics_storage), signals(clarity_analytics, tiktok), advanced, tcf(1, 8)) {
    with provider = Matomo | set_by = script;
    cookie | duration;

    /// Tells visitors apart
    "_pk_id.{site}.{hash}" | 13 months;
    /// Draws a map
    MAP = "map" | persistent | storage = local_storage | when = { config.maps } | note = "Only with maps";
    /// Tells visits apart
    VISIT: u64 = "visit.{id}" | rolling 30 minutes | set_by = server;
    /// Whatever they set
    any | 1 day | set_by = "ads.example";
    #[allow(case_twins, reason = "the old name")]
    /// A name in other letters
    "SessionId" | 1 day;
    /// Warned of
    "_ga*" | 1 day;
}

/// Embedded media
category Media: opt_out(by provider, also Matomo "8f81bb5b69bed8a9") {
    cookie | provider | duration;
    /// Plays a video
    VIDEO = "video" | Us | 1 day;
    /// Counts plays
    "plays" | Matomo | { config.lifetime } max 4 weeks;
    /// Remembers the volume
    "volume" | Us | 1 day;
}

retired { "old" Path="/old"; "old_{id}" Secure; }

wording { question = "May we use {categories}?"; }

translation fr {
    wording { accept = "Oui"; reject = "Non"; }
    "Cookies" => "Cookies";
    "What we store." => "Ce que nous conservons.";
    "Name" => "Nom";
    "Kept for" => "Conservé";
    "About us" => "À propos";
    "A public body." => "Un organisme public.";
    "Needed" => "Nécessaires";
    "The site does not work without these." => "Le site ne fonctionne pas sans eux.";
    "Keeps the visitor signed in" => "Garde la session";
    "Sign-in" => "Connexion";
    "as you choose" => "à votre choix";
    "Keeps the visitor's **language**" => "Garde la **langue**";
    "Remembers the answer" => "Garde la réponse";
    "Sites concerned" => "Sites concernés";
    "All" => "Tous";
    "Holds the basket" => "Garde le panier";
    "Audience" => "Audience";
    "Tells visitors apart" => "Distingue les visiteurs";
    "Draws a map" => "Dessine une carte";
    "Only with maps" => "Avec les cartes seulement";
    "Tells visits apart" => "Distingue les visites";
    "Whatever they set" => "Ce qu'ils posent";
    "A name in other letters" => "Un nom en d'autres lettres";
    "Embedded media" => "Médias intégrés";
    "Plays a video" => "Lit une vidéo";
    "Counts plays" => "Compte les lectures";
    "Remembers the volume" => "Garde le volume";
    "Warned of" => "Avertissement";
}
