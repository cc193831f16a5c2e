//! Mistakes in and between items. Each has one message at the right place, and the items around it
//! are understood.

use crate::tests::understood;

/// Asserts the only message for an item between good ones, and what it underlines. The good items
/// must be understood.
#[track_caller]
fn says(item: &str, at: &str, text: &str) {
    let table = format!(
        "pub policy;
        provider Before = \"Before\";
        {item}
        provider After = \"After\";
        #[allow(no_purpose, no_consent_row)] category Below: opt_in {{ cookie | duration; BELOW = \"below\" | 1 day; }}"
    );
    says_of(&table, at, text);
    let (understood, _) = understood(&table);
    let providers: Vec<_> = understood
        .providers
        .iter()
        .map(|provider| provider.ident.to_string())
        .collect();
    for provider in ["Before", "After"] {
        assert!(
            providers.contains(&provider.to_owned()),
            "{provider} is lost of\n{table}"
        );
    }
    assert_eq!(
        understood
            .declarations
            .last()
            .map(|row| row.name.text.as_str()),
        Some("below"),
        "of\n{table}"
    );
}

/// Asserts the only message for a whole table.
#[track_caller]
fn says_of(table: &str, at: &str, text: &str) {
    let (_, reported) = understood(table);
    let same = matches!(reported.as_slice(), [reported] if reported.at == at && reported.text.contains(text));
    assert!(
        same,
        "expected `{at}`: {text:?}, not {reported:#?}, of\n{table}"
    );
}

/// Asserts the only message for a category with a row `X`, which must be understood.
#[track_caller]
fn category_says(head: &str, at: &str, text: &str) {
    let item = format!(
        "#[allow(no_purpose, no_description, no_consent_row)]\n{head} {{ cookie | duration; X = \"x\" | 1 day; }}"
    );
    says(&item, at, text);
    let (table, _) = understood(&format!("policy; {item}"));
    assert_eq!(table.declarations.len(), 1, "the row of\n{item}");
}

#[test]
fn semicolon_after_a_category() {
    category_says(
        "category C: exempt { }; #[allow(no_purpose)] category D: opt_out",
        ";",
        "remove this `;` after `}`",
    );
}

#[test]
fn semicolon_after_the_keys_of_a_provider() {
    says(
        "provider P = \"p\" { third_party };",
        ";",
        "remove this `;` after `}`",
    );
}

#[test]
fn category_in_quotes() {
    category_says(
        "category \"Statistics\": opt_in",
        "\"Statistics\"",
        "a category has an identifier without quotes, `category Statistics: opt_in`; the title for visitors is the `///` above",
    );
}

#[test]
fn category_in_quotes_that_is_not_an_identifier() {
    says(
        "category \"Audience measurement\": opt_in { }",
        "\"Audience measurement\"",
        "a category has an identifier",
    );
}

#[test]
fn category_without_a_word() {
    says(
        "Statistics: opt_in { }",
        "Statistics",
        "a category starts with `category`: `category Statistics: opt_in { .. }`",
    );
}

#[test]
fn category_without_a_name() {
    says(
        "category: opt_in { }",
        ":",
        "expected the identifier of the category: `category Statistics: opt_in { .. }`",
    );
    says(
        "category { }",
        "{",
        "expected the identifier of the category",
    );
}

#[test]
fn category_without_a_gate() {
    category_says("category C", "C", "a category says what its cookies need");
    category_says(
        "category C:",
        "{",
        "expected a gate: `exempt`, `opt_in` or `opt_out`",
    );
}

#[test]
fn equals_sign_for_the_colon_of_a_gate() {
    category_says(
        "category C = exempt",
        "=",
        "expected `:` between a category and its gate: `category Statistics: opt_in`",
    );
}

#[test]
fn necessary_as_a_gate() {
    category_says(
        "category C: necessary",
        "necessary",
        "unknown gate `necessary`, did you mean `exempt`?",
    );
    category_says(
        "category C: essential",
        "essential",
        "did you mean `exempt`?",
    );
}

