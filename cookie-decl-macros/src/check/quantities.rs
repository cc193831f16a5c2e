//! What a text says about time, as far as that is certain. A text that cannot be read contradicts
//! nothing.

use crate::vocabulary::Unit;

/// The times, dates and other ends that a text names.
#[derive(Default)]
pub(super) struct Quantities {
    pub(super) times: Vec<Time>,
    /// A word such as `unlimited`.
    pub(super) endless: Option<String>,
    /// A word such as `permanent`. Some use it for everything that outlives a session.
    pub(super) lasting: Option<String>,
    pub(super) date: Option<Date>,
    /// Whether the text says that it ends with the session, and nothing else.
    pub(super) session: bool,
}

impl Quantities {
    /// Whether the text may promise more than this many seconds.
    pub(super) fn exceeds(&self, seconds: u64) -> bool {
        self.endless.is_some()
            || self.lasting.is_some()
            || self.date.is_some()
            || self.times.iter().any(|time| time.shortest > seconds)
    }
}

/// A time, with the shortest and the longest reading in seconds.
pub(super) struct Time {
    pub(super) text: String,
    pub(super) shortest: u64,
    pub(super) longest: u64,
}

/// A day of the calendar.
pub(super) struct Date {
    /// Whether the text says that something ends on it.
    pub(super) is_end: bool,
}

/// Reads a text.
pub(super) fn read(text: &str) -> Quantities {
    let tokens = tokens(text);
    let mut reader = Reader {
        found: Quantities {
            session: is_session(&tokens),
            ..Quantities::default()
        },
        tokens: &tokens,
        until: None,
    };
    for (at, token) in tokens.iter().enumerate() {
        match token {
            Token::Number(number) => reader.number(at, number),
            Token::Date => reader.date(at),
            Token::Word(word) => reader.word(at, word),
        }
    }
    reader.found
}

struct Reader<'t> {
    tokens: &'t [Token],
    found: Quantities,
    /// The last word such as `until`.
    until: Option<usize>,
}

impl Reader<'_> {
    fn number(&mut self, at: usize, number: &Number) {
        match self.tokens.get(at + 1).and_then(Token::unit) {
            // `every 30 seconds` is how often, not how long.
            Some(_) if at > 0 && self.tokens[at - 1].is_one_of(&["every", "each"]) => {}
            Some(unit) => self.found.times.push(number.in_unit(unit)),
            None if number.is_year() && self.is_end(at) => self.date(at),
            None => {}
        }
    }

    fn date(&mut self, at: usize) {
        let is_end = self.is_end(at);
        self.found.date = Some(Date { is_end });
    }

    fn word(&mut self, at: usize, word: &str) {
        if UNTIL.contains(&word) {
            self.until = Some(at);
        }
        let next = self.tokens.get(at + 1);
        let spelled = NUMBERS.iter().find(|(name, _)| *name == word);
        // `twenty-four months` is not four months.
        let begins = at == 0 || !self.tokens[at - 1].is_number();
        if let (Some((_, count)), Some(unit), true) = (spelled, next.and_then(Token::unit), begins)
        {
            self.found.times.push(Number::whole(*count).in_unit(unit));
        }
        if is_month(word) && self.has_year(at) {
            self.date(at);
        }
        let denied = self.is_after(at, DENIED);
        if ENDLESS.contains(&word) && !denied {
            self.found.endless = Some(word.to_owned());
        } else if LASTING.contains(&word) && !denied {
            self.found.lasting = Some(word.to_owned());
        }
        let ends = next.is_some_and(|next| next.is_one_of(ENDS));
        let bounded = self.tokens.get(at + 2);
        let bounded = bounded.is_some_and(|token| token.is_one_of(UNLESS));
        if NEVER.contains(&word) && ends && !bounded {
            self.found.endless = Some("that it never expires".to_owned());
        }
    }

    /// Whether one of these words is shortly before.
    fn is_after(&self, at: usize, words: &[&str]) -> bool {
        let before = &self.tokens[at.saturating_sub(3)..at];
        before.iter().any(|token| token.is_one_of(words))
    }

    /// Whether something ends here.
    fn is_end(&self, at: usize) -> bool {
        self.until.is_some_and(|until| at - until <= 6) && !self.is_after(at, SINCE)
    }

    /// Whether a year is near.
    fn has_year(&self, at: usize) -> bool {
        let near = [at.checked_sub(1), Some(at + 1), Some(at + 2)];
        let mut tokens = near
            .into_iter()
            .flatten()
            .filter_map(|at| self.tokens.get(at));
        tokens.any(|token| matches!(token, Token::Number(number) if number.is_year()))
    }
}

const UNTIL: &[&str] = &[
    "until", "till", "expires", "expire", "ends", "bis", "jusqu", "hasta", "até", "fino", "tot",
];
/// Words before a day on which something began.
const SINCE: &[&str] = &["since", "from", "as", "seit", "depuis"];
const ENDLESS: &[&str] = &[
    "unlimited",
    "forever",
    "indefinite",
    "indefinitely",
    "infinite",
    "infinitely",
    "eternal",
    "eternally",
    "everlasting",
    "unbegrenzt",
    "unbefristet",
    "illimité",
    "illimitée",
    "ilimitado",
    "ilimitada",
    "illimitato",
    "illimitata",
    "onbeperkt",
    "bezterminowo",
    "無期限",
    "无限期",
];
const LASTING: &[&str] = &["permanent", "permanently", "perpetual", "perpetually"];
/// Words that turn such a word into its opposite.
const DENIED: &[&str] = &[
    "not", "never", "no", "nicht", "nie", "pas", "non", "não", "niet", "t",
];
const NEVER: &[&str] = &["never", "not", "t", "no", "without"];
const ENDS: &[&str] = &["expire", "expires", "expiry", "expiration", "ends"];
const UNLESS: &[&str] = &[
    "before", "until", "unless", "within", "earlier", "sooner", "if",
];
const NUMBERS: &[(&str, u64)] = &[
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("eleven", 11),
    ("twelve", 12),
    ("thirteen", 13),
    ("fourteen", 14),
    ("eighteen", 18),
    ("twenty", 20),
    ("thirty", 30),
    ("sixty", 60),
    ("ninety", 90),
];

