//! Every rule that a message names: its id, its reason, and its source.
//!
//! `cookie-decl/docs/rules.md` is written from this list.

macro_rules! rules {
    ($($variant:ident = $id:literal $name:literal $level:ident {
        reason: $reason:literal, source: $source:literal, example: $example:literal $(,)?
    })+) => {
        /// A rule of the table.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        pub(crate) enum Rule { $($variant),+ }

        impl Rule {
            /// All rules, in the order of the page.
            pub(crate) const ALL: &[Self] = &[$(Self::$variant),+];

            pub(crate) fn facts(self) -> &'static Facts {
                match self {
                    $(Self::$variant => &Facts {
                        id: $id,
                        name: $name,
                        level: Level::$level,
                        #[cfg(test)]
                        reason: $reason,
                        #[cfg(test)]
                        source: $source,
                        #[cfg(test)]
                        example: $example,
                    }),+
                }
            }
        }
    };
}

/// The facts about a rule. Only the page prints the reason, the source and the example.
pub(crate) struct Facts {
    /// A letter and a number. An error and a warning may share it.
    pub(crate) id: &'static str,
    /// The readable name. `#[allow(..)]` takes that of a warning.
    pub(crate) name: &'static str,
    pub(crate) level: Level,
    #[cfg(test)]
    pub(crate) reason: &'static str,
    #[cfg(test)]
    pub(crate) source: &'static str,
    #[cfg(test)]
    pub(crate) example: &'static str,
}

/// What happens if a table breaks a rule.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Level {
    /// The table does not compile.
    Error,
    /// The table compiles; `#[allow(..)]` silences it.
    Warning,
}

