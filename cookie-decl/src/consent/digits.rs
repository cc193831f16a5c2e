//! Numbers in the visitor's answer.

use alloc::string::String;

/// The digits of base64url (RFC 4648 section 5), which are cookie-octets.
const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// The digits of a mark. Marks are compared as digits, so that others need not be parsed.
pub(super) fn digits(mark: u64) -> [u8; 8] {
    core::array::from_fn(|digit| DIGITS[(mark >> (6 * (7 - digit)) & 63) as usize])
}

pub(super) fn push_mark(out: &mut String, mark: u64) {
    out.push('.');
    push_number(out, mark, 8);
}

pub(super) fn push_number(out: &mut String, number: u64, digits: u32) {
    for digit in (0..digits).rev() {
        out.push(char::from(DIGITS[(number >> (6 * digit) & 63) as usize]));
    }
}

pub(super) fn number(digits: &[u8]) -> Option<u64> {
    digits.iter().try_fold(0, |number, byte| {
        Some(number << 6 | u64::from(digit(*byte)?))
    })
}

/// The value of a digit in [`DIGITS`].
pub(super) fn digit(byte: u8) -> Option<u8> {
    Some(match byte {
        b'A'..=b'Z' => byte - b'A',
        b'a'..=b'z' => byte - b'a' + 26,
        b'0'..=b'9' => byte - b'0' + 52,
        b'-' => 62,
        b'_' => 63,
        _ => return None,
    })
}

/// The number of digits of a visitor's identifier.
pub(super) const ID_DIGITS: usize = 22;

pub(super) fn push_id(out: &mut String, id: [u8; 16]) {
    let mut id = u128::from_be_bytes(id);
    for _ in 0..ID_DIGITS {
        out.push(char::from(DIGITS[(id >> 122) as usize]));
        id <<= 6;
    }
}

/// Reads an identifier, exactly as [`push_id`] writes it.
pub(super) fn read_id(digits: &[u8]) -> Option<[u8; 16]> {
    let digits: &[u8; ID_DIGITS] = digits.try_into().ok()?;
    let [first @ .., last] = digits;
    let mut id = 0;
    for byte in first {
        id = id << 6 | u128::from(digit(*byte)?);
    }
    // Two bits are left for the last digit.
    let last = digit(*last)?;
    let (last, rest) = (last >> 4, last & 0xF);
    (rest == 0).then(|| (id << 2 | u128::from(last)).to_be_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifier_is_read_as_it_was_written() {
        let ids = [
            [0; 16],
            [255; 16],
            core::array::from_fn(|at| u8::try_from(at).unwrap() * 17),
        ];
        for id in ids {
            let mut text = String::new();
            push_id(&mut text, id);
            assert_eq!(text.len(), ID_DIGITS);
            assert_eq!(read_id(text.as_bytes()), Some(id));
        }
    }

    #[test]
    fn other_digits_are_no_identifier() {
        assert_eq!(read_id(b"AAAAAAAAAAAAAAAAAAAAAA"), Some([0; 16]));
        assert_eq!(
            read_id(b"AAAAAAAAAAAAAAAAAAAAAB"),
            None,
            "one has one spelling"
        );
        assert_eq!(read_id(b"AAAAAAAAAAAAAAAAAAAAA"), None);
        assert_eq!(read_id(b"AAAAAAAAAAAAAAAAAAAAA="), None);
    }
}
