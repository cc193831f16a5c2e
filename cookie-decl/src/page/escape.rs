//! Escaping for HTML, which every text of the site and of its visitors goes through.

use core::fmt::{Result, Write};

use super::is_unprintable;

/// Text, in an element or in a quoted attribute. What HTML does not allow even as a reference is replaced.
pub(crate) fn escape_html<W: Write>(text: &str, out: &mut W) -> Result {
    let mut short = [b' '; CHUNK];
    let bytes = match short.get_mut(..text.len()) {
        Some(start) => {
            start.copy_from_slice(text.as_bytes());
            &short
        }
        None => text.as_bytes(),
    };
    let (mut written, mut start) = (0, 0);
    while let Some(chunk) = bytes[start..].first_chunk() {
        let mut suspects = suspects(chunk);
        while suspects != 0 {
            let at = start + suspects.trailing_zeros() as usize / 8;
            suspects &= suspects - 1;
            if at >= written
                && let Some(c) = text[at..].chars().next()
                && let Some(replacement) = replacement(c)
            {
                out.write_str(&text[written..at])?;
                out.write_str(replacement)?;
                written = at + c.len_utf8();
            }
        }
        if start + CHUNK == bytes.len() {
            break;
        }
        // The last chunk may begin in the one before.
        start = (start + CHUNK).min(bytes.len() - CHUNK);
    }
    out.write_str(&text[written..])
}

/// The bytes of a text that are looked at side by side, which takes hardly longer than one of them.
const CHUNK: usize = 16;

/// A bit for each byte of a chunk with which a character begins that may have a [`replacement`].
#[inline]
fn suspects(chunk: &[u8; CHUNK]) -> u128 {
    let mut suspects = [0; CHUNK];
    for (suspect, byte) in suspects.iter_mut().zip(chunk) {
        *suspect = suspicion(*byte);
    }
    u128::from_le_bytes(suspects)
}

/// 1 if a character that begins with this byte may have a replacement: of those beyond ASCII the second row of
/// Latin-1, the last rows of the basic plane, and the other planes.
// Numbers, as truths would become branches. `|` stands for the bit in which `&` and `'`, or `<` and `>`, differ.
#[inline]
const fn suspicion(byte: u8) -> u8 {
    let markup = (byte == b'"') as u8 | (byte | 1 == b'\'') as u8 | (byte | 2 == b'>') as u8;
    let control = (byte == 0x7F) as u8 | (byte == 0xC2) as u8;
    // 0xEF and above, or below 0x20.
    markup | control | (byte.wrapping_add(0x11) < 0x31) as u8
}

#[inline]
fn replacement(c: char) -> Option<&'static str> {
    match c {
        '&' => Some("&amp;"),
        '<' => Some("&lt;"),
        '>' => Some("&gt;"),
        '"' => Some("&quot;"),
        '\'' => Some("&#39;"),
        '\n' | '\t' => None,
        '\r' => Some("\n"),
        c if is_unprintable(c) => Some("\u{FFFD}"),
        _ => None,
    }
}
