//! What a visitor's consent was about: for each category, a hash of the facts that matter to the
//! decision.
//!
//! They are the gate, `advanced`, the names, providers, storage, who stores it, the durations, the legal
//! basis, whether the deployment decides about a row, and `revision`; not the wording, the order, the language, the
//! attributes and the address of the site. When a fingerprint changes, the visitor is asked about
//! that category again.

use cookie_decl_core::fnv::fnv;
use proc_macro2::Span;

use crate::ast::{Term, Text};
use crate::errors::Errors;
use crate::model::{Category, Declaration, Duration, SetBy, Storage, Table};

/// The fingerprint of one category.
fn category(number: usize, table: &Table) -> u64 {
    let declarations = table.declarations.iter();
    let mut facts: Vec<_> = declarations
        .filter(|declaration| declaration.category == number)
        .map(|declaration| facts(declaration, table))
        .collect();
    let listed = table.listed.iter();
    facts.extend(
        listed
            .filter(|declaration| declaration.category == number)
            .map(|declaration| format!("also\t{}", self::facts(declaration, table))),
    );
    facts.sort_unstable();
    let head = head(&table.categories[number]);
    hash(&format!("{head}\n{}", facts.join("\n")))
}

/// Computes the fingerprint of each category.
pub(super) fn compute(table: &mut Table, errors: &mut Errors) {
    for number in 0..table.categories.len() {
        let fingerprint = category(number, table);
        let category = &mut table.categories[number];
        category.fingerprint = fingerprint;
        for (_, span) in category
            .also
            .iter()
            .filter(|(also, _)| *also == fingerprint)
        {
            errors.push(
                *span,
                "this is the fingerprint of the category as it is now; `also` names that of an earlier state",
            );
        }
    }
}

/// The fingerprints of earlier states of a category.
pub(super) fn earlier(texts: &[Text], errors: &mut Errors) -> Vec<(u64, Span)> {
    let mut fingerprints = Vec::new();
    for Text { text, span } in texts {
        let is_hash = text.len() == 16 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        let Some(fingerprint) = u64::from_str_radix(text, 16).ok().filter(|_| is_hash) else {
            errors.push(
                *span,
                format!(
                    "`{text}` is not a fingerprint: it has 16 digits, as the policy file prints them"
                ),
            );
            continue;
        };
        if fingerprints
            .iter()
            .any(|(earlier, _)| *earlier == fingerprint)
        {
            errors.push(*span, format!("the fingerprint `{text}` is written twice"));
        }
        fingerprints.push((fingerprint, *span));
    }
    fingerprints
}

/// The fingerprint of the whole table. It does not depend on the order of the categories.
pub(crate) fn of_table(table: &Table) -> u64 {
    let mut categories: Vec<_> = table.categories.iter().map(|it| it.fingerprint).collect();
    categories.sort_unstable();
    hash(&format!("{categories:x?}"))
}

fn head(category: &Category) -> String {
    let gate = category.gate.word();
    let advanced = if category.is_advanced() {
        "\tadvanced"
    } else {
        ""
    };
    format!(
        "{}\t{gate}\t{}{advanced}",
        category.ident, category.revision
    )
}

/// The facts of a declaration that matter.
fn facts(declaration: &Declaration, table: &Table) -> String {
    let name = declaration.name.shape();
    let provider = declaration.provider.map_or_else(String::new, |number| {
        let provider = &table.providers[number];
        format!(
            "{} {} {:?}{}",
            provider.ident,
            provider.third_party,
            provider.domains.first(),
            provider
                .domains
                .iter()
                .skip(1)
                .fold(String::new(), |all, it| all + " " + it)
        )
    });
    let mut set_by = declaration.set_by.key().word().to_owned();
    if let SetBy::ThirdParty(domain) = &declaration.set_by {
        set_by.extend([" ", &format!("{domain:?}")]);
    }
    let storage = match &declaration.storage {
        Storage::Other(name) => name,
        storage => storage.key().word(),
    };
    let duration = duration(&declaration.duration);
    // A visitor whose deployment lacked the row was not shown it; without `when`, all are.
    let at_run_time = if declaration.varies() {
        "\tat run time"
    } else {
        ""
    };
    let basis = declaration
        .basis
        .map_or_else(String::new, |basis| format!("\t{}", basis.word()));
    format!("{name}\t{provider}\t{set_by}\t{storage}\t{duration}{at_run_time}{basis}")
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
        Duration::Unknown(_) => "unknown".to_owned(),
        Duration::RunTime(_, max, _) => term(max),
        Duration::Terms(terms, _) => {
            let mut terms: Vec<_> = terms.iter().map(term).collect();
            terms.sort_unstable();
            terms.join(" or ")
        }
    }
}