#[test]
fn misspelt_gate() {
    category_says(
        "category C: opt-in",
        "opt",
        "unknown gate `opt`, did you mean `opt_in`?",
    );
    category_says("category C: optin", "optin", "did you mean `opt_in`?");
    category_says("category C: Exempt", "Exempt", "did you mean `exempt`?");
    category_says("category C: consent", "consent", "did you mean `opt_in`?");
    category_says(
        "category C: strict",
        "strict",
        "unknown gate `strict`: `exempt`, `opt_in` or `opt_out`; `exempt` needs no consent, `opt_in` needs consent first, `opt_out` is allowed until the visitor objects",
    );
}

#[test]
fn wrong_gate_is_not_a_mistake_in_the_consent_row() {
    says(
        "/// T\n///\n/// D\n#[allow(no_purpose)] category C: necessary { cookie | duration; P: Consent = \"p\" | 6 months; }",
        "necessary",
        "did you mean `exempt`?",
    );
}

#[test]
fn unknown_option_of_a_gate() {
    category_says(
        "category C: opt_in(revison 2)",
        "revison",
        "unknown option of a gate `revison`, did you mean `revision`?",
    );
    category_says(
        "category C: opt_in(strict)",
        "strict",
        "unknown option of a gate `strict`: `revision`, `also`, `gpc`",
    );
}

#[test]
fn option_of_a_gate_without_its_value() {
    category_says(
        "category C: opt_in(revision)",
        "revision",
        "`revision` needs a number: `revision 2`",
    );
    category_says(
        "category C: opt_in(consent_mode)",
        "consent_mode",
        "`consent_mode` needs a list: `consent_mode(analytics_storage)`",
    );
    category_says(
        "category C: opt_in(signals)",
        "signals",
        "`signals` needs a list: `signals(meta)`",
    );
    category_says(
        "category C: opt_in(tcf)",
        "tcf",
        "`tcf` needs a list: `tcf(1, 8)`",
    );
}

#[test]
fn option_of_a_gate_with_an_equals_sign() {
    category_says(
        "category C: opt_in(revision = 2)",
        "revision",
        "`revision` needs a number: `revision 2`",
    );
}

#[test]
fn options_of_a_gate_without_a_comma() {
    category_says(
        "category C: opt_in(revision 2 gpc)",
        "gpc",
        "expected `,` between the options",
    );
}

#[test]
fn category_without_braces() {
    says(
        "category C: opt_in;",
        "category",
        "the rows of a category are in braces: `category Statistics: opt_in { .. }`",
    );
}

#[test]
fn visibility_of_a_category() {
    category_says(
        "pub category C: opt_in",
        "pub",
        "write the visibility at `policy`, for the whole table: `pub policy;`",
    );
}

#[test]
fn category_that_is_not_closed() {
    let table = "policy;
        #[allow(no_purpose, no_consent_row)] category A: opt_in { cookie | duration;
            X = \"x\" | 1 day;
        category B: opt_in { cookie | duration; Y = \"y\" | 1 day; }
        }";
    says_of(
        table,
        "category",
        "`category` is not allowed in a category: is a `}` missing above?",
    );
    assert_eq!(understood(table).0.declarations[0].name.text, "x");
}

#[test]
fn item_in_a_category() {
    let table = "policy; #[allow(no_purpose)] category A: opt_out { provider P = \"p\"; cookie | duration; X = \"x\" | 1 day; }";
    says_of(
        table,
        "provider",
        "`provider` is not allowed in a category: is a `}` missing above?",
    );
    assert_eq!(understood(table).0.declarations[0].name.text, "x");
}

#[test]
fn unknown_item() {
    says(
        "lanugage en;",
        "lanugage",
        "unknown item `lanugage`, did you mean `language`?",
    );
    says(
        "cookies { }",
        "cookies",
        "unknown item `cookies`, did you mean `cookie`?",
    );
    says(
        "settings { a: 1 }",
        "settings",
        "unknown item `settings`: `policy`, `language`, `last_updated`, `print`",
    );
    says(
        "\"text\";",
        "\"text\"",
        "expected an item: `policy`, `language`",
    );
}

#[test]
fn row_outside_of_a_category() {
    says(
        "X = \"x\" | 1 day;",
        "X",
        "a row belongs in a category: `category Necessary: exempt { .. }`",
    );
    says(
        "\"x\" | 1 day;",
        "\"x\"",
        "a row belongs in a category: `category Necessary: exempt { .. }`",
    );
}

