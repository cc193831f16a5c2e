//! Every word of the grammar, once. The parser, the suggestions and the messages use these lists.

use cookie_decl_core::unit;
use cookie_decl_core::wording::Key;

macro_rules! words {
    ($(#[$doc:meta])* $kind:ident $what:literal { $($variant:ident = $word:literal $(| $alias:literal)*),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
        #[allow(clippy::enum_variant_names, reason = "these are the words of the web")]
        pub(crate) enum $kind { $($variant),+ }

        impl $kind {
            pub(crate) const WORDS: &[&str] = &[$($word),+];

            pub(crate) fn parse(word: &str) -> Option<Self> {
                match word { $($word $(| $alias)* => Some(Self::$variant),)+ _ => None }
            }

            #[allow(dead_code, reason = "not every list is printed")]
            pub(crate) fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// Returns the message for a word that is not in the list.
            #[allow(dead_code, reason = "some lists have their own message")]
            pub(crate) fn unknown(word: &str) -> String {
                unknown($what, word, Self::WORDS)
            }
        }
    };
}

words! { Item "item" {
    Policy = "policy", Language = "language", LastUpdated = "last_updated", Print = "print", Provider = "provider", Header = "cookie",
    Controller = "controller", Version = "version", About = "about", Consent = "consent", Section = "section", Category = "category", Include = "include", Retired = "retired", Translation = "translation", Wording = "wording",
} }

words! { Column "column" {
    Provider = "provider", Function = "function", Purpose = "purpose", Duration = "duration",
    Attributes = "attributes", SetBy = "set_by", Party = "party", Storage = "storage", Basis = "basis", Note = "note", When = "when",
} }

impl Column {
    /// Guesses which column a wrong word means. It may be a synonym, or misspelt.
    pub(crate) fn guess(word: &str) -> Option<Self> {
        match word.to_lowercase().as_str() {
            "expires" | "expiry" | "lifetime" | "max_age" | "retention" => Some(Self::Duration),
            "legal_basis" | "lawful_basis" => Some(Self::Basis),
            "description" | "reason" => Some(Self::Purpose),
            "company" | "service" | "supplier" | "vendor" => Some(Self::Provider),
            _ => nearest(word, Self::WORDS.iter().copied()).and_then(Self::parse),
        }
    }

    /// Returns the message for a word that is not a column.
    pub(crate) fn unknown_column(word: &str) -> String {
        let meant = match word.to_lowercase().as_str() {
            "name" | "names" | "cookies" => Some("cookie"),
            "type" | "kind" | "technology" => Some("storage"),
            "first_party" | "third_party" => Some("party"),
            _ => Self::guess(word).map(Self::word),
        };
        let unknown = match meant {
            Some(meant) => format!("unknown column `{word}`, did you mean `{meant}`?"),
            None => Self::unknown(word),
        };
        format!("{unknown} (a column of your own is in quotes: `\"{word}\"`)")
    }
}

words! { Attribute "attribute" {
    Secure = "Secure", HttpOnly = "HttpOnly", Partitioned = "Partitioned", SameSite = "SameSite", Path = "Path",
    Domain = "Domain",
} }

words! { SameSite "value of `SameSite`" { Strict = "Strict", Lax = "Lax", None = "None" } }

words! { Gate "gate" { Exempt = "exempt", OptIn = "opt_in", OptOut = "opt_out" } }

words! { GateOption "option of a gate" {
    Revision = "revision", Also = "also", Gpc = "gpc", ConsentMode = "consent_mode", Signals = "signals",
    Advanced = "advanced", Tcf = "tcf", By = "by",
} }

words! { Signal "signal" {
    ClarityAnalytics = "clarity_analytics", ClarityAds = "clarity_ads", Uet = "uet", Meta = "meta", Matomo = "matomo",
    MatomoCookies = "matomo_cookies", TikTok = "tiktok", Pinterest = "pinterest",
} }

impl GateOption {
    /// Guesses which option a word begins: there are other ways to say `by provider`.
    pub(crate) fn guess(word: &str) -> Option<Self> {
        match word {
            "by_provider" | "each" | "per" | "per_provider" | "provider" | "providers" => {
                Some(Self::By)
            }
            _ => Self::parse(word),
        }
    }
}

words! { ProviderKey "key of a provider" {
    Privacy = "privacy", OptOut = "opt_out", Contact = "contact", Address = "address", Domain = "domain",
    ThirdParty = "third_party", Country = "country", Transfer = "transfer", Officer = "officer",
    Authority = "authority",
} }

impl ProviderKey {
    /// Whether a provider or the controller has this key.
    pub(crate) fn is_of(self, item: Item) -> bool {
        match self {
            Self::Privacy | Self::Contact | Self::Address => true,
            Self::Officer | Self::Authority => item == Item::Controller,
            Self::OptOut | Self::Domain | Self::ThirdParty | Self::Country | Self::Transfer => {
                item == Item::Provider
            }
        }
    }

    /// Returns the message for a word that is not a key of this item.
    pub(crate) fn unknown_of(item: Item, word: &str) -> String {
        let what = format!("key of a {}", item.word());
        let synonym = match word.to_lowercase().as_str() {
            "email" | "e_mail" | "mail" => Some(Self::Contact),
            "url" | "website" | "link" | "policy" | "privacy_policy" => Some(Self::Privacy),
            "dpo" | "data_protection_officer" => Some(Self::Officer),
            "dpa" | "regulator" | "supervisory_authority" => Some(Self::Authority),
            _ => None,
        };
        if let Some(key) = synonym.filter(|key| key.is_of(item)) {
            return format!("unknown {what} `{word}`, did you mean `{}`?", key.word());
        }
        let has = |word: &&&str| Self::parse(word).is_some_and(|key| key.is_of(item));
        let words: Vec<_> = Self::WORDS.iter().filter(has).copied().collect();
        unknown(&what, word, &words)
    }
}

words! { SetBy "`set_by`" {
    Server = "server", Script = "script", Other = "other", ThirdParty = "third_party",
} }

words! { Basis "legal basis" {
    Consent = "consent", Contract = "contract", LegalObligation = "legal_obligation",
    VitalInterests = "vital_interests", PublicTask = "public_task",
    LegitimateInterests = "legitimate_interests",
} }

impl Basis {
    /// Guesses which basis other words mean. Article 6(1) has a letter for each.
    pub(crate) fn guess(text: &str) -> Option<Self> {
        match text.to_lowercase().as_str() {
            "a" | "agreement" | "opt_in" => Some(Self::Consent),
            "b" | "performance" => Some(Self::Contract),
            "c" | "law" | "legal" | "obligation" => Some(Self::LegalObligation),
            "d" | "vital" => Some(Self::VitalInterests),
            "e" | "public" | "public_interest" => Some(Self::PublicTask),
            "f" | "legitimate" | "legitimate_interest" | "interest" => {
                Some(Self::LegitimateInterests)
            }
            _ => nearest(text, Self::WORDS.iter().copied()).and_then(Self::parse),
        }
    }
}

words! { Storage "storage" {
    Cookie = "cookie", LocalStorage = "local_storage", SessionStorage = "session_storage", IndexedDb = "indexed_db",
    Pixel = "pixel", Other = "other",
} }

words! { Unit "unit" {
    Second = "seconds" | "second", Minute = "minutes" | "minute", Hour = "hours" | "hour", Day = "days" | "day",
    Week = "weeks" | "week", Month = "months" | "month", Year = "years" | "year",
} }

/// The draft that messages cite for the behaviour of browsers.
pub(crate) const RFC6265BIS: &str = "draft-ietf-httpbis-rfc6265bis-22";

/// The lists of words of a table.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum List {
    Attribute,
    Basis,
    Column,
    Duration,
    Gate,
    GateOption,
    Item,
    Line,
    Provider,
    ProviderKey,
    SameSite,
    SetBy,
    Signal,
    Storage,
    Unit,
    Wording,
}

