//! Characters that texts must not contain, in the table or in a file of translations.

/// The message for a text with a character that nobody can see. Such a text cannot be reviewed, and
/// may mean something else than it shows.
///
/// Right-to-left marks, joiners, soft hyphens and spaces of all widths are allowed: languages and
/// emoji need them.
pub(crate) fn refusal(text: &str) -> Option<String> {
    // Nearly all texts. Tabs and line breaks indent a text of several lines.
    if text
        .bytes()
        .all(|byte| matches!(byte, b' '..=b'~' | b'\n' | b'\t'))
    {
        return None;
    }
    let mut chars = text.chars().peekable();
    let mut flag = false;
    while let Some(c) = chars.next() {
        // After a black flag, these tags name a region.
        flag = c == '\u{1f3f4}' || flag && matches!(c, '\u{e0020}'..='\u{e007f}');
        let point = code_point(c);
        let what = match c {
            '\n' | '\t' => continue,
            '\r' if chars.peek() == Some(&'\n') => continue,
            '\u{2028}' | '\u{2029}' => {
                format!("the line break {point}, which few programs show as one")
            }
            c if c.is_control() => format!("the control character {point}"),
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
                format!("{point}, which changes the order in which the letters around it are shown")
            }
            '\u{2061}'..='\u{2065}'
            | '\u{206a}'..='\u{206f}'
            | '\u{feff}'
            | '\u{fff0}'..='\u{fffb}' => {
                format!("the invisible character {point}")
            }
            '\u{e0000}'..='\u{e0fff}' if !flag && !is_selector(c) => {
                format!("the invisible character {point}")
            }
            c if is_noncharacter(c) => format!("{point}, which is not a character"),
            _ => continue,
        };
        return Some(format!("the text contains {what}: remove it"));
    }
    None
}

/// Whether a text has no visible character.
pub(crate) fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || is_invisible(c))
}

/// Whether a character is invisible: a control, an unusual space, a joiner, a direction mark, a
/// selector.
pub(crate) fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{a0}' | '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{1680}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{2000}'..='\u{200f}' | '\u{2028}'..='\u{202f}' | '\u{205f}'..='\u{206f}'
            | '\u{2800}' | '\u{3000}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e0fff}')
}

/// `U+202E`
pub(crate) fn code_point(c: char) -> String {
    format!("U+{:04X}", c as u32)
}

/// Names a space, by its code point unless it is the usual one.
pub(crate) fn space(c: char) -> String {
    if c == ' ' {
        "a space".to_owned()
    } else {
        format!("the invisible character {}", code_point(c))
    }
}

/// Whether it is a variation selector, which chooses a shape of the ideograph before it.
fn is_selector(c: char) -> bool {
    matches!(c, '\u{e0100}'..='\u{e01ef}')
}

fn is_noncharacter(c: char) -> bool {
    matches!(c, '\u{fdd0}'..='\u{fdef}') || c as u32 & 0xfffe == 0xfffe
}