#[test]
fn with_outside_of_a_category() {
    says(
        "with note = \"n\";",
        "with",
        "`with` shares cells in a category: write it inside the braces",
    );
    says(
        "with note = \"n\" { \"x\" | 1 day; }",
        "with",
        "`with` shares cells in a category: write it inside the braces",
    );
}

#[test]
fn language_in_quotes() {
    says(
        "language \"en\";",
        "\"en\"",
        "a language tag has no quotes: `language pt-BR;`",
    );
}

#[test]
fn missing_semicolon_after_an_item() {
    says(
        "language en",
        "en",
        "expected `;` at the end of the language",
    );
    says(
        "print cookie | purpose",
        "purpose",
        "expected `;` at the end of the `print`",
    );
    says(
        "print cookie | purpose \"Purpose\"",
        "\"Purpose\"",
        "expected `;` at the end of the `print`",
    );
    says(
        "provider P = \"p\"",
        "\"p\"",
        "expected `;` at the end of the provider",
    );
    says(
        "cookie | note",
        "note",
        "expected `;` at the end of the header",
    );
    says(
        "/// Text\nsection",
        "section",
        "expected `;` at the end of the section",
    );
}

#[test]
fn missing_semicolon_after_the_policy() {
    let rest = "\nprovider P = \"p\";";
    says_of(
        &format!("pub policy{rest}"),
        "policy",
        "expected `;` at the end of the policy",
    );
    says_of(
        &format!("pub policy for \"https://a.example\"{rest}"),
        "\"https://a.example\"",
        "expected `;`",
    );
    says_of(
        &format!("pub policy in crate::a\n#[allow(no_purpose)] category C: opt_out {{ }}{rest}"),
        "a",
        "expected `;`",
    );
}

#[test]
fn module_of_the_policy_without_its_semicolon() {
    for next in [
        "provider P = \"p\";",
        "language en;",
        "#[allow(no_purpose)] category C: opt_out { }",
        "retired { \"a\"; }",
    ] {
        for module in ["crate::cookies", "crate::policy", "crate"] {
            let last = module.rsplit("::").next().unwrap_or_default();
            says_of(
                &format!("pub policy in {module}\n{next}"),
                last,
                "expected `;` at the end of the policy",
            );
        }
    }
    let (table, _) = understood("pub policy in crate::cookies\nprovider P = \"p\";");
    assert_eq!(table.providers.len(), 1);
    assert_eq!(
        table
            .path
            .map(|path| path.to_string().replace(' ', ""))
            .as_deref(),
        Some("crate::cookies")
    );
}

#[test]
fn module_of_the_policy_half_typed() {
    for (path, at) in [("crate::", ":"), ("", "in")] {
        let table = format!("pub policy in {path}\nprovider P = \"p\";");
        says_of(
            &table,
            at,
            "expected the module that the table is in: `in crate::cookies`",
        );
        assert_eq!(understood(&table).0.providers.len(), 1);
    }
}

#[test]
fn configuration_of_the_policy_without_a_semicolon() {
    let table = "policy with config: crate::Config\nprovider P = \"p\";";
    says_of(table, "Config", "expected `;` at the end of the policy");
    assert_eq!(understood(table).0.providers.len(), 1);
}

#[test]
fn site_of_the_policy_without_for() {
    says_of(
        "pub policy \"https://a.example\";",
        "\"https://a.example\"",
        "expected `for \"https://..\"`, `with config: Type`",
    );
}

#[test]
fn site_of_the_policy_without_quotes() {
    says_of(
        "pub policy for data.example;",
        "data",
        "expected the address of the site in quotes",
    );
}

#[test]
fn parts_of_the_policy_in_another_order() {
    says_of(
        "pub policy in crate::cookies for \"https://a.example\";",
        "for",
        "(in this order)",
    );
}

#[test]
fn configuration_of_the_policy_without_a_name_or_type() {
    says_of(
        "policy with crate::Config;",
        "crate",
        "`with config: crate::Config`",
    );
    says_of(
        "policy with config;",
        "config",
        "`with config: crate::Config`",
    );
    says_of(
        "policy with config: ;",
        "config",
        "`with config: crate::Config`",
    );
}

#[test]
fn module_of_the_policy_left_out() {
    says_of(
        "policy in;",
        "in",
        "expected the module that the table is in: `in crate::cookies`",
    );
}

