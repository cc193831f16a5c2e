//! A map with a short hash. The keys are from the user's own table, so nobody makes them collide on
//! purpose. The standard hash takes thousands of steps for a name in unoptimized code, and macros
//! are seldom optimized.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;

use cookie_decl_core::fnv::Fnv;

pub(crate) type Map<K, V> = HashMap<K, V, BuildHasherDefault<Fnv>>;