impl List {
    /// Whether a word is in the list. The table itself has the providers.
    pub(crate) fn has(self, word: &str) -> bool {
        match self {
            Self::Attribute => Attribute::parse(word).is_some(),
            Self::Basis => Basis::parse(word).is_some(),
            Self::Column => Column::parse(word).is_some(),
            Self::Duration => ["persistent", "rolling", "session", "unknown"].contains(&word),
            Self::Gate => Gate::parse(word).is_some(),
            Self::GateOption => GateOption::parse(word).is_some(),
            Self::Item => Item::parse(word).is_some(),
            Self::Line => ["also", "any", "cookie", "include", "section", "with"].contains(&word),
            Self::Provider => false,
            Self::ProviderKey => ProviderKey::parse(word).is_some(),
            Self::SameSite => SameSite::parse(word).is_some(),
            Self::SetBy => SetBy::parse(word).is_some(),
            Self::Signal => Signal::parse(word).is_some(),
            Self::Storage => Storage::parse(word).is_some(),
            Self::Unit => Unit::parse(word).is_some(),
            Self::Wording => Key::parse(word).is_some(),
        }
    }
}

/// The signals of Google's consent mode v2.
pub(crate) const CONSENT_MODE: &[&str] = &[
    "ad_storage",
    "ad_user_data",
    "ad_personalization",
    "analytics_storage",
    "functionality_storage",
    "personalization_storage",
    "security_storage",
];

