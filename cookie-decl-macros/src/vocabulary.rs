//! Every word of the grammar, once. The parser, the suggestions and the messages read these lists.

use cookie_decl_core::unit;

macro_rules! words {
    ($(#[$doc:meta])* $kind:ident $what:literal { $($variant:ident = $word:literal $(| $alias:literal)*),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
        #[allow(clippy::enum_variant_names, reason = "the words are those of the web")]
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

            /// The message for a word that is not in the list.
            pub(crate) fn unknown(word: &str) -> String {
                unknown($what, word, Self::WORDS)
            }
        }
    };
}

words! { Item "item" {
    Policy = "policy", Language = "language", LastUpdated = "last_updated", Print = "print", Provider = "provider", Header = "cookie",
    Section = "section", Category = "category", Retired = "retired", Translation = "translation",
} }

words! { Column "column" {
    Provider = "provider", Function = "function", Purpose = "purpose", Duration = "duration",
    Attributes = "attributes", SetBy = "set_by", Party = "party", Storage = "storage", Note = "note", When = "when",
} }

impl Column {
    /// Guesses which column a wrong word means: it may be a synonym or misspelt.
    pub(crate) fn guess(word: &str) -> Option<Self> {
        match word.to_lowercase().as_str() {
            "expires" | "expiry" | "lifetime" | "max_age" | "retention" => Some(Self::Duration),
            "description" | "reason" => Some(Self::Purpose),
            "company" | "service" | "supplier" | "vendor" => Some(Self::Provider),
            _ => nearest(word, Self::WORDS.iter().copied()).and_then(Self::parse),
        }
    }

    /// The message for a word that is not a column.
    pub(crate) fn unknown_column(word: &str) -> String {
        let unknown = match Self::guess(word) {
            Some(column) => format!("unknown column `{word}`, did you mean `{}`?", column.word()),
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
    Revision = "revision", Also = "also", Gpc = "gpc", ConsentMode = "consent_mode", Tcf = "tcf",
} }

words! { ProviderKey "key of a provider" {
    Privacy = "privacy", Domain = "domain", ThirdParty = "third_party", Country = "country",
} }

words! { SetBy "`set_by`" {
    Server = "server", Script = "script", Other = "other", ThirdParty = "third_party",
} }

words! { Storage "storage" {
    Cookie = "cookie", LocalStorage = "local_storage", SessionStorage = "session_storage", IndexedDb = "indexed_db",
    Pixel = "pixel", Other = "other",
} }

words! { Unit "unit" {
    Second = "seconds" | "second", Minute = "minutes" | "minute", Hour = "hours" | "hour", Day = "days" | "day",
    Week = "weeks" | "week", Month = "months" | "month", Year = "years" | "year",
} }

/// The draft that messages cite for what browsers do.
pub(crate) const RFC6265BIS: &str = "draft-ietf-httpbis-rfc6265bis-22";

/// What a word of the table is one of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum List {
    Attribute,
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
    Storage,
    Unit,
}

impl List {
    /// Whether a word is in the list. Providers are in the table.
    pub(crate) fn has(self, word: &str) -> bool {
        match self {
            Self::Attribute => Attribute::parse(word).is_some(),
            Self::Column => Column::parse(word).is_some(),
            Self::Duration => ["persistent", "rolling", "session", "unknown"].contains(&word),
            Self::Gate => Gate::parse(word).is_some(),
            Self::GateOption => GateOption::parse(word).is_some(),
            Self::Item => Item::parse(word).is_some(),
            Self::Line => ["any", "cookie", "with"].contains(&word),
            Self::Provider => false,
            Self::ProviderKey => ProviderKey::parse(word).is_some(),
            Self::SameSite => SameSite::parse(word).is_some(),
            Self::SetBy => SetBy::parse(word).is_some(),
            Self::Storage => Storage::parse(word).is_some(),
            Self::Unit => Unit::parse(word).is_some(),
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
    /// Whether a word is an attribute for how long a cookie is kept. That is a column.
    pub(crate) fn is_lifetime(word: &str) -> bool {
        matches!(
            word.to_lowercase().replace(['-', '_'], "").as_str(),
            "maxage" | "expires"
        )
    }
}

impl Unit {
    /// The same unit in `cookie-decl-core`.
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

    /// `1 day`, `2 days`
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

    /// The seconds that are sent, and the longest reading (a month of 31 days, a year of 366).
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
        let known = WORDS_OF_UNITS
            .iter()
            .find(|(_, words)| words.split_whitespace().any(|known| known == word));
        known.map(|(unit, _)| *unit).or_else(|| Self::parse(&word))
    }
}

const WORDS_OF_UNITS: &[(Unit, &str)] = &[
    (
        Unit::Second,
        "s sec secs sek seconde secondes seconden secondi secondo segundo segundos sekunde sekunden sekunda sekundy \
         sekund sekunder δευτερόλεπτο δευτερόλεπτα секунда секунди секунд ثانية ثوان ثواني 秒 秒間 秒钟",
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
         день дні днів يوم أيام 日 日間 天",
    ),
    (
        Unit::Week,
        "w wk wks semaine semaines woche wochen semana semanas settimana settimane weken vecka veckor tydzień tygodnie \
         tygodni εβδομάδα εβδομάδες тиждень тижні тижнів أسبوع أسابيع 週 週間 周 星期 个星期",
    ),
    (
        Unit::Month,
        "mo mon mth mths mois monat monate monaten mes meses mês mese mesi maand maanden miesiąc miesiące miesięcy månad \
         månader μήνας μήνες місяць місяці місяців شهر أشهر شهور 月 個月 个月 か月 カ月 ヶ月 ヵ月 か月間 ヶ月間",
    ),
    (
        Unit::Year,
        "y yr yrs an ans année années jahr jahre jahren año años ano anos anno anni jaar jaren rok lata lat år έτος έτη \
         χρόνος χρόνια рік роки років سنة سنوات عام أعوام 年 年間",
    ),
];

/// The message for a word that is not in a list: with the nearest word, or with all of them.
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

/// Finds the word that was probably meant. It is the same except for case, `_` and `-`, or has at
/// most one mistake in three letters.
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
