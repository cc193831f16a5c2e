//! Escapes text for HTML. Every text of the site and of its visitors goes through it.

use core::fmt::{Result, Write};

use cookie_decl_core::markup::is_unprintable;

/// Writes text for an element or a quoted attribute. U+FFFD replaces what HTML forbids.
#[inline]
pub(crate) fn escape_html<W: Write>(text: &str, out: &mut W) -> Result {
    match first_suspect(text.as_bytes(), 0) {
        Some(at) => replace(text, at, out),
        None => out.write_str(text),
    }
}

/// Escapes the text from `at`, where the first character is that may have a replacement.
#[inline(never)]
fn replace<W: Write>(text: &str, mut at: usize, out: &mut W) -> Result {
    let mut written = 0;
    while let Some(c) = text[at..].chars().next() {
        let next = at + c.len_utf8();
        if let Some(replacement) = replacement(c) {
            out.write_str(&text[written..at])?;
            out.write_str(replacement)?;
            written = next;
        }
        let Some(suspect) = first_suspect(text.as_bytes(), next) else {
            break;
        };
        at = suspect;
    }
    out.write_str(&text[written..])
}

/// How many bytes are examined at once, which takes hardly longer than one byte.
const CHUNK: usize = 16;

/// The index of the first character at or after `from` that may have a [`replacement`].
fn first_suspect(bytes: &[u8], from: usize) -> Option<usize> {
    let Some(last) = bytes.last_chunk() else {
        // A copy into a chunk would be read before it has reached memory. Two halves need no copy.
        if let (Some(start), Some(end)) = (bytes.first_chunk(), bytes.last_chunk()) {
            let halves =
                u128::from(u64::from_le_bytes(*start)) | u128::from(u64::from_le_bytes(*end)) << 64;
            suspects(&halves.to_le_bytes())?;
        }
        return bytes[from..]
            .iter()
            .position(|byte| suspicion(*byte) != 0)
            .map(|at| from + at);
    };
    let (chunks, rest) = bytes[from..].as_chunks();
    for (number, chunk) in chunks.iter().enumerate() {
        if let Some(suspects) = suspects(chunk) {
            return Some(from + CHUNK * number + suspects.trailing_zeros() as usize / 8);
        }
    }
    if rest.is_empty() {
        return None;
    }
    // The last chunk begins before the rest.
    let seen = CHUNK - rest.len();
    let suspects = suspects(last)? >> (8 * seen);
    (suspects != 0).then(|| from + CHUNK * chunks.len() + suspects.trailing_zeros() as usize / 8)
}

/// The suspect bytes of a chunk as ones; `None` if it has none.
#[allow(
    clippy::inline_always,
    reason = "what it compares with is loaded once, not for each chunk"
)]
#[inline(always)]
fn suspects(chunk: &[u8; CHUNK]) -> Option<u128> {
    let mut suspects = [0; CHUNK];
    for (suspect, byte) in suspects.iter_mut().zip(chunk) {
        *suspect = suspicion(*byte);
    }
    let are_some = suspects.iter().fold(0, |all, suspect| all | suspect) != 0;
    are_some.then(|| u128::from_le_bytes(suspects))
}

/// All ones if a character that begins with this byte may have a replacement, otherwise 0. Beyond
/// ASCII these are the C1 controls, the last rows of the basic plane, and the other planes.
// Integers instead of `bool`s, to stay branch-free. `|` sets the bit in which `&` and `'`, or `<`
// and `>`, differ.
#[inline]
const fn suspicion(byte: u8) -> u8 {
    let markup = (byte == b'"') as u8 | (byte | 1 == b'\'') as u8 | (byte | 2 == b'>') as u8;
    let control = (byte == 0x7F) as u8 | (byte == 0xC2) as u8;
    // At least 0xEF, or less than 0x20.
    let other = (byte.wrapping_add(0x11) < 0x31) as u8;
    (markup | control | other).wrapping_neg()
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