impl Attribute {
    /// Whether a word is an attribute for the lifetime of a cookie, which is a column of the table.
    pub(crate) fn is_lifetime(word: &str) -> bool {
        matches!(
            word.to_lowercase().replace(['-', '_'], "").as_str(),
            "maxage" | "expires"
        )
    }
}

impl Unit {
    /// Returns the same unit in `cookie-decl-core`.
    pub(crate) fn core(self) -> unit::Unit {
        match self {
            Self::Second => unit::Unit::Second,
            Self::Minute => unit::Unit::Minute,
            Self::Hour => unit::Unit::Hour,
            Self::Day => unit::Unit::Day,
            Self::Week => unit::Unit::Week,
            Self::Month => unit::Unit::Month,
            Self::Year => unit::Unit::Year,
        }
    }

    /// Writes a number of units, such as `1 day` or `2 days`.
    pub(crate) fn times(self, count: impl Into<u64>) -> String {
        let count = count.into();
        let plural = self.word();
        let word = if count == 1 {
            plural.trim_end_matches('s')
        } else {
            plural
        };
        format!("{count} {word}")
    }

    /// Returns the seconds that are sent, and the longest ones (a month of 31 days, a year of 366).
    pub(crate) fn seconds(self) -> (u64, u64) {
        let unit = self.core();
        (
            unit.seconds().unwrap_or_default(),
            unit.longest().unwrap_or_default(),
        )
    }

    /// Guesses the unit from an abbreviation, or from a word of one of the library's languages.
    pub(crate) fn guess(word: &str) -> Option<Self> {
        let word = word.to_lowercase();
        meaning(&word, WORDS_OF_UNITS).or_else(|| Self::parse(&word))
    }
}

/// Returns what a word in lower case means.
fn meaning<T: Copy>(word: &str, table: &[(T, &str)]) -> Option<T> {
    let known = table
        .iter()
        .find(|(_, words)| words.split_whitespace().any(|known| known == word));
    known.map(|(meaning, _)| *meaning)
}

const WORDS_OF_UNITS: &[(Unit, &str)] = &[
    (
        Unit::Second,
        "s sec secs sek seconde secondes seconden secondi secondo segundo segundos sekunde sekunden sekunda sekundy \
         sekund sekunder δευτερόλεπτο δευτερόλεπτα секунда секунди секунд ثانية ثوان ثوانٍ ثواني 秒 秒間 秒钟 秒鐘",
    ),
    (
        Unit::Minute,
        "m min mins minuten minuto minutos minuti minuut minuta minuty minut minuter λεπτό λεπτά хвилина хвилини \
         хвилин دقيقة دقائق 分 分間 分钟 分鐘",
    ),
    (
        Unit::Hour,
        "h hr hrs std heure heures stunde stunden hora horas ora ore uur uren godz godzina godziny godzin timme timmar \
         ώρα ώρες година години годин ساعة ساعات 時間 时 小时 小時 个小时",
    ),
    (
        Unit::Day,
        "d jour jours tag tage tagen dia dias día días giorno giorni dag dagen dagar dzień dni ημέρα ημέρες μέρα μέρες \
         день дні днів يوم يومًا أيام 日 日間 天",
    ),
    (
        Unit::Week,
        "w wk wks semaine semaines woche wochen semana semanas settimana settimane weken vecka veckor tydzień tygodnie \
         tygodni εβδομάδα εβδομάδες тиждень тижні тижнів أسبوع أسبوعًا أسابيع 週 週間 周 星期 个星期",
    ),
    (
        Unit::Month,
        "mo mon mth mths mois monat monate monaten mes meses mês mese mesi maand maanden miesiąc miesiące miesięcy månad \
         månader μήνας μήνες місяць місяці місяців شهر شهرًا أشهر شهور 月 個月 个月 か月 カ月 ヶ月 ヵ月 か月間 ヶ月間",
    ),
    (
        Unit::Year,
        "y yr yrs an ans année années jahr jahre jahren año años ano anos anno anni jaar jaren rok lata lat år έτος έτη \
         χρόνος χρόνια рік роки років سنة سنوات عام أعوام 年 年間",
    ),
];

