//! The writing direction of a language or a letter.

/// The direction of a script.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize),
    serde(rename_all = "lowercase")
)]
pub enum Direction {
    /// From left to right.
    Ltr,
    /// From right to left, such as Arabic and Hebrew.
    Rtl,
}

impl Direction {
    /// The value in HTML: `ltr` or `rtl`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

/// The direction of a language.
///
/// That is the direction of its script if the tag names one (`az-Arab`), otherwise the usual one.
pub fn direction_of_language(tag: &str) -> Direction {
    const SCRIPTS: &[&str] = &[
        "Adlm", "Arab", "Aran", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa", "Yezi",
    ];
    let (language, rest) = tag.split_once('-').unwrap_or((tag, ""));
    let subtags = rest.split('-').take_while(|subtag| subtag.len() > 1);
    let script = subtags
        .filter(|tag| tag.len() == 4)
        .find(|tag| tag.bytes().all(|byte| byte.is_ascii_alphabetic()));
    let is_rtl = match script {
        Some(script) => SCRIPTS
            .iter()
            .any(|other| other.eq_ignore_ascii_case(script)),
        None => is_written_rtl(language),
    };
    if is_rtl {
        Direction::Rtl
    } else {
        Direction::Ltr
    }
}

/// Whether a language is usually written from right to left.
// One `match` rather than a search in a list, because every page asks, and it is faster.
fn is_written_rtl(language: &str) -> bool {
    let mut small = [0; 3];
    let Some(small) = small.get_mut(..language.len()) else {
        return false;
    };
    small.copy_from_slice(language.as_bytes());
    small.make_ascii_lowercase();
    matches!(
        &*small,
        b"ar"
            | b"arc"
            | b"azb"
            | b"bgn"
            | b"bqi"
            | b"ckb"
            | b"dv"
            | b"fa"
            | b"glk"
            | b"he"
            | b"iw"
            | b"ji"
            | b"ks"
            | b"lrc"
            | b"mzn"
            | b"nqo"
            | b"pnb"
            | b"prs"
            | b"ps"
            | b"sd"
            | b"skr"
            | b"syr"
            | b"ug"
            | b"ur"
            | b"yi"
    )
}

/// The direction of a letter.
pub(crate) fn direction_of_letter(letter: char) -> Direction {
    let letter = u32::from(letter);
    // All letters of right-to-left scripts come after most other letters.
    if letter < 0x0590 {
        return Direction::Ltr;
    }
    let is_rtl = matches!(
        letter,
        0x0590..=0x08FF | 0xFB1D..=0xFDFF | 0xFE70..=0xFEFF | 0x1_0800..=0x1_0FFF | 0x1_E800..=0x1_EFFF
    );
    if is_rtl {
        Direction::Rtl
    } else {
        Direction::Ltr
    }
}