#[test]
fn unknown_column_of_a_header() {
    says(
        "cookie | durration;",
        "durration",
        "unknown column `durration`, did you mean `duration`? (a column of your own is in quotes: `\"durration\"`)",
    );
    says(
        "cookie | expires;",
        "expires",
        "unknown column `expires`, did you mean `duration`?",
    );
    says(
        "cookie | risk_level;",
        "risk_level",
        "unknown column `risk_level`: `provider`, `function`",
    );
}

#[test]
fn unknown_column_is_reported_once_and_not_in_the_rows() {
    let table = "policy; #[allow(no_purpose)] category C: opt_out { cookie | purpos | duration;\nX = \"x\" | \"p\" | 1 day; }";
    says_of(table, "purpos", "did you mean `purpose`?");
    assert_eq!(understood(table).0.declarations.len(), 1);
    let table = "policy; #[allow(no_purpose)] category C: opt_out { cookie | risk_level;\nX = \"x\" | 6(1)(a); }";
    says_of(table, "risk_level", "unknown column `risk_level`");
}

#[test]
fn column_of_a_header_twice() {
    says(
        "cookie | duration | duration;",
        "duration",
        "the column `duration` is in the header twice",
    );
    says(
        "cookie | cookie;",
        "cookie",
        "the column `cookie` is in the header twice",
    );
}

#[test]
fn header_with_pipes_at_its_edges() {
    says(
        "cookie | duration |;",
        "|",
        "remove the `|` at the edge: a header starts with `cookie` and ends with `;`",
    );
    says(
        "| cookie | duration |;",
        "|",
        "remove the `|` at the edge: a header starts with `cookie` and ends with `;`",
    );
}

#[test]
fn header_with_commas() {
    says("cookie, duration;", ",", "columns are separated by `|`");
    says(
        "cookie | function, duration;",
        ",",
        "columns are separated by `|`",
    );
}

#[test]
fn header_without_cookie() {
    says(
        "name | duration;",
        "name",
        "a header starts with `cookie`: write `cookie | function | duration;`",
    );
    says(
        "function | duration;",
        "function",
        "a header starts with `cookie`",
    );
}

#[test]
fn unknown_column_of_print() {
    says(
        "print cookie | porpose;",
        "porpose",
        "unknown column `porpose`, did you mean `purpose`?",
    );
    says("print;", ";", "expected the name of a column");
    for (typed, meant) in [
        ("name", "cookie"),
        ("type", "storage"),
        ("first_party", "party"),
    ] {
        says(
            &format!("print {typed} | purpose;"),
            typed,
            &format!("unknown column `{typed}`, did you mean `{meant}`?"),
        );
    }
}

#[test]
fn party_is_printed_and_has_no_cells() {
    let says = |row: &str, print: &str, message: &[&str]| {
        crate::tests::assert_says(
            &format!("print cookie | {print}; {}", crate::tests::exempt(row)),
            message,
        );
    };
    says("\"id\" | 1 day;", "party \"Whose\"", &[]);
    let message = "`party` has no cells: it follows from `set_by`, such as `set_by = third_party`";
    says("\"id\" | 1 day | party = third;", "party", &[message]);
    says(
        "\"id\" | 1 day | party = \"third party\";",
        "party",
        &[message],
    );
    says("with party = first; \"id\" | 1 day;", "party", &[message]);
    says(
        "cookie | party | duration; \"id\" | third party | 1 day; \"b\" | _ | 1 day;",
        "party",
        &[message],
    );
}

#[test]
fn comma_in_print() {
    says(
        "print cookie, purpose;",
        ",",
        "columns are separated by `|`",
    );
}

#[test]
fn provider_in_quotes() {
    says(
        "provider \"Matomo\";",
        "\"Matomo\"",
        "a provider has an identifier that rows refer to: `provider Matomo = \"Matomo\";`",
    );
}

#[test]
fn provider_without_its_name() {
    says(
        "provider P;",
        "P",
        "expected `=` and the name that visitors read: `provider P = \"..\";`",
    );
    says(
        "provider P: \"p\";",
        ":",
        "expected `=` between a provider and its name: `provider P = \"..\";`",
    );
    says(
        "provider P = Matomo;",
        "Matomo",
        "expected the provider's name in quotes",
    );
}