/// The gate that a word of consent tools means.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum GateGuess {
    Gate(Gate),
    /// Tools use the word for `exempt` or for `opt_in`.
    ExemptOrOptIn,
}

impl Gate {
    /// Guesses the gate from a word of consent tools, in one of the library's languages.
    pub(crate) fn guess(word: &str) -> Option<GateGuess> {
        meaning(&word.to_lowercase(), WORDS_OF_GATES).or_else(|| {
            nearest(word, Self::WORDS.iter().copied())
                .and_then(Self::parse)
                .map(GateGuess::Gate)
        })
    }
}

const WORDS_OF_GATES: &[(GateGuess, &str)] = &[
    (
        GateGuess::Gate(Gate::Exempt),
        "necessary essential essentials required strictly strictly_necessary mandatory technical security none \
         notwendig notwendige notwendigen erforderlich erforderliche essenziell essenzielle essentiell essentielle \
         technisch technische unbedingt nécessaire nécessaires necessaire necessaires essentiel essentiels essentielle \
         essentielles strictement obligatoire obligatoires technique techniques indispensables necesario necesarios \
         necesaria necesarias esencial esenciales técnica técnicas técnico técnicos obligatorias estrictamente \
         necessario necessari necessaria necessarie essenziale essenziali tecnico tecnici strettamente necessário \
         necessários necessária necessárias essencial essenciais obrigatório obrigatórios estritamente noodzakelijk \
         noodzakelijke essentieel essentiële verplicht strikt niezbędne niezbędny konieczne wymagane obowiązkowe \
         nödvändig nödvändiga obligatoriska tekniska απαραίτητα απαραίτητο απολύτως αναγκαία необхідні необхідний \
         обовязкові необхідно 必要 必須 必要不可欠 必需 必须 必要的 ضروري ضرورية الضرورية أساسية إلزامية",
    ),
    (
        GateGuess::Gate(Gate::OptIn),
        "consent optional optin ask statistics statistic statistical analytics analytical performance marketing \
         advertising advertisement ads targeting tracking measurement social social_media personalization \
         personalisation statistik statistiken analyse werbung einwilligung zustimmung leistung statistique \
         statistiques mesure audience publicité publicités publicitaires consentement performances estadística \
         estadísticas estadisticas analítica analíticas publicidad publicitarias consentimiento rendimiento statistica \
         statistiche analitici analitiche pubblicità profilazione consenso prestazioni estatística estatísticas \
         estatisticas analíticos publicidade consentimento desempenho statistieken statistiek analytisch analytische \
         advertenties reclame toestemming prestaties statystyka statystyki statystyczne analityczne reklama reklamowe \
         marketingowe zgoda analys annonsering reklam samtycke prestanda marknadsföring στατιστικά στατιστικές ανάλυση \
         διαφήμιση διαφημιστικά συγκατάθεση μάρκετινγκ статистика статистичні аналітика аналітичні реклама рекламні \
         маркетинг маркетингові згода 統計 分析 解析 広告 同意 マーケティング パフォーマンス 统计 广告 廣告 营销 行銷 性能 \
         إحصائية إحصائيات الإحصائيات الإحصاءات تحليلية تسويق تسويقية التسويق إعلانات إعلانية موافقة الموافقة",
    ),
    (
        GateGuess::Gate(Gate::OptOut),
        "objection optout legitimate_interest widerspruch berechtigtes_interesse opposition intérêt_légitime oposición \
         interés_legítimo opposizione legittimo_interesse oposição interesse_legítimo bezwaar gerechtvaardigd_belang \
         sprzeciw uzasadniony_interes invändning berättigat_intresse εναντίωση заперечення 異議 反对 反對 اعتراض",
    ),
    (
        GateGuess::ExemptOrOptIn,
        "functional functionality preference preferences comfort funktional funktionale funktionell funktionelle \
         präferenzen komfort fonctionnel fonctionnels fonctionnelle fonctionnelles préférence préférences confort \
         funcional funcionales preferencias funzionale funzionali preferenze funcionais preferências functioneel \
         functionele voorkeuren funkcjonalne preferencje funktionella preferenser inställningar λειτουργικά \
         λειτουργικότητα προτιμήσεις функціональні уподобання налаштування 機能 機能性 機能的 設定 功能 功能性 偏好 وظيفية \
         تفضيلات التفضيلات",
    ),
];

/// What a word means that is not a duration in the grammar.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum DurationGuess {
    Session,
    Persistent,
    /// Two of a unit, which Arabic says in one word.
    Two(Unit),
}