rules! {
    EmptyName = "N1" "empty_name" Error {
        reason: "A cookie has a name of at least one character.",
        source: "RFC 6265bis, section 4.1.1",
        example: r#"SESSION = "" | 2 weeks;          // error
SESSION = "sessionid" | 2 weeks;"#,
    }
    InvalidName = "N2" "invalid_name" Error {
        reason: "The name of a cookie that the server sets is a token: visible ASCII without `( ) < > @ , ; : \\ \" / [ ] ? = { }`. \
                 Browsers end a name at `;` or `=`, and trim spaces at its edges, even in a script's cookie. \
                 Nobody can see an invisible character in a review.",
        source: "RFC 9110, section 5.6.2; RFC 6265bis, sections 4.1.1 and 5.6",
        example: r#"SESSION = "session id" | 2 weeks;  // error: a space
SESSION = "session_id" | 2 weeks;"#,
    }
    NotAToken = "N2" "not_a_token" Warning {
        reason: "Browsers keep a script's cookie whose name is not a token, but some servers cannot read it. \
                 Scripts often encode such a name, so that its real name is another one.",
        source: "RFC 9110, section 5.6.2; RFC 6265bis, section 5.6",
        example: r#""last seen" | 1 day | set_by = script;    // warning
"last%20seen" | 1 day | set_by = script;  // if the script encodes it"#,
    }
    PrefixCase = "N3" "prefix_case" Warning {
        reason: "Browsers enforce a prefix case-insensitively, but servers compare names byte by byte.",
        source: "RFC 6265bis, section 5.7",
        example: r#"SESSION = "__HOST-session" | 2 weeks;  // warning
SESSION = "__Host-session" | 2 weeks;"#,
    }
    DeadPrefix = "N4" "dead_prefix" Warning {
        reason: "`__HttpOnly-`, `__HostHttpOnly-` and `__HostHttp-` were spellings of a draft. Browsers enforce nothing for them.",
        source: "the drafts of RFC 6265bis and of layered cookies",
        example: r#"SESSION = "__HostHttp-session" | 2 weeks;  // warning
SESSION = "__Host-Http-session" | 2 weeks;"#,
    }
    CaseTwins = "N5" "case_twins" Warning {
        reason: "The names of cookies are case-sensitive: two that differ only in case are two cookies, and are easily confused. \
                 Two names that others set cause no warning, because the site cannot change them.",
        source: "RFC 6265bis, section 5.7",
        example: r#"SESSION = "sessionid" | 2 weeks;
OLD = "SessionID" | 2 weeks;  // warning"#,
    }
    WrongHole = "N6" "wrong_hole" Error {
        reason: "A hole has a name, is used once, and has text beside it that shows where it begins and ends. \
                 A name that is only a hole would match every cookie.",
        source: "the table's grammar",
        example: r#""{id}" | 1 day;       // error
"cart_{id}" | 1 day;"#,
    }
    ConstantTwice = "N7" "constant_twice" Error {
        reason: "Each constant is an item of the table's module, so it is declared once.",
        source: "the table's grammar",
        example: r#"SESSION = "sessionid" | 2 weeks;
SESSION = "editorid" | 1 day;  // error
EDITOR = "editorid" | 1 day;"#,
    }
    CookieTwice = "N8" "cookie_twice" Error {
        reason: "Browsers keep one cookie for a name, domain and path. Two rows would say different things \
                 about one cookie.",
        source: "RFC 6265bis, section 5.7",
        example: r#"SESSION = "sessionid" | 2 weeks;
EDITOR = "sessionid" | 1 day;  // error
EDITOR = "sessionid" | 1 day | attributes = .. Path="/editor";"#,
    }
    PatternOverlap = "N9" "pattern_overlap" Warning {
        reason: "A name that matches the patterns of two categories may be treated as the one that the visitor denied. A hole \
                 in front and one at the end, `{a}_x` and `y_{b}`, have names in common that nobody chooses.",
        source: "GDPR, article 7: consent is for a purpose",
        example: r#"// in the category Statistics
"_pk_{id}" | 13 months;
// in the category Marketing
"_pk_ref.{id}" | 6 months;  // warning"#,
    }
    LooksLikePattern = "N10" "looks_like_pattern" Warning {
        reason: "`*`, `#`, `<..>`, `[..]`, `%s`, `%NAME%` and `xxx` are ordinary characters of a name. A part that varies is a hole.",
        source: "the table's grammar",
        example: r#""_ga_*" | 13 months;            // warning
"_ga_{container}" | 13 months;"#,
    }
    AnyWithoutDomain = "N10" "any_without_domain" Error {
        reason: "`any` means all cookies of a third party's domain, so the row names the domain.",
        source: "the table's grammar",
        example: r#"any | 6 months;                             // error
any | 6 months | set_by = "ads.example";"#,
    }
    SecurePrefix = "P1" "secure_prefix" Error {
        reason: "Browsers refuse a `__Secure-` cookie without `Secure`.",
        source: "RFC 6265bis, sections 4.1.3.1 and 5.7",
        example: r#"ID = "__Secure-id" | 1 day | attributes = .. !Secure;  // error
ID = "__Secure-id" | 1 day;"#,
    }
    HostPrefix = "P2" "host_prefix" Error {
        reason: "Browsers refuse a `__Host-` cookie without `Secure`, with `Domain`, or with a `Path` other than `/`.",
        source: "RFC 6265bis, sections 4.1.3.2 and 5.7",
        example: r#"ID = "__Host-id" | 1 day | attributes = .. Path="/app";  // error
ID = "__Host-id" | 1 day;"#,
    }
    HttpPrefix = "P3" "http_prefix" Error {
        reason: "Browsers that know the prefix refuse a `__Http-` cookie without `Secure` and `HttpOnly`.",
        source: "the draft of layered cookies",
        example: r#"ID = "__Http-id" | 1 day | attributes = .. !HttpOnly;  // error
ID = "__Http-id" | 1 day;"#,
    }
    HostHttpPrefix = "P4" "host_http_prefix" Error {
        reason: "A `__Host-Http-` cookie meets the conditions of `__Host-` (P2) and of `__Http-` (P3).",
        source: "the draft of layered cookies",
        example: r#"ID = "__Host-Http-id" | 1 day | attributes = .. !HttpOnly;  // error
ID = "__Host-Http-id" | 1 day;"#,
    }
    LongName = "L1" "long_name" Error {
        reason: "Browsers refuse a cookie whose name and value have more than 4,096 bytes together.",
        source: "RFC 6265bis, section 5.6",
        example: r"// a name of over 4096 bytes: error
// at run time, with the value: `SetError::TooLong`",
    }
    LongAttribute = "L2" "long_attribute" Error {
        reason: "Browsers ignore an attribute over 1,024 bytes, so the cookie would have another scope.",
        source: "RFC 6265bis, section 5.6",
        example: r"// `Path` or `Domain` of over 1024 bytes: error
// at run time: `SetError::PathTooLong`, `SetError::DomainTooLong`",
    }
    Over400Days = "M1" "over_400_days" Error {
        reason: "Browsers keep a cookie for at most 400 days, so the server must not ask for more. For a \
                 cookie that others set, the page prints both: \"2 years; browsers keep it for at most 400 \
                 days\".",
        source: "RFC 6265bis, section 5.5",
        example: r#"SESSION = "sessionid" | 2 years;   // error
SESSION = "sessionid" | 400 days;"#,
    }
    WrongDuration = "M3" "wrong_duration" Error {
        reason: "The duration must be possible in the storage: zero removes a cookie, only local storage and `IndexedDB` are \
                 `persistent`, session storage ends with its tab, a pixel keeps nothing, and only cookies have attributes.",
        source: "RFC 6265bis, section 5.6.2; the HTML standard, web storage",
        example: r#"THEME = "theme" | persistent;                           // error
THEME = "theme" | persistent | storage = local_storage;"#,
    }
    NoDuration = "M4" "no_duration" Error {
        reason: "Visitors are told how long each cookie is kept, or why that is not known. For a cookie that \
                 the server sets, it is known.",
        source: "Court of Justice, C-673/17 (Planet49), paragraph 81",
        example: r#""_hjid" | none;                                         // error
"_hjid" | unknown | set_by = script;
"_hjid" | unknown "varies with your settings" | set_by = script;
"_hjid" | none | note = "The provider does not say";"#,
    }
    UnstatedDuration = "M4" "unstated_duration" Warning {
        reason: "`_` leaves the duration open, but visitors are told how long each cookie is kept.",
        source: "Court of Justice, C-673/17 (Planet49), paragraph 81",
        example: r#""_hjid" | _;        // warning
"_hjid" | 1 year;"#,
    }
    UnprintedNote = "M4" "unprinted_note" Warning {
        reason: "A note may be the only explanation of a missing duration, but no printed column shows it.",
        source: "Court of Justice, C-673/17 (Planet49), paragraph 81",
        example: r"print cookie | purpose | duration;         // warning, if rows have notes
print cookie | purpose | duration | note;",
    }
    OtherDuration = "M5" "other_duration" Error {
        reason: "The text printed for a duration must not name another time than the one that the server sends.",
        source: "GDPR, article 13(2)(a); Court of Justice, C-673/17, paragraph 81",
        example: r#"SESSION = "sessionid" | 6 months "1 year";       // error
SESSION = "sessionid" | 6 months "half a year";"#,
    }
    OtherQuantity = "M5" "other_quantity" Warning {
        reason: "The text printed for a third party's or a script's duration names another time than the row. \
                 The page prints both, \"2 years; browsers keep it for at most 13 months\", but one of them is \
                 rarely right.",
        source: "GDPR, article 13(2)(a); Court of Justice, C-673/17, paragraph 81",
        example: r#""_ga" | 13 months "2 years" | set_by = script;  // warning"#,
    }
    SameSiteNone = "S1" "same_site_none" Error {
        reason: "Browsers refuse `SameSite=None` without `Secure`.",
        source: "RFC 6265bis, section 5.7",
        example: r#"EMBED = "embed" | 1 day | attributes = SameSite=None;         // error
EMBED = "embed" | 1 day | attributes = Secure SameSite=None;"#,
    }
    SameSiteRemoved = "S2" "same_site_removed" Error {
        reason: "Browsers disagree on the default of `SameSite`, so it is always sent and cannot be removed from a list.",
        source: "RFC 6265bis, section 5.6.7",
        example: r#"ID = "id" | 1 day | attributes = .. !SameSite;        // error
ID = "id" | 1 day | attributes = .. SameSite=Strict;"#,
    }
    PartitionedInsecure = "S3" "partitioned_insecure" Error {
        reason: "Browsers refuse `Partitioned` without `Secure`.",
        source: "CHIPS",
        example: r#"EMBED = "embed" | 1 day | attributes = .. !Secure Partitioned;           // error
EMBED = "embed" | 1 day | attributes = Secure SameSite=None Partitioned;"#,
    }
    PartitionedSameSite = "S4" "partitioned_same_site" Warning {
        reason: "A partitioned cookie is for pages inside other sites, and browsers send it there only with `SameSite=None`.",
        source: "CHIPS; RFC 6265bis, section 5.8.3",
        example: r#"EMBED = "embed" | 1 day | attributes = .. Partitioned;                   // warning
EMBED = "embed" | 1 day | attributes = Secure SameSite=None Partitioned;"#,
    }
    InvalidDomain = "D1" "invalid_domain" Error {
        reason: "A domain consists of labels of ASCII letters, digits, hyphens and `_`, separated by dots. It \
                 has no scheme, port, path, `*`, space or final dot, and is not an IP address. Letters beyond \
                 ASCII are written in their `xn--` form.",
        source: "RFC 6265bis, sections 5.1.2 and 5.7; RFC 1123, section 2.1",
        example: r#"ID = "id" | 1 day | attributes = .. Domain="https://shop.example";  // error
ID = "id" | 1 day | attributes = .. Domain="shop.example";"#,
    }
    LeadingDot = "D2" "leading_dot" Error {
        reason: "Browsers drop a dot at the start of `Domain`: a domain always covers its subdomains. The \
                 table drops it from the domain of a third party.",
        source: "RFC 6265bis, section 5.6.3",
        example: r#"ID = "id" | 1 day | attributes = .. Domain=".shop.example";  // error
ID = "id" | 1 day | attributes = .. Domain="shop.example";"#,
    }
    ForeignDomain = "D3" "foreign_domain" Warning {
        reason: "Browsers refuse a `Domain` that does not include the host of the site.",
        source: "RFC 6265bis, section 5.7",
        example: r#"// policy for "https://shop.example";
ID = "id" | 1 day | attributes = .. Domain="other.example";  // warning"#,
    }
    InvalidPath = "A1" "invalid_path" Error {
        reason: "Browsers ignore a `Path` that does not start with `/`, and never send a cookie whose path \
                 cannot occur in an address.",
        source: "RFC 6265bis, sections 5.1.4 and 5.6.4",
        example: r#"ID = "id" | 1 day | attributes = .. Path="app";   // error
ID = "id" | 1 day | attributes = .. Path="/app";"#,
    }
    ScriptHttpOnly = "H1" "script_http_only" Error {
        reason: "Browsers do not let scripts set an `HttpOnly` cookie.",
        source: "RFC 6265bis, section 5.7",
        example: r#""theme" | 1 day | set_by = script | attributes = .. HttpOnly;   // error
"theme" | 1 day | set_by = script | attributes = .. !HttpOnly;"#,
    }
    UnknownAttribute = "X1" "unknown_attribute" Error {
        reason: "Each attribute must be one that browsers know, and is written once: browsers use the last of two.",
        source: "RFC 6265bis, section 5.6",
        example: r#"ID = "id" | 1 day | attributes = Secure HtpOnly;   // error
ID = "id" | 1 day | attributes = Secure HttpOnly;"#,
    }
    UnusedAllow = "X2" "unused_allow" Warning {
        reason: "An `#[allow(..)]` that silences nothing tells colleagues about a problem that the table does \
                 not have.",
        source: "the table's grammar",
        example: r"#[allow(no_description)]
category Statistics: opt_in { .. }  // warning: only an `exempt` category needs a description",
    }
    NoGate = "C1" "no_gate" Error {
        reason: "A category says what it needs: nothing (`exempt`), consent first (`opt_in`), or no objection (`opt_out`).",
        source: "ePrivacy directive, article 5(3)",
        example: r"category Statistics { .. }           // error
category Statistics: opt_in { .. }",
    }
    NoDescription = "C1b" "no_description" Warning {
        reason: "Visitors want to know why an `exempt` category is stored without asking them.",
        source: "GDPR, article 13",
        example: r"/// Needed
///
/// Without these we could not keep you signed in.
category Necessary: exempt { .. }",
    }
    ExemptThirdParty = "C2" "exempt_third_party" Warning {
        reason: "A third party's cookie is rarely strictly necessary for what the visitor requested.",
        source: "ePrivacy directive, article 5(3); Article 29 Working Party, opinion 04/2012",
        example: r#"// in an `exempt` category
"_fbp" | 3 months | set_by = third_party;  // warning"#,
    }
    ExemptTooLong = "C2" "exempt_too_long" Warning {
        reason: "What is kept for over 13 months is rarely strictly necessary. `persistent` is the only \
                 duration of most items in the page's own storage, so it causes no warning.",
        source: "ePrivacy directive, article 5(3); Article 29 Working Party, opinion 04/2012",
        example: r#"// in an `exempt` category
LANGUAGE = "lang" | 400 days;  // warning
LANGUAGE = "lang" | 1 year;"#,
    }
    GpcOnExempt = "C3" "gpc_on_exempt" Error {
        reason: "Global Privacy Control denies what needs consent, and an `exempt` category needs none.",
        source: "the Global Privacy Control specification",
        example: r"category Necessary: exempt, gpc { .. }   // error
category Marketing: opt_in, gpc { .. }",
    }
    ConsentTwice = "C4" "consent_twice" Error {
        reason: "The visitor's consent is kept in one cookie, so that there is one answer.",
        source: "GDPR, article 7(1)",
        example: r#"PREFERENCES: Consent = "preferences" | 6 months;
CHOICES: Consent = "choices" | 6 months;  // error"#,
    }
    NoConsentRow = "C4" "no_consent_row" Warning {
        reason: "With an `opt_in` category and no row of type `Consent`, the visitor's consent would not be remembered.",
        source: "GDPR, article 7(1)",
        example: r#"PREFERENCES: Consent = "cookie_preferences" | 6 months;"#,
    }
    WrongConsentRow = "C5" "wrong_consent_row" Error {
        reason: "The row of type `Consent` is one `exempt` cookie that the server sets and that is kept for at \
                 most 13 months. A denial is an answer too, and is remembered as well.",
        source: "GDPR, article 7; CNIL, guidelines of 17 September 2020",
        example: r#"PREFERENCES: Consent = "preferences" | 400 days;  // error
PREFERENCES: Consent = "preferences" | 6 months;"#,
    }
    LongConsent = "C5" "long_consent" Warning {
        reason: "The French regulator recommends asking visitors again after six months.",
        source: "CNIL, recommendation of 17 September 2020",
        example: r#"PREFERENCES: Consent = "preferences" | 1 year;    // warning
PREFERENCES: Consent = "preferences" | 6 months;"#,
    }
    AdvancedWithoutSignals = "C6" "advanced_without_signals" Error {
        reason: "With `advanced`, tags start even if the visitor does not agree, and have to be told so. Visitors have to be \
                 asked about the category, and each provider in it needs a signal.",
        source: "Google, consent mode, basic and advanced; ePrivacy directive, article 5(3)",
        example: r"category Statistics: opt_in(advanced) { .. }   // error
category Statistics: opt_in(advanced, consent_mode(analytics_storage)) { .. }",
    }
    MatomoTwice = "C7" "matomo_twice" Error {
        reason: "Matomo waits with everything until consent (`matomo`), or only with cookies (`matomo_cookies`).",
        source: "Matomo, tracking and cookie consent",
        example: r"category Statistics: opt_in(signals(matomo, matomo_cookies)) { .. }   // error
category Statistics: opt_in(signals(matomo)) { .. }",
    }
    TiedConsentRow = "C8" "tied_consent_row" Error {
        reason: "With `consent tied`, the cookie of the answer contains an identifier of the visitor. Without the prefix \
                 `__Host-`, another subdomain could set this cookie, and give two visitors the same identifier.",
        source: "RFC 6265bis, sections 4.1.3.2 and 8.6; GDPR, articles 7(1) and 32",
        example: r#"// in a table with `consent tied`
PREFERENCES: Consent = "preferences" | 6 months;         // error
PREFERENCES: Consent = "__Host-preferences" | 6 months;"#,
    }
    EmptyCategory = "C9" "empty_category" Warning {
        reason: "Visitors would be asked about a category without rows.",
        source: "GDPR, article 4(11): consent is specific",
        example: r"category Marketing: opt_in {}  // warning",
    }
    NoPurpose = "T1" "no_purpose" Warning {
        reason: "Visitors are told what each cookie is for. The purpose is the `///` above the row.",
        source: "GDPR, article 13(1)(c)",
        example: r#"/// Keeps you signed in
SESSION = "sessionid" | 2 weeks;"#,
    }
    UnprintedMarkup = "T4" "unprinted_markup" Warning {
        reason: "Texts are Markdown. The page prints paragraphs, lists, headings of sections, `**emphasis**`, \
                 names in backticks, and links. Of anything else, it prints only the words.",
        source: "the table's grammar",
        example: r#"/// Counts *visits*                        // warning
/// Counts **visits**, see [our report](https://shop.example/report)
"visits" | 1 day;"#,
    }
    UnusedTranslation = "T2" "unused_translation" Warning {
        reason: "A translation of a text that the table does not have is never printed.",
        source: "the table's grammar",
        example: r#"translation fr {
    "Neded" => "Nécessaires";  // warning, if the table says "Needed"
}"#,
    }
}