/// Never changes, so that a consent outlives releases of the library.
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
        #[allow(no_purpose, no_consent_row, unused_allow)]
        category Statistics: opt_in(revision 1) {
            cookie | provider | duration;
            /// Why
            A = "a" | Acme | 12 months;
            B = "b_{id}" | _ | session or 2 weeks | set_by = script;
        }
        /// Second
        #[allow(empty_category, unused_allow)]
        category Second: opt_out {}
    "#;

    fn fingerprint(table: &str) -> u64 {
        let table = checked(table);
        let is_statistics = |category: &crate::model::Category| category.ident == "Statistics";
        table
            .categories
            .iter()
            .find(|it| is_statistics(it))
            .unwrap()
            .fingerprint
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
            ("| 12 months", "| 12 months | basis = legitimate_interests"),
            ("session or 2 weeks", "2 weeks"),
            ("set_by = script", "set_by = other"),
            ("set_by = script", "set_by = \"ads.example\""),
            (
                "set_by = script",
                "storage = local_storage | duration = persistent",
            ),
            ("revision 1", "revision 2"),
            ("12 months", "{ months() } max 12 months"),
            ("session or 2 weeks", "unknown"),
            ("| 12 months", "| 12 months | when = { on() }"),
            ("Statistics: opt_in(", "Statistics: opt_out("),
            (
                "revision 1",
                "revision 1, consent_mode(ad_storage), advanced",
            ),
            ("domain: \"acme.example\"", "third_party"),
            (
                "domain: \"acme.example\"",
                "domain: \"acme.example\", domain: \"b.example\"",
            ),
        ] {
            let declaration = "_ | session or 2 weeks | set_by = script";
            let (from, to) = if to.starts_with("storage") {
                (declaration, "_ | persistent | storage = local_storage")
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
            (
                "revision 1",
                "revision 1, consent_mode(ad_storage), signals(meta)",
            ),
            ("/// Title", "/// Another title"),
            ("\"Acme\"", "\"Acme Inc.\""),
            ("https://a.example", "https://b.example"),
            ("pub policy", "language fr; policy"),
            ("12 months", "360 days \"a year\""),
            ("session or 2 weeks", "session or 2 weeks \"varies\""),
            ("{id}", "{site}"),
            (
                "A = \"a\" | Acme | 12 months;",
                "X: u32 = \"a\" | Acme | 12 months | attributes = .. Path=\"/x\" | note = \"n\";",
            ),
        ] {
            assert!(!changed(from, to), "{from} -> {to}");
        }
        let (head, rest) = TABLE.split_once("/// Second").unwrap();
        let (table, category) = head.split_once("/// Title").unwrap();
        let swapped = format!("{table} /// Second {rest} /// Title {category}");
        assert_eq!(
            fingerprint(&swapped),
            fingerprint(TABLE),
            "order of categories"
        );
        let table = |table| super::of_table(&checked(table));
        assert_eq!(table(&swapped), table(TABLE));
    }

    #[test]
    fn the_words_of_an_unknown_duration_do_not() {
        let row = |duration| TABLE.replace("session or 2 weeks", duration);
        let of = |duration| fingerprint(&row(duration));
        assert_eq!(of("unknown"), of("unknown \"until you sign out\""));
        assert_ne!(of("unknown"), of("400 days"));
    }

    #[test]
    fn it_is_the_same_in_every_release() {
        assert_eq!(fingerprint(TABLE), 14_934_160_577_115_968_639);
    }
}
