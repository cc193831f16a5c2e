//! What an answer was about: a number for each category over the facts that matter to the decision.
//!
//! Gate, names, providers, storage, who stores it, durations and `revision` are in it; wording, order, language,
//! attributes and the address of the site are not. When it changes, the visitor is asked about that category again.

use cookie_decl_core::fnv::fnv;

use crate::keys::Gate;
use crate::model::{Category, Duration, Policy, Row, SetBy, Storage, Term};

/// The fingerprint of a category.
fn category(index: usize, policy: &Policy) -> u64 {
    let category = &policy.categories[index];
    let mut rows: Vec<_> = policy
        .rows
        .iter()
        .filter(|row| row.category == index)
        .map(|row| facts(row, policy))
        .collect();
    rows.sort_unstable();
    hash(&format!("{}\n{}", head(category), rows.join("\n")))
}

/// The fingerprints of all categories.
pub(super) fn categories(policy: &Policy) -> Vec<u64> {
    (0..policy.categories.len())
        .map(|index| category(index, policy))
        .collect()
}

/// The fingerprint of the whole table, whatever the order of its categories.
pub(super) fn table(categories: &[u64]) -> u64 {
    let mut categories = categories.to_vec();
    categories.sort_unstable();
    hash(&format!("{categories:x?}"))
}

fn head(category: &Category) -> String {
    let gate = match category.gate {
        Gate::Exempt => "exempt",
        Gate::OptIn => "opt_in",
        Gate::OptOut => "opt_out",
    };
    format!("{}\t{gate}\t{}", category.ident, category.revision)
}

/// A row, without what has no bearing on the decision.
fn facts(row: &Row, policy: &Policy) -> String {
    let name = match &row.name.pattern {
        Some(pattern) => pattern.literals().collect::<Vec<_>>().join("{}"),
        None => row.name.text.clone(),
    };
    let provider = row.provider.map_or_else(String::new, |(index, _)| {
        let provider = &policy.providers[index];
        format!(
            "{} {} {:?}",
            provider.ident, provider.third_party, provider.domain
        )
    });
    let set_by = match &row.set_by {
        SetBy::Server => "server".to_owned(),
        SetBy::Script => "script".to_owned(),
        SetBy::Other => "other".to_owned(),
        SetBy::ThirdParty(domain) => format!("third_party {domain:?}"),
    };
    let storage = match &row.storage {
        Storage::Cookie => "cookie",
        Storage::LocalStorage => "local_storage",
        Storage::SessionStorage => "session_storage",
        Storage::IndexedDb => "indexed_db",
        Storage::Pixel => "pixel",
        Storage::Other(name) => name,
    };
    format!(
        "{name}\t{provider}\t{set_by}\t{storage}\t{}",
        duration(&row.duration)
    )
}

fn duration(duration: &Duration) -> String {
    let term = |term: &Term| {
        let seconds = term
            .time
            .map(|(count, unit)| u64::from(count) * unit.seconds().0);
        format!("{seconds:?} {}", term.rolling)
    };
    match duration {
        Duration::Unstated => "unstated".to_owned(),
        Duration::Persistent(_) => "persistent".to_owned(),
        Duration::RunTime(_, max, _) => term(max),
        Duration::Terms(terms, _) => {
            let mut terms: Vec<_> = terms.iter().map(term).collect();
            terms.sort_unstable();
            terms.join(" or ")
        }
    }
}

/// It never changes, so that answers outlive releases of the library.
fn hash(text: &str) -> u64 {
    fnv(text.bytes())
}

#[cfg(test)]
mod tests {
    use crate::tests::checked;

    const TABLE: &str = r#"
        pub policy for "https://a.example";
        provider Acme = "Acme" { domain: "acme.example" }
        provider Other = "Other";
        /// Title
        ///
        /// Text
        #[allow(no_purpose, no_consent_row)]
        category Statistics: opt_in(revision 1) {
            cookie | provider | duration;
            /// Why
            A = "a" | Acme | 12 months;
            B = "b_{id}" | _ | session or 2 weeks | set_by = script;
        }
        /// Second
        #[allow(empty_category)]
        category Second: opt_out {}
    "#;

    fn fingerprint(table: &str) -> u64 {
        let policy = checked(table);
        let is_statistics = |category: &crate::model::Category| category.ident == "Statistics";
        super::category(
            policy.categories.iter().position(is_statistics).unwrap(),
            &policy,
        )
    }

    fn changed(from: &str, to: &str) -> bool {
        let table = TABLE.replace(from, to);
        assert_ne!(table, TABLE, "{from} is in the table");
        fingerprint(&table) != fingerprint(TABLE)
    }

    #[test]
    fn what_matters_to_the_decision_changes_it() {
        for (from, to) in [
            ("\"a\"", "\"aa\""),
            ("| Acme |", "| Other |"),
            ("12 months", "13 months"),
            ("session or 2 weeks", "2 weeks"),
            ("set_by = script", "set_by = other"),
            ("set_by = script", "set_by = \"ads.example\""),
            (
                "set_by = script",
                "storage = local_storage | duration = persistent",
            ),
            ("revision 1", "revision 2"),
            ("Statistics: opt_in(", "Statistics: opt_out("),
            ("domain: \"acme.example\"", "third_party"),
        ] {
            let row = "_ | session or 2 weeks | set_by = script";
            let (from, to) = if to.starts_with("storage") {
                (row, "_ | persistent | storage = local_storage")
            } else {
                (from, to)
            };
            assert!(changed(from, to), "{from} -> {to}");
        }
    }

    #[test]
    fn wording_order_and_the_rest_do_not() {
        for (from, to) in [
            ("Why", "Because"),
            ("/// Title", "/// Another title"),
            ("\"Acme\"", "\"Acme Inc.\""),
            ("https://a.example", "https://b.example"),
            ("pub policy", "language fr; policy"),
            ("12 months", "360 days \"a year\""),
            ("{id}", "{site}"),
            (
                "A = \"a\" | Acme | 12 months;",
                "X: u32 = \"a\" | Acme | 12 months | attributes = .. Path=\"/x\" | note = \"n\";",
            ),
        ] {
            assert!(!changed(from, to), "{from} -> {to}");
        }
        let (head, rest) = TABLE.split_once("/// Second").unwrap();
        let (policy, category) = head.split_once("/// Title").unwrap();
        let swapped = format!("{policy} /// Second {rest} /// Title {category}");
        assert_eq!(
            fingerprint(&swapped),
            fingerprint(TABLE),
            "order of categories"
        );
        let table = |table| super::table(&super::categories(&checked(table)));
        assert_eq!(table(&swapped), table(TABLE));
    }

    #[test]
    fn it_is_the_same_in_every_release() {
        assert_eq!(fingerprint(TABLE), 14_934_160_577_115_968_639);
    }
}
