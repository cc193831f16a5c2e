//! N1 to N6, N10, L1, and `any`.

use super::{fine, fine_opt_in, refused, refused_opt_in};

#[test]
fn empty_name_is_refused() {
    refused(r#""" | session;"#, "the name is empty [N1]");
}

#[test]
fn name_of_one_character_is_fine() {
    fine(r#""a" | session;"#);
}

#[test]
fn empty_name_among_several_is_refused_alone() {
    refused(r#""a", "", "b" | session;"#, "[N1]");
}

#[test]
fn space_in_a_name_is_refused() {
    refused(
        r#""my cookie" | session;"#,
        "a space is not allowed in the name of a cookie, which is a token (RFC 9110) [N2]",
    );
}

#[test]
fn separator_in_a_name_is_refused_by_name() {
    for c in ["(", ")", ",", "/", ":", ";", "=", "?", "@", "[", "]"] {
        refused(
            &format!(r#""a{c}b" | session;"#),
            &format!("`{c}` is not allowed in the name of a cookie"),
        );
    }
}

#[test]
fn letter_beyond_ascii_is_refused() {
    refused(
        r#""préférences" | session;"#,
        "`é` is not allowed in the name of a cookie, which is a token (RFC 9110)",
    );
}

#[test]
fn every_mark_of_a_token_is_fine() {
    fine(r#""!$%&'+-.^_`|~09azAZ" | session;"#);
}

#[test]
fn invisible_character_is_refused_by_its_code_point() {
    for (c, code) in [
        ('\u{a0}', "U+00A0"),
        ('\u{200b}', "U+200B"),
        ('\u{ad}', "U+00AD"),
        ('\u{202e}', "U+202E"),
        ('\u{feff}', "U+FEFF"),
        ('\t', "U+0009"),
        ('\u{7f}', "U+007F"),
    ] {
        let rows = format!("{:?} | session;", format!("a{c}b"));
        refused(
            &rows,
            &format!("the name contains an invisible character: {code} [N2]"),
        );
    }
}

#[test]
fn invisible_character_is_refused_in_every_storage() {
    refused(
        "\"a\\u{200b}b\" | 1 day | storage = indexed_db;",
        "U+200B [N2]",
    );
}

#[test]
fn odd_name_set_by_others_is_a_warning() {
    for set_by in ["script", "other", "\"ads.example\""] {
        let row = format!(r#""my cookie" | session | set_by = {set_by};"#);
        refused_opt_in(
            &row,
            "not_a_token: a space is not allowed in a token (RFC 9110), and most scripts encode it: write `my%20cookie` if",
        );
    }
}

#[test]
fn odd_pattern_set_by_others_is_shown_as_scripts_encode_it() {
    let at = |set_by: &str| format!(r#""AMCV_{{id}}@AdobeOrg" | session {set_by};"#);
    refused_opt_in(
        &at("| set_by = script"),
        "`@` is not allowed in a token (RFC 9110)",
    );
    refused_opt_in(
        &at("| set_by = script"),
        "write `AMCV_{id}%40AdobeOrg` if that is the name in your browser's developer tools [N2]",
    );
    refused_opt_in(
        &at(""),
        "`@` is not allowed in the name of a cookie, which is a token (RFC 9110) [N2]",
    );
    refused_opt_in(r#""é" | session | set_by = script;"#, "write `%C3%A9` if");
    fine_opt_in(r#""AMCV_{id}%40AdobeOrg" | session | set_by = script;"#);
}

#[test]
fn odd_name_set_by_others_names_its_rule_once() {
    let messages = crate::tests::messages(&super::opt_in(
        r#""my cookie" | session | set_by = script;"#,
    ));
    assert_eq!(messages[0].matches("[N2]").count(), 1, "{messages:?}");
}

#[test]
fn name_that_browsers_would_cut_is_refused_whoever_sets_it() {
    for (name, c) in [
        ("a;b", "`;`"),
        ("a=b", "`=`"),
        (" a", "a space"),
        ("a ", "a space"),
        ("a_{id} ", "a space"),
    ] {
        let message = format!("{c} is not allowed here: browsers would read another name [N2]");
        refused_opt_in(&format!("{name:?} | session | set_by = script;"), &message);
    }
}

#[test]
fn token_set_by_others_is_fine() {
    fine_opt_in(r#""my_cookie" | session | set_by = script;"#);
}

#[test]
fn name_in_another_storage_has_no_rule() {
    fine(r#""a b:(c)" | 1 day | storage = local_storage;"#);
    fine(r#""a b:(c)*" | none | storage = pixel;"#);
}

#[test]
fn prefix_in_other_capitals_warns() {
    refused(
        r#""__HOST-id" | session;"#,
        "prefix_case: browsers enforce `__Host-` case-insensitively, but servers compare byte by byte: write `__Host-`",
    );
    refused(r#""__secure-id" | session;"#, "write `__Secure-` [N3]");
    refused(
        r#""__host-http-id" | session;"#,
        "write `__Host-Http-` [N3]",
    );
}

#[test]
fn prefix_as_written_in_the_draft_is_fine() {
    fine(r#""__Host-id" | session;"#);
    fine(r#""__Secure-id" | session;"#);
}

#[test]
fn prefix_in_the_middle_of_a_name_is_ignored() {
    fine(r#""my__HOST-id" | session;"#);
}

#[test]
fn prefix_in_another_storage_is_ignored() {
    fine(r#""__HOST-id" | 1 day | storage = local_storage;"#);
}

#[test]
fn dead_draft_spelling_warns() {
    for prefix in ["__HttpOnly-", "__HostHttpOnly-", "__HostHttp-"] {
        refused(
            &format!(r#""{prefix}id" | session;"#),
            &format!("dead_prefix: `{prefix}` never became a prefix"),
        );
    }
}

#[test]
fn dead_draft_spelling_in_other_capitals_warns_once() {
    refused(r#""__httponly-id" | session;"#, "[N4]");
}

#[test]
fn living_spelling_of_a_dead_prefix_is_fine() {
    fine(r#""__Host-Http-id" | session;"#);
    fine(r#""__Http-id" | session;"#);
}

#[test]
fn lone_hole_is_refused() {
    refused(
        r#""{anything}" | session;"#,
        "a hole alone matches every name; for all cookies of a third party's domain write `any` [N6]",
    );
}

#[test]
fn hole_beside_a_text_is_fine() {
    fine(r#""a{b}" | session;"#);
    fine(r#""{b}a" | session;"#);
}

#[test]
fn two_touching_holes_are_refused() {
    refused(
        r#""_pk_{site}{hash}" | session;"#,
        "two holes need a text between them that tells where one ends",
    );
}

#[test]
fn two_holes_with_a_dot_between_are_fine() {
    fine(r#""_pk_{site}.{hash}" | session;"#);
}

#[test]
fn hole_without_an_end_is_refused() {
    refused(
        r#""_ga_{id" | session;"#,
        "a `{` without its `}`: write a hole as `{name}` [N6]",
    );
}

#[test]
fn hole_without_a_beginning_is_refused() {
    for name in ["_ga_id}", "_ga}_{id}", "_ga_{id}_}"] {
        refused(&format!(r#""{name}" | session;"#), "a `}` without its `{`");
    }
}

#[test]
fn hole_without_a_name_is_refused() {
    refused(
        r#""_ga_{}" | session;"#,
        "`{}` is not a hole: its name has letters, digits, `_` and `-`, as in `{id}`",
    );
    refused(
        r#""_ga_{1}" | session;"#,
        "`{1}` is not a hole: its name has letters, digits, `_` and `-`, as in `{id}`",
    );
}

#[test]
fn space_in_the_name_of_a_hole_is_one_mistake() {
    refused(
        r#""_ga_{my id}" | session;"#,
        "`{my id}` is not a hole: its name has letters, digits, `_` and `-`, as in `{id}`",
    );
}

#[test]
fn star_in_a_hole_is_one_mistake() {
    refused(
        r#""_ga_{*}" | session;"#,
        "`{*}` is not a hole: its name has letters, digits, `_` and `-`, as in `{id}`",
    );
}

#[test]
fn hole_twice_is_refused() {
    refused(
        r#""_pk_{id}.{id}" | session;"#,
        "the hole `{id}` is used twice [N6]",
    );
}

#[test]
fn text_between_holes_is_a_token() {
    refused(
        r#""_pk_{id} {hash}" | session;"#,
        "a space is not allowed in the name of a cookie, which is a token (RFC 9110)",
    );
}

#[test]
fn name_that_looks_like_a_pattern_warns_and_suggests_the_hole() {
    for (name, suggestion) in [
        ("_ga*", "_ga{id}"),
        ("_pk_id.#", "_pk_id.{id}"),
        ("_ga_XXXX", "_ga_{id}"),
    ] {
        refused(
            &format!(r#""{name}" | session;"#),
            &format!("write a part that varies as a named hole: `{suggestion}` [N10]"),
        );
    }
}

/// The suggestion for a name, in a row of a script.
fn suggested(name: &str) -> Option<String> {
    let messages = crate::tests::messages(&crate::tests::opt_in(&format!(
        "{name:?} | session | set_by = script;"
    )));
    let message = messages.first()?;
    assert!(
        message.starts_with(
            "looks_like_pattern: this matches this exact name only; write a part that varies"
        ),
        "{message}"
    );
    message
        .split_once("hole: `")
        .map(|(_, rest)| rest.split('`').next().unwrap_or_default().to_owned())
}

#[test]
fn suggested_name_has_a_hole_for_each_run_of_marks_and_is_fine() {
    for (name, suggestion) in [
        ("xnpe_XXXXXX", "xnpe_{id}"),
        ("exp_max_xxx", "exp_max_{id}"),
        ("xx_xxx_xX", "xx_{id}_xX"),
        ("_hjSession_XxXx.xxxx", "_hjSession_{id}.{id2}"),
        ("xxxxxxxx-xxxx-xxxx_", "{id}-{id2}-{id3}_"),
        ("a*#***b", "a{id}b"),
        ("_ga_<id>_<id>_#", "_ga_{id}_{id2}_{id3}"),
        ("_ga_<Container ID>", "_ga_{container_id}"),
        ("_ga_<1>", "_ga_{id}"),
        ("_ga_{Container}_xxx", "_ga_{Container}_{id}"),
        ("a_${id}_%s", "a_{id}_{id2}"),
        ("doc.*", "doc.{id}"),
        ("pagead_%INTEGER%", "pagead_{integer}"),
        // Its script encodes the rest.
        ("AMCV_###@AdobeOrg", "AMCV_{id}%40AdobeOrg"),
        ("a b_*", "a%20b_{id}"),
    ] {
        assert_eq!(suggested(name).as_deref(), Some(suggestion), "{name}");
        assert_eq!(suggested(suggestion), None);
        fine_opt_in(&format!("{suggestion:?} | session;"));
    }
}

#[test]
fn name_that_no_hole_makes_valid_is_not_suggested() {
    refused_opt_in(
        r#""***" | session | set_by = script;"#,
        "looks_like_pattern: this matches this exact name only; for all cookies of a third party's domain write `any`, without quotes [N10]",
    );
    refused(
        r#""a b_<id>" | session;"#,
        "a space is not allowed in the name of a cookie, which is a token (RFC 9110) [N2]",
    );
    let messages = crate::tests::messages(&crate::tests::exempt(r#""a b_<id>" | session;"#));
    assert!(messages[0].ends_with("[N2]"), "{messages:?}");
}

#[test]
fn name_with_one_or_two_x_is_not_a_pattern() {
    fine(r#""xsrf_max" | session; "XX" | session; "x{a}xx" | session;"#);
}

#[test]
fn name_in_the_page_s_storage_that_looks_like_a_pattern_warns() {
    for storage in ["local_storage", "session_storage", "indexed_db"] {
        let row = |name: &str| format!("{name:?} | 1 day | storage = {storage};");
        refused(
            &row("doc.*"),
            "write a part that varies as a named hole: `doc.{id}` [N10]",
        );
        refused(&row("persist:<user id>"), "`persist:{user_id}` [N10]");
        refused(
            &row("*"),
            "write a part that varies as a named hole beside a text: `app_{id}` [N10]",
        );
        fine(&row("doc.{id}"));
        refused(&row("a#b_##"), "`a#b_{id}` [N10]");
        fine(&row("persist:root[]"));
        fine(&row("Database#Log"));
    }
}

#[test]
fn name_with_a_percent_sign_is_not_a_pattern() {
    fine(r#""a%20b" | session; "%AB%CD" | session; "100%" | session; "a%ABC%" | session;"#);
}

#[test]
fn optional_hole_is_two_names() {
    for (typed, names) in [
        ("_ga{_container?}", r#""_ga", "_ga_{container}""#),
        ("_ga{container?}", r#""_ga", "_ga{container}""#),
        ("a_{b}.c{-d?}.e", r#""a_{b}.c.e", "a_{b}.c-{d}.e""#),
        // Without the hole, nothing would be left.
        ("{id?}", r#""_ga", "_ga_{container}""#),
    ] {
        refused(
            &format!("{typed:?} | session;"),
            &format!(
                "a name with and without a part are two names, which share a row: `{names}` [N6]"
            ),
        );
        fine(&format!("{names} | session;"));
    }
    for typed in ["_gat[_<customname>]", "_gat[_customname]"] {
        refused_opt_in(
            &format!("{typed:?} | session | set_by = script;"),
            r#"two names, which share a row: `"_gat", "_gat_{customname}"` [N10]"#,
        );
    }
}

#[test]
fn double_braces_are_told_to_be_single() {
    for storage in ["cookie", "local_storage"] {
        let row = |name: &str| format!("{name:?} | 1 day | storage = {storage};");
        refused(
            &row("app_{{state}}"),
            "a hole has single braces: `app_{state}` [N6]",
        );
        refused(
            &row("{{state}}"),
            "a hole has single braces, and text beside it that all the names begin or end with: `app_{state}` [N6]",
        );
        refused(&row("{{{{ }}}}"), "`app_{id}` [N6]");
        fine(&row("app_{state}"));
    }
}

#[test]
fn angle_brackets_of_the_server_are_no_token_and_suggest_the_hole() {
    refused(
        r#""_ga_<id>" | session;"#,
        "`<` is not allowed in the name of a cookie, which is a token (RFC 9110); write a part that varies as a hole: `_ga_{id}`",
    );
    refused(
        r#""_ga_[Container ID]" | session;"#,
        "`[` is not allowed in the name of a cookie, which is a token (RFC 9110); write a part that varies as a hole: `_ga_{container_id}`",
    );
}

#[test]
fn angle_brackets_of_others_warn_and_suggest_the_hole() {
    refused_opt_in(
        r#""_ga_<id>" | session | set_by = script;"#,
        "looks_like_pattern: this matches this exact name only",
    );
}

#[test]
fn name_that_looks_like_a_pattern_is_still_a_token() {
    refused(
        r#"#[allow(looks_like_pattern)] "a b*" | session;"#,
        "a space is not allowed in the name of a cookie, which is a token (RFC 9110)",
    );
}

#[test]
fn name_that_looks_like_a_pattern_is_fine_where_it_is_meant() {
    fine(r#"#[allow(looks_like_pattern)] "_ga*" | session;"#);
}

#[test]
fn hole_called_xxx_is_fine() {
    fine(r#""_ga_{xxx}" | session;"#);
}

#[test]
fn named_hole_is_fine() {
    fine(r#""_ga_{container}" | session;"#);
}

#[test]
fn empty_square_brackets_are_no_pattern() {
    refused(
        r#""items[]" | session;"#,
        "`[` is not allowed in the name of a cookie, which is a token (RFC 9110) [N2]",
    );
}

#[test]
fn any_without_a_domain_is_refused() {
    refused_opt_in(
        "any | 1 day;",
        "`any` means all cookies of a third party's domain: name the domain, `set_by = \"ads.example\"`",
    );
    refused_opt_in("any | 1 day | set_by = script;", "[N10]");
    refused_opt_in(
        "any | 1 day | provider = Plain | set_by = third_party;",
        "[N10]",
    );
}

#[test]
fn any_of_a_domain_is_fine() {
    fine_opt_in(r#"any | 1 day | set_by = "ads.example";"#);
}

#[test]
fn any_of_a_provider_with_a_domain_is_fine() {
    fine_opt_in("any | 1 day | provider = Acme | set_by = third_party;");
}

#[test]
fn constant_for_any_is_refused() {
    refused_opt_in(
        r#"ALL_OF_THEM = any | 1 day | set_by = "ads.example";"#,
        "expected the name of the cookie in quotes",
    );
}

#[test]
fn name_over_4096_bytes_is_refused() {
    refused(
        &format!(r#""{}" | session;"#, "n".repeat(4097)),
        "the name is over 4096 bytes: browsers refuse such a cookie [L1]",
    );
}

#[test]
fn name_of_4096_bytes_is_fine() {
    fine(&format!(r#""{}" | session;"#, "n".repeat(4096)));
}

#[test]
fn name_over_4096_bytes_in_another_storage_is_fine() {
    fine(&format!(
        r#""{}" | 1 day | storage = local_storage;"#,
        "n".repeat(4097)
    ));
}
