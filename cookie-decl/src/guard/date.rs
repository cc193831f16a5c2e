//! `Expires` as browsers read it (RFC 6265bis section 5.1.1): whatever stands between digits, in whatever order, so that
//! a removal is one also where it is written as servers did before HTTP had one form for dates.

const MONTHS: [&[u8; 3]; 12] =
    [b"jan", b"feb", b"mar", b"apr", b"may", b"jun", b"jul", b"aug", b"sep", b"oct", b"nov", b"dec"];

/// The seconds since 1970, 0 for what was before; `None` of what is no date.
pub(super) fn seconds_of(text: &str) -> Option<u64> {
    let (mut time, mut day, mut month, mut year) = (None, None, None, None);
    for token in text.as_bytes().split(|byte| is_delimiter(*byte)).filter(|token| !token.is_empty()) {
        // The first thing that a token can be, and that is not known yet.
        if time.is_none() && time_of(token).is_some() {
            time = time_of(token);
        } else if day.is_none() && number(token, 1..=2).is_some() {
            day = number(token, 1..=2);
        } else if month.is_none() && month_of(token).is_some() {
            month = month_of(token);
        } else if year.is_none() && number(token, 2..=4).is_some() {
            year = number(token, 2..=4);
        }
    }
    let year = match year? {
        year @ 70..=99 => year + 1900,
        year @ 0..=69 => year + 2000,
        year => year,
    };
    let ((hour, minute, second), day, month) = (time?, day?, month?);
    let is_date = year >= 1601 && (1..=days_in(month, year)).contains(&day);
    if !is_date || hour > 23 || minute > 59 || second > 59 {
        return None;
    }
    let days = days_before(year, month) + day - 1;
    let seconds = ((days * 24 + hour) * 60 + minute) * 60 + second;
    Some(seconds.saturating_sub(days_before(1970, 0) * 86_400))
}

fn is_delimiter(byte: u8) -> bool {
    matches!(byte, b'\t' | b' '..=b'/' | b';'..=b'@' | b'['..=b'`' | b'{'..=b'~')
}

/// A number of so many digits, whatever follows them but a further digit.
fn number(token: &[u8], digits: core::ops::RangeInclusive<usize>) -> Option<u64> {
    let count = token.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let value = |value: u64, digit: &u8| value * 10 + u64::from(digit - b'0');
    digits.contains(&count).then(|| token[..count].iter().fold(0, value))
}

fn time_of(token: &[u8]) -> Option<(u64, u64, u64)> {
    let mut parts = token.splitn(3, |byte| *byte == b':');
    let (hour, minute, second) = (parts.next()?, parts.next()?, parts.next()?);
    let whole = |part: &[u8]| number(part, 1..=2).filter(|_| part.iter().all(u8::is_ascii_digit));
    Some((whole(hour)?, whole(minute)?, number(second, 1..=2)?))
}

/// From 0 for January.
fn month_of(token: &[u8]) -> Option<u64> {
    let start = token.get(..3)?;
    (0..).zip(MONTHS).find(|(_, name)| start.eq_ignore_ascii_case(*name)).map(|(month, _)| month)
}

fn is_leap(year: u64) -> bool {
    year.is_multiple_of(4) && !year.is_multiple_of(100) || year.is_multiple_of(400)
}

fn days_in(month: u64, year: u64) -> u64 {
    match month {
        1 => 28 + u64::from(is_leap(year)),
        3 | 5 | 8 | 10 => 30,
        _ => 31,
    }
}

/// The days from the year 1 to the first of the month.
fn days_before(year: u64, month: u64) -> u64 {
    let years = year - 1;
    years * 365 + years / 4 - years / 100 + years / 400 + (0..month).map(|month| days_in(month, year)).sum::<u64>()
}
