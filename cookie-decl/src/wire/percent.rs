//! Percent-encoding (RFC 3986 section 2.1).

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

/// Encodes every byte that is not kept as `%XX`.
pub(crate) fn encode(text: &str, is_kept: impl Fn(u8) -> bool) -> Cow<'_, str> {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    if text.bytes().all(&is_kept) {
        return Cow::Borrowed(text);
    }
    let mut encoded = String::with_capacity(text.len() * 2);
    for byte in text.bytes() {
        if is_kept(byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push('%');
            encoded.push(char::from(HEX[usize::from(byte >> 4)]));
            encoded.push(char::from(HEX[usize::from(byte & 15)]));
        }
    }
    encoded.into()
}

/// Decodes every `%XX`. Returns Returns `None` for a damaged `%`, and if the result is not UTF-8.
// The `percent-encoding` crate keeps a damaged `%`, so damaged values would pass.
pub(crate) fn decode(text: &str) -> Option<Cow<'_, str>> {
    if !text.as_bytes().contains(&b'%') {
        return Some(Cow::Borrowed(text));
    }
    let digit = |byte: &u8| {
        Some(match byte {
            b'0'..=b'9' => byte - b'0',
            b'a'..=b'f' => byte - b'a' + 10,
            b'A'..=b'F' => byte - b'A' + 10,
            _ => return None,
        })
    };
    let mut decoded = Vec::with_capacity(text.len());
    let mut bytes = text.as_bytes();
    while let Some((first, rest)) = bytes.split_first() {
        bytes = rest;
        if *first == b'%' {
            let [high, low, rest @ ..] = rest else {
                return None;
            };
            decoded.push(digit(high)? << 4 | digit(low)?);
            bytes = rest;
        } else {
            decoded.push(*first);
        }
    }
    String::from_utf8(decoded).ok().map(Cow::Owned)
}
