//! A map with a short hash: nobody chooses keys to collide in his own table, and the one of the standard library takes
//! thousands of steps a name in code that is not optimized, as a macro seldom is.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

pub(crate) type Map<K, V> = HashMap<K, V, BuildHasherDefault<Fnv>>;

/// FNV-1a, 64 bits, which is that of the fingerprints as well: it never changes.
pub(crate) struct Fnv(u64);

impl Fnv {
    fn add(&mut self, number: u64) {
        self.0 = (self.0 ^ number).wrapping_mul(0x0100_0000_01b3);
    }
}

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn write(&mut self, bytes: &[u8]) {
        // Not an iterator, each step of which is several calls.
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
