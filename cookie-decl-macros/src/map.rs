//! A map with a short hash: nobody chooses keys to collide in his own table, and the one of the standard library takes
//! thousands of steps a name in code that is not optimized, as a macro seldom is.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

pub(crate) type Map<K, V> = HashMap<K, V, BuildHasherDefault<Short>>;

/// Multiplies eight bytes at a time.
#[derive(Default)]
pub(crate) struct Short(u64);

impl Hasher for Short {
    fn write(&mut self, bytes: &[u8]) {
        for chunk in bytes.chunks(8) {
            let mut word = [0; 8];
            word[..chunk.len()].copy_from_slice(chunk);
            self.0 = (self.0.rotate_left(23) ^ u64::from_le_bytes(word)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        }
    }

    fn finish(&self) -> u64 {
        // The map takes both ends of it.
        self.0 ^ self.0 >> 32
    }
}
