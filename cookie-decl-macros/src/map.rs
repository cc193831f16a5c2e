//! A map with a short hash: nobody chooses keys to collide in his own table, and the one of the standard library takes
//! thousands of steps a name in code that is not optimized, as a macro seldom is.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;

use cookie_decl_core::fnv::Fnv;

pub(crate) type Map<K, V> = HashMap<K, V, BuildHasherDefault<Fnv>>;