#[test]
fn provider_that_is_half_typed_is_declared() {
    for (provider, at, text) in [
        (
            "provider P",
            "P",
            "expected `=` and the name that visitors read",
        ),
        (
            "provider P =",
            "=",
            "expected the provider's name in quotes",
        ),
        (
            "provider P = ;",
            "=",
            "expected the provider's name in quotes",
        ),
    ] {
        let category = "category A: opt_out { cookie; \"x\" | provider = P | duration = 1 day; }";
        let table = format!("policy;\n{provider}\n#[allow(no_purpose)] {category}");
        let (policy, reported) = understood(&table);
        let same = matches!(reported.as_slice(), [message] if message.at == at && message.text.contains(text));
        assert!(same, "{reported:#?} of\n{table}");
        assert_eq!(policy.providers.len(), 1);
    }
}

#[test]
fn provider_without_anything() {
    says(
        "provider",
        "provider",
        "expected `Name = \"..\";` after `provider`",
    );
}

#[test]
fn unknown_key_of_a_provider() {
    says(
        "provider P = \"p\" { privcy: \"https://p.example\" }",
        "privcy",
        "unknown key of a provider `privcy`, did you mean `privacy`?",
    );
    says(
        "provider P = \"p\" { url: \"https://p.example\", country: \"FR\" }",
        "url",
        "unknown key of a provider `url`, did you mean `privacy`?",
    );
    says(
        "provider P = \"p\" { colour: \"red\" }",
        "colour",
        "unknown key of a provider `colour`: `privacy`, `opt_out`, `contact`, `address`, `domain`, `third_party`, \
         `country` or `transfer`",
    );
}

#[test]
fn unknown_key_of_the_controller() {
    for (key, meant) in [
        ("email", "did you mean `contact`?"),
        ("dpo", "did you mean `officer`?"),
        (
            "colour",
            "`privacy`, `contact`, `address`, `officer` or `authority`",
        ),
    ] {
        says(
            &format!("controller \"Us\" {{ {key}: \"a@b.example\" }}"),
            key,
            meant,
        );
    }
}

#[test]
fn several_domains_in_one_key() {
    let again = "`domain` is written again for another domain: `domain: \"..\", domain: \"..\"`";
    says(
        "provider P = \"p\" { domain: \"a.example\", \"b.example\" }",
        "\"b.example\"",
        again,
    );
    says(
        "provider P = \"p\" { domain: [\"a.example\", \"b.example\"] }",
        "[",
        again,
    );
}

#[test]
fn version_without_its_text() {
    says("version 3;", "3", "expected the version in quotes");
    says("version \" \";", "\" \"", "the version is empty");
}

#[test]
fn about_with_a_value() {
    let forms = "write `about;` where the explanation of cookies is printed, or `about none;` to leave it out";
    says("about = none;", "=", forms);
    says("about off;", "off", forms);
    says(
        "about \"What is a cookie?\";",
        "\"What is a cookie?\"",
        "write the text above, as `///`",
    );
}

#[test]
fn equals_sign_in_a_key_of_a_provider() {
    says(
        "provider P = \"p\" { country = \"FR\" }",
        "=",
        "expected `:` between a key and its value: `country: \"..\"`",
    );
}

#[test]
fn key_of_a_provider_without_its_value() {
    says(
        "provider P = \"p\" { country }",
        "country",
        "`country` needs a value: `country: \"..\"`",
    );
    says(
        "provider P = \"p\" { country: FR }",
        "FR",
        "expected the value in quotes",
    );
    for value in ["\"yes\"", "true", "Some(true)"] {
        let provider = format!("provider P = \"p\" {{ third_party: {value}, country: \"FR\" }}");
        says(&provider, "third_party", "`third_party` has no value");
        assert_eq!(
            understood(&format!("policy; {provider}")).0.providers[0]
                .country
                .as_deref(),
            Some("FR")
        );
    }
}

#[test]
fn keys_of_a_provider_without_a_comma() {
    says(
        "provider P = \"p\" { country: \"FR\" third_party }",
        "third_party",
        "expected `,` between the keys",
    );
    says(
        "provider P = \"p\" { country: \"FR\"; third_party }",
        ";",
        "expected `,` between the keys",
    );
}

#[test]
fn section_without_a_text() {
    says(
        "section;",
        "section",
        "the section has no text: write it above, as `///`",
    );
    says(
        "section \"Text\";",
        "\"Text\"",
        "write the text of a section above it, as `///`",
    );
}