impl DurationGuess {
    /// Guesses from a word in one of the library's languages.
    pub(crate) fn of(word: &str) -> Option<Self> {
        meaning(&word.to_lowercase(), WORDS_OF_DURATIONS)
    }
}

const WORDS_OF_DURATIONS: &[(DurationGuess, &str)] = &[
    (
        DurationGuess::Session,
        "sitzung sitzungsende séance sesión sesion sessione sessão sessao sessie sesja sesji sessionen συνεδρία \
         συνεδρίας περίοδος сесія сеанс セッション 会话 會話 会话期间 جلسة الجلسة",
    ),
    (
        DurationGuess::Persistent,
        "forever never permanent permanently unlimited indefinite indefinitely endless dauerhaft unbegrenzt unbefristet \
         permanente permanentes permanents permanenti persistant persistante persistente illimité illimitée ilimitado \
         ilimitada indefinido indefinida illimitato illimitata onbeperkt blijvend bezterminowo trwały trwałe stałe \
         obegränsad tillsvidare varaktig μόνιμα μόνιμο απεριόριστα постійно постійний безстроково 無期限 永続 永久 持久 \
         无限期 無限期 永久的 دائم دائمة دائمًا",
    ),
    (DurationGuess::Two(Unit::Second), "ثانيتان ثانيتين"),
    (DurationGuess::Two(Unit::Minute), "دقيقتان دقيقتين"),
    (DurationGuess::Two(Unit::Hour), "ساعتان ساعتين"),
    (DurationGuess::Two(Unit::Day), "يومان يومين"),
    (DurationGuess::Two(Unit::Week), "أسبوعان أسبوعين"),
    (DurationGuess::Two(Unit::Month), "شهران شهرين"),
    (DurationGuess::Two(Unit::Year), "سنتان سنتين عامان عامين"),
];

/// Returns the message for a word that is not the key of a built-in text. There are too many to list.
pub(crate) fn unknown_key(word: &str) -> String {
    let synonym = match word {
        "refuse" | "reject_all" | "decline" | "deny" => Some(Key::Reject.name()),
        "accept_all" | "allow_all" | "agree" => Some(Key::Accept.name()),
        _ => nearest(word, Key::NAMES.iter().copied()),
    };
    match synonym {
        Some(key) => format!("unknown key `{word}` of a built-in text, did you mean `{key}`?"),
        None => format!(
            "unknown key `{word}` of a built-in text: \
             <https://docs.rs/cookie-decl/latest/cookie_decl/guide/wording/> lists them"
        ),
    }
}

/// Returns the message for a word that is not in a list. It has the nearest word, or all of them.
pub(crate) fn unknown(what: &str, word: &str, words: &[&str]) -> String {
    match nearest(word, words.iter().copied()) {
        Some(near) => format!("unknown {what} `{word}`, did you mean `{near}`?"),
        None => format!("unknown {what} `{word}`: {}", one_of(words)),
    }
}

/// Joins words: `a`, `b` or `c`.
pub(crate) fn one_of(words: &[&str]) -> String {
    let words: Vec<_> = words.iter().map(|word| format!("`{word}`")).collect();
    match words.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} or {last}", rest.join(", ")),
        None => "there are none".to_owned(),
    }
}

/// Finds the word that was probably meant. It differs only in case, `_` and `-`, or has at most one
/// mistake in three letters.
pub(crate) fn nearest<'w>(typed: &str, words: impl Iterator<Item = &'w str>) -> Option<&'w str> {
    let fold = |word: &str| {
        word.chars()
            .filter(|c| !"_- ".contains(*c))
            .flat_map(char::to_lowercase)
            .collect::<Vec<_>>()
    };
    let typed = fold(typed);
    let (distance, word) = words
        .map(|word| (distance(&typed, &fold(word)), word))
        .min_by_key(|(distance, _)| *distance)?;
    (distance <= typed.len() / 3).then_some(word)
}

/// Counts the insertions, deletions, replacements and swaps of neighbours between two words.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut rows = [
        vec![0; b.len() + 1],
        (0..=b.len()).collect::<Vec<_>>(),
        vec![0; b.len() + 1],
    ];
    for i in 1..=a.len() {
        rows[2][0] = i;
        for j in 1..=b.len() {
            let same = usize::from(a[i - 1] != b[j - 1]);
            let mut best = (rows[1][j] + 1)
                .min(rows[2][j - 1] + 1)
                .min(rows[1][j - 1] + same);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(rows[0][j - 2] + 1);
            }
            rows[2][j] = best;
        }
        rows.rotate_left(1);
    }
    rows[1][b.len()]
}