impl Rule {
    /// Returns the readable name. `#[allow(..)]` takes that of a warning.
    pub(crate) fn name(self) -> &'static str {
        self.facts().name
    }

    /// Returns the warning with this name.
    pub(crate) fn warning(name: &str) -> Option<Self> {
        Self::warnings().find(|rule| rule.name() == name)
    }

    pub(crate) fn warnings() -> impl Iterator<Item = Self> {
        let all = Self::ALL.iter().copied();
        all.filter(|rule| rule.facts().level == Level::Warning)
    }

    /// Returns the line of a message that links to the rule.
    pub(crate) fn link(self) -> String {
        let id = self.id();
        let anchor = id.to_ascii_lowercase();
        format!("rule {id}: https://docs.rs/cookie-decl/latest/cookie_decl/rules/#{anchor}")
    }

    /// Returns the letter and number, which an error and a warning may share.
    pub(crate) fn id(self) -> &'static str {
        self.facts().id
    }

    /// Says how to silence a warning.
    pub(crate) fn silencer(self) -> String {
        let (name, place) = (self.name(), self.silenced_above());
        format!("`#[allow({name})]` above {place} silences this")
    }

    /// Returns the item of the table that can have the `#[allow(..)]`.
    fn silenced_above(self) -> &'static str {
        match self {
            Self::NoDescription | Self::EmptyCategory | Self::NoConsentRow => "the category",
            Self::UnprintedNote => "the policy",
            Self::UnusedTranslation => "the translation",
            _ => "the row or its category",
        }
    }
}