#[test]
fn section_with_braces() {
    says(
        "/// Text\nsection { \"a\" }",
        "section",
        "a section has no braces: it ends with `;`",
    );
}

#[test]
fn text_above_an_item_that_prints_no_text() {
    says(
        "/// T\nlanguage en;",
        "/// T",
        "`language` prints no text; use `//` for a remark to colleagues",
    );
    says(
        "/// T\nprovider P = \"p\";",
        "/// T",
        "a provider prints no text",
    );
    says("/// T\nretired { }", "/// T", "`retired` prints no text");
}

#[test]
fn text_below_the_last_item() {
    says_of(
        "policy;\n/// T\n",
        "/// T",
        "expected an item below this text",
    );
}

#[test]
fn attribute_of_rust() {
    says(
        "#[derive(Debug)] provider P = \"p\";",
        "derive",
        "`#[derive]` has no meaning in a table; only `///` and `#[allow(..)]` have one",
    );
    category_says(
        "#[cfg(test)] category C: opt_in",
        "cfg",
        "the table cannot see `#[cfg]`",
    );
}

#[test]
fn allow_of_nothing() {
    category_says(
        "#[allow] category C: opt_in",
        "allow",
        "`#[allow(..)]` needs the names of warnings: `#[allow(case_twins)]`",
    );
    category_says(
        "#[allow(no_purpose no_description)] category C: opt_in",
        "no_description",
        "expected `,`",
    );
    category_says(
        "#[allow(no_purpose, reason = because)] category C: opt_in",
        "because",
        "expected the reason in quotes",
    );
}

#[test]
fn retired_row_with_a_pipe() {
    says(
        "retired { \"a\" | Secure; \"b\"; }",
        "|",
        "a retired row has only a name and attributes: `\"old\" Path=\"/app\"`",
    );
}

#[test]
fn retired_row_without_quotes_or_semicolon() {
    says(
        "retired { a; \"b\"; }",
        "a",
        "expected the name of a cookie that is no longer set in quotes",
    );
    says(
        "retired { \"a\" Secure \"b\"; }",
        "\"b\"",
        "retired cookies are separated by `;`: `\"old\"; \"older\";`",
    );
    for rows in ["\"a\" \"b\";", "\"a\", \"b\";"] {
        says(
            &format!("retired {{ {rows} }}"),
            if rows.contains(',') { "," } else { "\"b\"" },
            "retired cookies are separated by `;`: `\"old\"; \"older\";`",
        );
    }
    says(
        "retired { \"a\" }",
        "\"a\"",
        "expected `;` at the end of the row",
    );
}

#[test]
fn retired_row_with_a_duration() {
    says(
        "retired { \"a\" 2 weeks; }",
        "2",
        "expected an attribute: `Secure`",
    );
}

#[test]
fn retired_row_that_takes_from_an_empty_list() {
    says(
        "retired { \"a\" !HttpOnly; }",
        "HttpOnly",
        "a list without `..` starts empty, so there is nothing to remove: write `.. !HttpOnly`",
    );
}

#[test]
fn retired_without_braces() {
    says(
        "retired \"a\";",
        "\"a\"",
        "retired cookies are in braces: `retired { \"old\"; }`",
    );
}

#[test]
fn translation_without_an_arrow() {
    for arrow in ["=", ":", "->"] {
        let (first, _) = arrow.split_at(1);
        says(
            &format!("#[allow(unused_translation)] translation fr {{ \"Below\" {arrow} \"b\"; }}"),
            first,
            "expected `=>` between the text and its translation",
        );
    }
}

#[test]
fn translation_with_commas() {
    says(
        "#[allow(unused_translation)] translation fr { \"Below\" => \"b\", \"c\" => \"d\"; }",
        ",",
        "expected `;` at the end of the translation, not `,`",
    );
}

#[test]
fn translation_into_a_quoted_language() {
    says(
        "translation \"fr\" { }",
        "\"fr\"",
        "a language tag has no quotes",
    );
}

#[test]
fn translation_from_a_file() {
    says(
        "translation fr = \"fr.toml\";",
        "=",
        "expected the texts, or the file with the texts: `translation fr { \"text\" => \"texte\"; }`, or `translation fr from \"locales/cookies.fr.ftl\";`",
    );
}
