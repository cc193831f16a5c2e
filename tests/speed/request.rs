//! One request: reads its cookies and the visitor's answer, and looks up and gates each name.

use std::collections::HashSet;
use std::fmt::Write as _;

use cookie_decl::{Gpc, RequestCookies};

use crate::harness::{Bound, Contender, Work};
use crate::tables::request::{Category, Consent, POLICY, PREFERENCES};

const NOW: u64 = 1_795_305_600;

pub(crate) fn works() -> Vec<Work> {
    [20, 40, 80, 160].map(work).into()
}

/// With 160 cookies, the header is as long as servers accept: about 8 kB.
fn work(count: usize) -> Work {
    let answer = PREFERENCES
        .set(&Consent::accept_all(NOW))
        .expect("it is an answer");
    let mut header = format!("{}={}", answer.name(), answer.value());
    let names = POLICY
        .in_category(Category::Statistics)
        .map(cookie_decl::Declaration::name);
    for (index, name) in names.take(count - 1).enumerate() {
        write!(header, "; {name}=GS1.1.17953056{index:03}.1.0.1795305600.0")
            .expect("writing to a `String` cannot fail");
    }
    let theirs = header.clone();
    let allowed: HashSet<&str> = POLICY
        .declarations()
        .iter()
        .map(cookie_decl::Declaration::name)
        .collect();
    assert_eq!(in_a_jar(&header, &allowed), count);
    assert_eq!(ours(&header), count, "every one is allowed");
    Work {
        name: format!("request, {count} cookies, {} B", header.len()),
        ours: Contender::new("read and gate", move || ours(std::hint::black_box(&header))),
        peers: vec![(
            Contender::new("cookie's jar and a HashSet", move || {
                in_a_jar(std::hint::black_box(&theirs), &allowed)
            }),
            Bound::Ratio(1.0 / 3.0),
        )],
    }
}

fn ours(header: &str) -> usize {
    let cookies = RequestCookies::from_header(header);
    let consent = Consent::from_request(cookies, Gpc::OFF, NOW);
    let is_allowed = |name: &str| {
        let category = POLICY
            .find(name)
            .and_then(|row| row.category().name().parse().ok());
        category.is_some_and(|category| consent.allows(category))
    };
    cookies.iter().filter(|(name, _)| is_allowed(name)).count()
}

fn in_a_jar(header: &str, allowed: &HashSet<&str>) -> usize {
    let mut jar = cookie::CookieJar::new();
    for cookie in cookie::Cookie::split_parse(header.to_owned()).flatten() {
        jar.add_original(cookie);
    }
    jar.iter()
        .filter(|cookie| allowed.contains(cookie.name()))
        .count()
}
