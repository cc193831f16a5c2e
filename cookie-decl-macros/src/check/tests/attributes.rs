//! S1 to S4, A1, D1, D2, L2, H1 and X1.

use super::{fine, fine_opt_in, refused, refused_opt_in};
use crate::model::{SetBy, Setting};
use crate::tests::{assert_says, checked, exempt, numbered_messages};
use crate::vocabulary::SameSite;

/// A row with these attributes.
fn row(attributes: &str) -> String {
    format!(r#""id" | session | attributes = {attributes};"#)
}

#[test]
fn same_site_none_without_secure_is_refused() {
    refused(
        &row("SameSite=None"),
        "browsers refuse `SameSite=None` without `Secure`",
    );
    refused(&row(".. !Secure SameSite=None"), "[S1]");
}

#[test]
fn same_site_none_with_secure_is_fine() {
    fine(&row("Secure SameSite=None"));
    fine(&row("SameSite=None Secure={ tls() }"));
}

#[test]
fn same_site_lax_without_secure_is_fine() {
    fine(&row("SameSite=Lax"));
}

#[test]
fn same_site_cannot_be_taken_away() {
    refused(
        &row(".. !SameSite"),
        "`SameSite` is always sent and cannot be removed: write the one you want [S2]",
    );
}

#[test]
fn same_site_is_lax_by_default() {
    for row in [
        row("none"),
        row("Secure"),
        row(".. !Secure"),
        r#""id" | session;"#.to_owned(),
    ] {
        let table = checked(&exempt(&row));
        let attributes = table.declarations[0]
            .attributes
            .as_ref()
            .expect("a cookie of the server has attributes");
        assert_eq!(attributes.same_site.fixed(), Some(&SameSite::Lax));
    }
}

#[test]
fn partitioned_without_secure_is_refused() {
    refused(
        &row("Partitioned SameSite={ site() }"),
        "`Partitioned` without `Secure` (CHIPS) [S3]",
    );
}

#[test]
fn partitioned_with_secure_and_same_site_none_is_fine() {
    fine(&row("Partitioned Secure SameSite=None"));
}

#[test]
fn partitioned_without_same_site_none_warns() {
    refused(
        &row("Partitioned Secure"),
        "partitioned_same_site: `Partitioned` is for pages inside other sites, where browsers send only `SameSite=None` cookies",
    );
    refused(&row("Partitioned Secure SameSite=Strict"), "[S4]");
}

#[test]
fn mistake_in_the_attributes_of_with_is_reported_once_and_there() {
    let rows = "with attributes = SameSite=None;\n\"a\" | session;\n\"b\" | session;";
    let reported = numbered_messages(&exempt(rows));
    assert_eq!(reported.len(), 1, "{reported:?}");
    assert_eq!(reported[0].0, 9);
}

#[test]
fn path_without_a_slash_is_refused() {
    refused(
        &row(r#"Path="app""#),
        "the path \"app\" does not start with `/`: browsers ignore it [A1]",
    );
    refused(&row(r#"Path="""#), "[A1]");
}

#[test]
fn path_with_a_slash_is_fine() {
    fine(&row(r#"Path="/app""#));
    fine(&row(r#"Path="/""#));
}

#[test]
fn path_with_a_semicolon_is_refused() {
    refused(
        &row(r#"Path="/a;b""#),
        "no address has a path with ';', so the cookie would never be sent [A1]",
    );
}

#[test]
fn path_with_a_control_character_is_refused() {
    refused(&row(r#"Path="/a\tb""#), "[A1]");
    refused(&row("Path=\"/a\\u{7f}\""), "[A1]");
}

#[test]
fn path_with_letters_beyond_ascii_is_refused() {
    refused(&row(r#"Path="/café""#), "[A1]");
}

#[test]
fn path_with_what_no_address_has_is_refused() {
    refused(
        &row(r#"Path="/a b""#),
        "no address has a path with ' ', so the cookie would never be sent [A1]",
    );
    refused(&row(r#"Path="/app ""#), "[A1]");
    refused(
        &row(r#"Path="/app?page=1""#),
        "no address has a path with '?', so the cookie would never be sent",
    );
    refused(
        &row(r#"Path="/app#top""#),
        "no address has a path with '#', so the cookie would never be sent",
    );
    refused(&row(r#"Path="/a\\b""#), "[A1]");
}

#[test]
fn path_as_addresses_write_it_is_fine() {
    fine(&row(r#"Path="/a%20b/~c!$&'()*+,=:@""#));
}

#[test]
fn path_over_1024_bytes_is_refused() {
    refused(
        &row(&format!(r#"Path="/{}""#, "p".repeat(1024))),
        "this path is over 1024 bytes: browsers ignore it and send the cookie elsewhere",
    );
}

#[test]
fn path_of_1024_bytes_is_fine() {
    fine(&row(&format!(r#"Path="/{}""#, "p".repeat(1023))));
}

#[test]
fn bad_path_in_with_is_reported_once_and_at_the_path() {
    let rows = "with attributes = Secure\n Path=\"app\";\n\"a\" | session;\n\"b\" | session;";
    let reported = numbered_messages(&exempt(rows));
    assert_eq!(reported.len(), 1, "{reported:?}");
    assert_eq!(reported[0].0, 10);
}

#[test]
fn wrong_domain_is_refused_with_its_reason() {
    for (domain, reason) in [
        (
            "https://example.com",
            "it has a scheme; write only `example.com`",
        ),
        ("example.com:8080", "it has a port"),
        ("example.com/app", "it has a path; write only `example.com`"),
        ("*.example.com", "without `*`: write `example.com`"),
        ("example .com", "it contains a space [D1]"),
        (
            "shop.example (ours)",
            "it contains a space; write only `shop.example` [D1]",
        ),
        (
            "shop.example\u{a0}",
            "it contains the invisible character U+00A0; write only `shop.example` [D1]",
        ),
        ("example.com.", "it ends with a dot"),
        ("192.0.2.1", "it is an address; without `Domain`"),
        ("::1", "it is an address; without `Domain`"),
        (
            "127.1",
            "browsers read a name that ends in a number as an address",
        ),
        (
            "example.0x4",
            "browsers read a name that ends in a number as an address",
        ),
        (
            "localhost",
            "browsers refuse a domain without a dot, or keep the cookie on this host; leave `Domain` out",
        ),
        ("[2001:db8::1]", "it is an address; without `Domain`"),
        ("bücher.example", "its `xn--` form (punycode)"),
        (
            "my+shop.example",
            "a host name has letters, digits, hyphens and dots, and not `+`",
        ),
        (
            "shop.example,other.example",
            "and not `,`; without `Domain` the cookie stays on this host; write a row for each domain, `shop.example` or `other.example`",
        ),
        ("shop.example (ours)", "it contains a space"),
        (
            "{region}.shop.example",
            "what varies is a Rust expression, `Domain={ config.domain }`",
        ),
        ("-example.com", "begins and ends with a letter or a digit"),
        ("a..example", "one dot follows another"),
        (
            "",
            "it is empty; without `Domain` the cookie stays on this host",
        ),
    ] {
        refused(
            &row(&format!("Domain={domain:?}")),
            &format!("`{domain}` is not a domain: "),
        );
        refused(&row(&format!("Domain={domain:?}")), reason);
        refused(&row(&format!("Domain={domain:?}")), "[D1]");
    }
}

#[test]
fn invisible_character_in_a_domain_is_refused() {
    refused(
        &row("Domain=\"exam\\u{200b}ple.com\""),
        "it contains the invisible character U+200B; write only `example.com` [D1]",
    );
}

#[test]
fn label_of_64_letters_is_refused() {
    refused(
        &row(&format!(r#"Domain="{}.example""#, "a".repeat(64))),
        "[D1]",
    );
}

#[test]
fn domain_is_fine() {
    for domain in [
        "example.com",
        "xn--bcher-kva.example",
        "a-1.EXAMPLE",
        "my_shop.example",
    ] {
        fine(&row(&format!("Domain={domain:?}")));
    }
    fine(&row(&format!(r#"Domain="{}.example""#, "a".repeat(63))));
}

#[test]
fn leading_dot_is_refused() {
    refused(&row(r#"Domain=".""#), "a dot alone is not a domain [D2]");
    refused(
        &row(r#"Domain=".example.com""#),
        "drop the dot: `example.com` covers its subdomains too [D2]",
    );
}

#[test]
fn domain_over_1024_bytes_is_refused() {
    refused(
        &row(&format!("Domain={:?}", vec!["d"; 600].join("."))),
        "this domain is over 1024 bytes: browsers ignore it, and the cookie stays on this host",
    );
}

#[test]
fn domain_of_1023_bytes_is_fine() {
    fine(&row(&format!("Domain={:?}", vec!["d"; 512].join("."))));
}

#[test]
fn wrong_domain_of_a_third_party_is_refused() {
    refused_opt_in(r#""id" | 1 day | set_by = "https://ads.example";"#, "[D1]");
    refused_opt_in(
        r#""id" | 1 day | set_by = ".";"#,
        "a dot alone is not a domain [D2]",
    );
    // Only of the site's own cookies is `Domain` a word for it.
    for domain in ["", "127.0.0.1", "127.1", "a+b.example"] {
        let row = format!(r#""id" | 1 day | set_by = {domain:?};"#);
        let messages = crate::tests::messages(&crate::tests::opt_in(&row));
        assert!(!messages[0].contains("without `Domain`"), "{messages:?}");
    }
}

#[test]
fn remark_beside_the_domain_of_a_third_party_is_told_what_to_type() {
    for (domain, advice) in [
        (
            "linkedin.com (3rd party)",
            "it contains a space; write only `linkedin.com`, and a remark for visitors in `note` [D1]",
        ),
        ("or demdex.net (3rd party)", "write only `demdex.net`, and"),
        (
            "ads.example ",
            "it contains a space; write only `ads.example` [D1]",
        ),
        (
            ".bing.com (3rd party) or .microsoft.com (3rd party)",
            "write a row for each domain, `bing.com` or `microsoft.com` [D1]",
        ),
        (
            "a.example / b.example",
            "write a row for each domain, `a.example` or `b.example`",
        ),
        (
            ".ads.example\u{200b}",
            "the invisible character U+200B; write only `ads.example` [D1]",
        ),
        ("third party", "`third_party` has no quotes [D1]"),
        ("script", "`script` has no quotes [D1]"),
    ] {
        let row = format!(r#""id" | 1 day | set_by = {domain:?};"#);
        refused_opt_in(&row, advice);
    }
}

#[test]
fn dot_in_front_of_the_domain_of_a_third_party_is_taken_off() {
    let row = r#""id" | 1 day | set_by = ".linkedin.com";"#;
    let table = checked(&crate::tests::opt_in(row));
    let domain = Some("linkedin.com".to_owned());
    assert!(table.declarations[0].set_by == SetBy::ThirdParty(domain));
    let provider = r#"policy; provider Ads = "Ads" { domain: ".ads.example" }"#;
    let table = checked(provider);
    assert_eq!(table.providers[0].domains, ["ads.example"]);
}

#[test]
fn hole_in_the_domain_of_a_third_party_is_fine() {
    let row = |domain: &str| format!(r#""id" | 1 day | set_by = {domain:?};"#);
    for domain in [
        "{region}.ads.example",
        "ads-{account}.ads.example",
        "{account}.{region}.ads.example",
        ".{region}.ads.example",
    ] {
        fine_opt_in(&row(domain));
    }
    for (domain, advice) in [
        ("{tld}", "[N6]"),
        (
            "{name}.com",
            "in front of a domain, `{region}.ads.example` [D1]",
        ),
        ("ads.{tld}", "in front of a domain"),
        ("{a}{b}.ads.example", "two holes need a text between them"),
        (
            "{{a}}.ads.example",
            "a hole has single braces: `{a}.ads.example` [N6]",
        ),
        ("{a}.ads+.example", "and not `+` [D1]"),
        (
            "ads-[account].ads.example",
            "as a hole: `ads-{account}.ads.example` [D1]",
        ),
        (
            "<region>.ads.example",
            "as a hole: `{region}.ads.example` [D1]",
        ),
    ] {
        refused_opt_in(&row(domain), advice);
    }
}

#[test]
fn domain_of_a_third_party_is_fine() {
    fine_opt_in(r#""id" | 1 day | set_by = "ads.example";"#);
    // A host that sets cookies may have a name without a dot.
    fine_opt_in(r#""id" | 1 day | set_by = "intranet";"#);
}

#[test]
fn wrong_attributes_of_a_retired_cookie_are_refused() {
    let table = |attributes: &str| format!("policy; retired {{ \"old\" {attributes}; }}");
    assert_says(&table(r#"Path="app""#), &["[A1]"]);
    assert_says(&table(r#"Domain=".example.com""#), &["[D2]"]);
    assert_says(&table(r#"Path="/app" Domain="example.com""#), &[]);
}

#[test]
fn http_only_cookie_of_a_script_is_refused() {
    let message =
        "a script cannot set an `HttpOnly` cookie: write `attributes = .. !HttpOnly` [H1]";
    refused(
        r#""id" | session | attributes = HttpOnly | set_by = script;"#,
        message,
    );
}

#[test]
fn http_only_of_with_beside_a_script_is_refused() {
    refused(
        r#"with attributes = Secure HttpOnly; "id" | session | set_by = script;"#,
        "[H1]",
    );
}

#[test]
fn cookie_of_a_script_without_http_only_is_fine() {
    fine(r#""id" | session | attributes = Secure | set_by = script;"#);
    fine(
        r#"with attributes = Secure HttpOnly; "id" | session | attributes = .. !HttpOnly | set_by = script;"#,
    );
}

#[test]
fn cookie_of_a_script_without_attributes_is_fine() {
    fine(r#""id" | session | set_by = script;"#);
    assert!(
        checked(&exempt(r#""id" | session | set_by = script;"#)).declarations[0]
            .attributes
            .is_none()
    );
}

#[test]
fn http_only_cookie_of_another_server_is_fine() {
    fine(r#""id" | session | attributes = HttpOnly | set_by = other;"#);
}

#[test]
fn attribute_twice_is_refused() {
    refused(
        &row("Secure HttpOnly Secure"),
        "`Secure` is written twice [X1]",
    );
    refused(
        &row("SameSite=Lax SameSite=Strict"),
        "`SameSite` is written twice [X1]",
    );
    refused(&row(".. Secure !Secure"), "`Secure` is written twice [X1]");
}

#[test]
fn unknown_attribute_is_refused_with_the_nearest() {
    refused(
        &row("Secured HttpOnly"),
        "unknown attribute `Secured`, did you mean `Secure`? [X1]",
    );
    refused(
        &row("http_only Secure"),
        "unknown attribute `http_only`, did you mean `HttpOnly`? [X1]",
    );
}

#[test]
fn unknown_attribute_with_nothing_near_lists_all() {
    refused(
        &row("Priority=High Secure"),
        "unknown attribute `Priority`: `Secure`, `HttpOnly`, `Partitioned`",
    );
}

#[test]
fn attribute_added_to_those_it_starts_from_is_fine() {
    fine(&row(".. Secure"));
}

#[test]
fn cookie_of_the_server_is_secure_http_only_and_lax() {
    let table = checked(&exempt(r#""id" | session;"#));
    let attributes = table.declarations[0]
        .attributes
        .as_ref()
        .expect("a cookie of the server has attributes");
    let yes = Setting::Fixed(true);
    assert!(
        attributes.secure == yes && attributes.http_only == yes && attributes.partitioned != yes
    );
    assert_eq!(attributes.path.fixed().map(String::as_str), Some("/"));
    assert_eq!(attributes.domain.fixed(), Some(&None));
}

#[test]
fn attributes_of_others_start_from_nothing() {
    fine_opt_in(r#"cookie | duration; "a" | 1 day | set_by = script | attributes = .. Path="/x";"#);
    fine_opt_in(r#"cookie | duration; "a" | 1 day | set_by = other | attributes = none;"#);
}

#[test]
fn http_prefix_of_a_script_is_refused() {
    refused(
        r#""__Http-x" | 1 day | set_by = script;"#,
        "a script cannot set a `__Http-` cookie, which is `HttpOnly` [H1]",
    );
    fine(r#""__Http-x" | 1 day;"#);
}

/// A table for a shop, with a cookie of this domain.
fn of_the_shop(domain: &str) -> String {
    exempt(&row(&format!("Domain={domain:?}")))
        .replace("policy", "policy for \"https://Shop.example:8443/\"")
}

#[test]
fn domain_that_the_site_is_not_in_warns() {
    for domain in [
        "other.example",
        "www.shop.example",
        "op.example",
        "shop.example.com",
    ] {
        let message =
            format!("foreign_domain: browsers refuse `Domain=\"{domain}\"` from `shop.example`");
        assert_says(&of_the_shop(domain), &[&message]);
    }
}

#[test]
fn domain_of_the_site_is_fine() {
    for domain in ["shop.example", "SHOP.example"] {
        assert_says(&of_the_shop(domain), &[]);
    }
}

#[test]
fn foreign_domain_in_with_is_reported_once() {
    let rows = r#"with attributes = Domain="other.example"; "a" | 1 day; "b", "c" | 1 day;"#;
    let table = exempt(rows).replace("policy", "policy for \"https://shop.example\"");
    assert_says(&table, &["foreign_domain"]);
}

#[test]
fn foreign_domain_of_a_script_or_a_proxy_warns() {
    for set_by in ["script", "other"] {
        let table = |domain: &str| {
            let row =
                format!(r#""id" | session | set_by = {set_by} | attributes = Domain={domain:?};"#);
            exempt(&row).replace("policy", "policy for \"https://shop.example\"")
        };
        assert_says(
            &table("other.example"),
            &["foreign_domain: browsers refuse `Domain=\"other.example\"` from"],
        );
        assert_says(&table("shop.example"), &[]);
    }
}

#[test]
fn foreign_domain_is_fine_where_a_third_party_sets_it_or_the_site_is_not_known() {
    fine(&row("Domain=\"other.example\""));
    let third_party =
        r#""id" | session | set_by = "ads.example" | attributes = Domain="other.example";"#;
    let third_party =
        crate::tests::opt_in(third_party).replace("policy", "policy for \"https://shop.example\"");
    assert_says(&third_party, &[]);
    let run_time = exempt(&row("Domain={ domain() }"));
    assert_says(
        &run_time.replace("policy", "policy for \"https://shop.example\""),
        &[],
    );
    let address = exempt(&row("Domain=\"other.example\""))
        .replace("policy", "policy for \"http://[::1]:8080\"");
    assert_says(&address, &[]);
}