/// Month names in English, German and French. `may` is also a verb, but a year rarely follows it
/// then.
fn is_month(word: &str) -> bool {
    const MONTHS: [&str; 12] = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ];
    const LONG: &[&str] = &[
        "january",
        "february",
        "march",
        "april",
        "june",
        "july",
        "august",
        "sept",
        "september",
        "october",
        "november",
        "december",
        "januar",
        "februar",
        "märz",
        "mai",
        "juni",
        "juli",
        "okt",
        "oktober",
        "dez",
        "dezember",
        "janvier",
        "février",
        "mars",
        "avril",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ];
    MONTHS.contains(&word) || LONG.contains(&word)
}

/// Whether a text names the end of the session, and nothing else.
fn is_session(tokens: &[Token]) -> bool {
    let words: Vec<_> = tokens
        .iter()
        .map(|token| {
            if let Token::Word(word) = token {
                word
            } else {
                ""
            }
        })
        .collect();
    let texts = [
        "session",
        "session cookie",
        "browser session",
        "end of session",
        "end of the session",
    ];
    let closed = [
        "until you close your browser",
        "when you close your browser",
        "until the browser is closed",
    ];
    let words = words.join(" ");
    texts.contains(&words.as_str()) || closed.contains(&words.as_str())
}

enum Token {
    Word(String),
    Number(Number),
    Date,
}

impl Token {
    fn is_one_of(&self, words: &[&str]) -> bool {
        matches!(self, Self::Word(word) if words.contains(&word.as_str()))
    }

    fn is_number(&self) -> bool {
        match self {
            Self::Word(word) => {
                NUMBERS.iter().any(|(name, _)| name == word) || word.ends_with("ty")
            }
            Self::Number(_) | Self::Date => true,
        }
    }

    /// The unit that it certainly is. `m` is minutes or months, and some words are a day or a date
    /// in another language.
    fn unit(&self) -> Option<Unit> {
        match self {
            Self::Word(word) if !["m", "s", "an", "mon", "日", "月"].contains(&word.as_str()) => {
                Unit::guess(word)
            }
            _ => None,
        }
    }
}

/// A number as it was written: its digits, and how many of them are decimals.
struct Number {
    text: String,
    digits: u64,
    decimals: u32,
}

impl Number {
    fn whole(digits: u64) -> Self {
        Self {
            text: digits.to_string(),
            digits,
            decimals: 0,
        }
    }

    fn in_unit(&self, unit: Unit) -> Time {
        let (shortest, longest) = unit.seconds();
        let seconds = |unit: u64| self.digits.saturating_mul(unit) / 10_u64.pow(self.decimals);
        let text = if self.decimals == 0 {
            unit.times(self.digits)
        } else {
            format!("{} {}", self.text, unit.word())
        };
        Time {
            text,
            shortest: seconds(shortest),
            longest: seconds(longest),
        }
    }

    fn is_year(&self) -> bool {
        self.decimals == 0 && self.text.len() == 4 && self.digits >= 1990
    }
}

/// Splits a text into words in lower case and numbers.
fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(char::is_alphanumeric) {
        rest = &rest[start..];
        let is_number = rest.starts_with(|c: char| c.is_ascii_digit());
        let mut chars = rest.char_indices().peekable();
        let mut end = rest.len();
        while let Some((at, c)) = chars.next() {
            let joins =
                |next: Option<&(usize, char)>| next.is_some_and(|(_, next)| next.is_ascii_digit());
            let goes_on = match c {
                '0'..='9' => is_number || at > 0,
                '.' | ',' | '/' | '-' | '–' => is_number && joins(chars.peek()),
                c => !is_number && c.is_alphanumeric(),
            };
            if !goes_on {
                end = at;
                break;
            }
        }
        let (token, after) = rest.split_at(end);
        rest = after;
        if is_number {
            tokens.extend(number(token));
        } else {
            tokens.push(Token::Word(token.to_lowercase()));
        }
    }
    tokens
}

/// Reads a number or a date. Of a range, it reads the last number.
fn number(text: &str) -> Option<Token> {
    let groups: Vec<&str> = text.split(['.', ',', '/', '-', '–']).collect();
    let lengths: Vec<usize> = groups.iter().map(|group| group.len()).collect();
    let (digits, decimals) = match (lengths.as_slice(), text.contains(['.', ','])) {
        ([4, 1..=2, 1..=2] | [1..=2, 1..=2, 4], _) => return Some(Token::Date),
        ([1..=3, rest @ ..], true) if rest.iter().all(|length| *length == 3) => {
            (groups.concat(), 0)
        }
        ([_, decimals @ 1..=2], true) => (groups.concat(), *decimals),
        ([4, 2], false) if groups[0].parse().is_ok_and(|year: u32| year >= 1990) => {
            return Some(Token::Date);
        }
        (_, true) => return None,
        (_, false) => ((*groups.last()?).to_owned(), 0),
    };
    let text = if decimals == 0 {
        digits.clone()
    } else {
        text.to_owned()
    };
    Some(Token::Number(Number {
        text,
        digits: digits.parse().ok()?,
        decimals: u32::try_from(decimals).ok()?,
    }))
}
