//! Realistic names: the same in every run, similar as those of one vendor are, and of all lengths.

use std::collections::HashSet;

use crate::random::Random;

const VENDORS: &[&str] = &[
    "_ga",
    "_gid",
    "_gcl_au",
    "_fbp",
    "_pk_id",
    "_hj",
    "_hjSession",
    "__stripe",
    "__cf",
    "__Host-",
    "__Secure-",
    "ajs",
    "amp",
    "mp",
    "li",
    "IDE",
    "MUID",
    "NID",
    "ANID",
    "ASP.NET",
    "AWSALB",
    "JSESSION",
    "PHPSESS",
    "OptanonAlert",
    "CookieConsent",
    "hubspot",
    "intercom-",
    "intercom-device-",
    "optimizely",
    "wordpress",
    "wp-settings-",
    "woocommerce",
    "drupal",
    "TYPO3",
    "django",
    "laravel",
    "csrf",
    "XSRF-",
    "SSO",
    "visitor",
    "uid",
    "tracker",
    "segment",
    "datadome",
    "_dd_s",
    "cto",
    "criteo",
    "taboola",
    "outbrain",
    "yandex",
    "_ym",
    "tmr",
    "Hm_lvt",
    "BAIDU",
    "ttwid",
    "snap",
    "pin",
];
const WHAT: &[&str] = &[
    "",
    "id",
    "ses",
    "session",
    "token",
    "user",
    "state",
    "hash",
    "ts",
    "count",
    "flag",
    "lang",
    "cart",
    "theme",
    "ab",
    "consent",
    "device",
    "visitor",
    "utm",
    "ref",
    "geo",
    "seg",
    "last_visit",
    "first_seen",
    "exp",
    "pref",
    "uuid",
];

/// What a vendor adds to a name: a number, a short hash, or nothing.
fn tail(random: &mut Random) -> String {
    match random.below(4) {
        0 => String::new(),
        1 => format!("{}", random.below(100)),
        2 => format!("{:x}", 0x1000 + random.below(0xf000)),
        _ => format!(
            "{:x}{:x}",
            0x1000_0000 + random.below(0x6000_0000),
            0x1000 + random.below(0xf000)
        ),
    }
}

fn name(random: &mut Random) -> String {
    let separator = random.of(&["_", "-", ".", ""]);
    let (vendor, what, tail) = (random.of(VENDORS), random.of(WHAT), tail(random));
    let parts = [vendor, what, &tail];
    let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(separator)
}

/// Returns this many different names, and as many that are not among them.
pub(crate) fn names(count: usize) -> (Vec<String>, Vec<String>) {
    let (mut random, mut seen) = (Random::new(5), HashSet::new());
    let mut names = Vec::new();
    while names.len() < 2 * count {
        let name = name(&mut random);
        // A table should not have names that differ only in case.
        if seen.insert(name.to_lowercase()) {
            names.push(name);
        }
    }
    let others = names.split_off(count);
    (names, others)
}

/// Returns this many names with holes. Most start with a text; some end with one, or have one in
/// the middle as well.
///
/// Each has a name that it matches.
pub(crate) fn patterns(count: usize) -> Vec<(String, String)> {
    let (mut random, mut seen) = (Random::new(7), HashSet::new());
    let mut patterns = Vec::new();
    while patterns.len() < count {
        let (vendor, what, separator) = (
            random.of(VENDORS),
            random.of(WHAT),
            random.of(&["_", "-", "."]),
        );
        let number = random.below(100);
        let (pattern, name) = match random.below(12) {
            0 => (
                format!("{{shard}}{separator}{vendor}{what}"),
                format!("{number}{separator}{vendor}{what}"),
            ),
            1 => (
                format!("{vendor}{separator}{what}{{site}}.{{hash}}"),
                format!("{vendor}{separator}{what}{number}.1fff{number}"),
            ),
            _ => (
                format!("{vendor}{separator}{what}{{id}}"),
                format!("{vendor}{separator}{what}{number}"),
            ),
        };
        let is_new = seen.insert(pattern.to_lowercase().replace("{site}.{hash}", "{id}"));
        // No text before a hole is empty.
        if is_new && !what.is_empty() {
            patterns.push((pattern, name));
        }
    }
    patterns
}
