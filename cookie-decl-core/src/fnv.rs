//! The hash FNV-1a with 64 bits. It is short and never changes, so stored hashes stay comparable.

use core::hash::Hasher;

/// The state of a hash.
#[derive(Debug, Clone, Copy)]
pub struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Fnv {
    fn add(&mut self, number: u64) {
        self.0 = (self.0 ^ number).wrapping_mul(0x0100_0000_01b3);
    }
}

impl Hasher for Fnv {
    fn write(&mut self, bytes: &[u8]) {
        // A loop instead of an iterator: macros are seldom optimized, and each step of an
        // iterator would be several calls.
        let mut at = 0;
        while at < bytes.len() {
            self.add(bytes[at].into());
            at += 1;
        }
    }

    fn write_usize(&mut self, number: usize) {
        self.add(number as u64);
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

/// Hashes bytes.
pub fn fnv(bytes: impl IntoIterator<Item = u8>) -> u64 {
    let mut hash = Fnv::default();
    bytes.into_iter().for_each(|byte| hash.add(byte.into()));
    hash.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_the_published_function() {
        // http://www.isthe.com/chongo/tech/comp/fnv, test vectors.
        assert_eq!(fnv(*b""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(fnv(*b"foobar"), 0x8594_4171_f739_67e8);
        let mut hash = Fnv::default();
        hash.write(b"foobar");
        assert_eq!(hash.finish(), fnv(*b"foobar"));
    }
}
