//! A table of 2,000 names, which `build.rs` writes.

mod cookies {
    include!(concat!(env!("OUT_DIR"), "/large_table.rs"));
}

use std::collections::HashSet;

use cookies::{NAMES, POLICY};

#[test]
fn every_name_is_found_as_itself() {
    for (row, name) in NAMES.iter().enumerate() {
        let found = POLICY
            .find(name)
            .unwrap_or_else(|| panic!("{name} is declared"));
        assert_eq!(found.name(), *name);
        // It must be its own row.
        assert_eq!(found.duration().max_age(), Some(row as u64 + 1));
        assert_eq!(POLICY.find_all(name).count(), 1);
    }
}

#[test]
fn near_misses_are_not_found() {
    let declared: HashSet<&str> = NAMES.iter().copied().collect();
    let mut misses = 0;
    for name in NAMES {
        let swapped: String = name.chars().rev().collect();
        let near = [
            name[..name.len() - 1].to_owned(),
            name[1..].to_owned(),
            format!("{name}_"),
            format!("_{name}"),
            format!("{name}\0"),
            format!("{name} "),
            name.to_uppercase(),
            name.replace('_', "-"),
            name.replacen('i', "l", 1),
            swapped,
        ];
        for near in near.iter().filter(|near| !declared.contains(near.as_str())) {
            assert!(POLICY.find(near).is_none(), "{near} is not declared");
            misses += 1;
        }
    }
    assert!(misses > 15_000, "{misses}");
}

#[test]
fn the_macro_finds_names_all_over_the_table() {
    assert_eq!(cookies::cookie!("_ga_id_0").name(), NAMES[0]);
    assert_eq!(
        cookies::cookie!("hubspot_user_10").name(),
        cookies::ROW_850.name()
    );
    assert_eq!(cookies::cookie!("intercom_state_10").name(), NAMES[1_990]);
}
