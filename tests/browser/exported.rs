//! The configurations that `cookies export` writes, run by the tools that they are for.

use std::fs;
use std::path::PathBuf;
use std::process::{self, Command};

use cookie_decl_audit::PolicyFile;
use cookie_decl_audit::export::{Export, Format};
use serde_json::json;

use crate::client::npm::{File, run};
use crate::client::{Context, Page};
use crate::server::{Answer, Server};
use crate::{Check, TestWithFile, tests};

const COOKIE_CONSENT: &File = &File {
    package: "vanilla-cookieconsent@3.1.0",
    path: "vanilla-cookieconsent/dist/cookieconsent.umd.js",
};
const KLARO: &File = &File {
    package: "klaro@0.7.22",
    path: "klaro/dist/klaro.js",
};
pub(crate) const TYPESCRIPT: &File = &File {
    package: "typescript@5.9.3",
    path: "typescript/bin/tsc",
};

pub(crate) const CHECKS: &[(&str, Check)] = &[(
    "cookieconsent_has_the_types_of_its_exported_configuration",
    types,
)];

pub(crate) const WITH_FILES: &[(&File, &[TestWithFile])] =
    &[(COOKIE_CONSENT, WITH_COOKIE_CONSENT), (KLARO, WITH_KLARO)];

const WITH_COOKIE_CONSENT: &[TestWithFile] = tests![
    cookieconsent_asks_for_the_categories_of_the_table
    cookieconsent_starts_only_what_waits_for_an_objection
    cookieconsent_removes_the_cookies_of_denied_categories
    cookieconsent_leaves_the_cookies_of_granted_categories
    cookieconsent_asks_for_each_provider_where_the_table_does
    cookieconsent_asks_for_categories_with_names_that_objects_have
];

const WITH_KLARO: &[TestWithFile] = tests![
    klaro_asks_for_the_categories_of_the_table
    klaro_removes_the_cookies_of_denied_categories
    klaro_leaves_the_cookies_of_granted_categories
    klaro_allows_what_needs_no_consent
    klaro_has_the_words_of_the_page
    klaro_asks_for_categories_with_names_that_objects_have
];

mod shop {
    cookie_decl::declare_cookies! {
        pub(super) policy for "http://shop.example";
        provider Google = "Google & Co";
        provider Meta = "Meta";
        cookie | provider | duration;
        /// Needed
        ///
        /// The site does not work without these.
        category Necessary: exempt {
            /// Remembers what you chose
            PREFERENCES: Consent = "__Host-cookie_preferences" | _ | 6 months;
            with set_by = script {
                /// Keeps what the counter may not count
                "_pk_ignore" | _ | 1 year;
            }
        }
        /// Statistics
        category Statistics: opt_in {
            with set_by = script {
                #[allow(pattern_overlap, reason = "the exported expression has to keep `_pk_ignore`")]
                /// Recognises a returning visitor
                "_pk_{site}" | _ | 13 months;
                /// Tells pages apart
                "a.{page}.z" | _ | 1 day | attributes = SameSite=Lax Path="/deep" Domain="shop.example";
                /// Counts visits
                "visits" | _ | 1 day | attributes = SameSite=Lax Domain="shop.example";
            }
        }
        /// Advertising
        category Marketing: opt_in(by provider) {
            with set_by = script;
            /// Counts adverts
            "google" | Google | 1 day;
            /// Tells browsers apart
            "meta" | Meta | 1 day;
        }
        /// Hints
        category Hints: opt_out {
            /// Remembers what you saw
            "seen" | _ | 7 days | set_by = script;
        }
        translation de {
            "Needed" => "Notwendig";
            "The site does not work without these." => "Ohne sie geht nichts.";
            "Remembers what you chose" => "Merkt sich die Auswahl";
            "Keeps what the counter may not count" => "Merkt sich, was nicht zählt";
            "Statistics" => "Statistik";
            "Recognises a returning visitor" => "Erkennt Sie wieder";
            "Tells pages apart" => "Unterscheidet Seiten";
            "Counts visits" => "Zählt Besuche";
            "Advertising" => "Werbung";
            "Counts adverts" => "Zählt Anzeigen";
            "Tells browsers apart" => "Unterscheidet Browser";
            "Hints" => "Hinweise";
            "Remembers what you saw" => "Merkt sich, was Sie sahen";
        }
    }
}

/// Categories with names that every object of JavaScript has.
#[allow(non_camel_case_types, reason = "JavaScript writes them so")]
mod inherited {
    cookie_decl::declare_cookies! {
        pub(super) policy;
        consent elsewhere "the tool";
        cookie | duration | set_by;
        /// Prototypes
        category __proto__: opt_in {
            /// Counts visits
            "visits" | 1 day | script;
        }
        /// Constructors
        category constructor: opt_in {
            /// Remembers what you saw
            "seen" | 1 day | script;
        }
    }
}

/// What the browser keeps before an answer: the name, the path, and whether subdomains get it.
const KEPT: &[(&str, &str, bool)] = &[
    ("_pk_1", "/", false),
    ("_pk_ignore", "/", false),
    ("a.1.z", "/deep", true),
    ("google", "/", false),
    ("meta", "/", false),
    ("other", "/", false),
    ("seen", "/", false),
    ("visits", "/", true),
];

fn exported(file: &PolicyFile, format: Format) -> String {
    let exported = Export::new(file).write(format);
    exported.expect("the language is that of the table").text
}

fn open<'c>(visitor: &'c Context<'_>, format: Format, tool: &str) -> Page<'c> {
    open_with(&PolicyFile::from(shop::POLICY), visitor, format, tool)
}

/// A page with the tool and the configuration. Its path reaches all cookies of [`KEPT`].
fn open_with<'c>(
    file: &PolicyFile,
    visitor: &'c Context<'_>,
    format: Format,
    tool: &str,
) -> Page<'c> {
    let start = match format {
        Format::Klaro => "<script src=/config.js></script><script src=/tool.js></script>",
        _ => {
            "<script type=text/plain data-category=Hints>window.hints = true</script>
            <script type=text/plain data-category=Statistics>window.statistics = true</script>
            <script src=/tool.js></script>
            <script type=module>
                import config from '/config.js';
                CookieConsent.run({ ...config, hideFromBots: false });
            </script>"
        }
    };
    let server = Server::start([
        ("/deep/page", Answer::html(start)),
        ("/config.js", Answer::javascript(&exported(file, format))),
        ("/tool.js", Answer::javascript(tool)),
    ]);
    let page = visitor.page();
    page.navigate(&server.at("shop.example", "/deep/page"));
    for (name, path, is_wide) in KEPT {
        let domain = if *is_wide {
            "; domain=shop.example"
        } else {
            ""
        };
        page.evaluate(&format!(
            "document.cookie = '{name}=1; path={path}{domain}'"
        ));
    }
    page
}

/// Waits until the browser keeps only these of [`KEPT`].
#[track_caller]
fn keeps(page: &Page<'_>, names: &[&str]) {
    let all: Vec<_> = KEPT.iter().map(|(name, ..)| name).collect();
    page.wait_for(&format!(
        "document.cookie.split('; ').map(it => it.split('=')[0]).filter(it => {}.includes(it)).sort().join()
            === {}",
        json!(all),
        json!(names.join(","))
    ));
}

const BANNER: &str = "#cc-main .cm";
const REJECT: &str = "#cc-main .cm [data-role=necessary]";

fn cookieconsent_asks_for_the_categories_of_the_table(visitor: &Context<'_>, tool: &str) {
    let page = open(visitor, Format::CookieConsent, tool);
    page.wait_for(&format!("document.querySelector('{BANNER}') !== null"));
    page.evaluate("CookieConsent.showPreferences()");
    let toggles = "[...document.querySelectorAll('.pm__section--toggle > .pm__section-title-wrapper .section__toggle')]
        .map(it => [it.value, it.checked, it.disabled])";
    page.wait_for(&format!("{toggles}.length === 4"));
    assert_eq!(
        page.evaluate(toggles),
        json!([
            ["Necessary", true, true],
            ["Statistics", false, false],
            ["Marketing", false, false],
            ["Hints", true, false],
        ])
    );
    let cells = "[...document.querySelectorAll('.pm__table-td')].map(it => it.textContent)";
    let cells = page.evaluate(cells);
    let cells = cells.as_array().expect("a list");
    for cell in ["_pk_<site>", "Google & Co", "13 months"] {
        assert!(cells.contains(&json!(cell)), "{cell} in {cells:?}");
    }
}

fn cookieconsent_starts_only_what_waits_for_an_objection(visitor: &Context<'_>, tool: &str) {
    let page = open(visitor, Format::CookieConsent, tool);
    page.wait_for("window.hints === true");
    assert_eq!(page.evaluate("window.statistics === undefined"), true);
    page.wait_for(&format!("document.querySelector('{BANNER}') !== null"));
    page.evaluate("CookieConsent.acceptCategory('all')");
    page.wait_for("window.statistics === true");
}

fn cookieconsent_removes_the_cookies_of_denied_categories(visitor: &Context<'_>, tool: &str) {
    let page = open(visitor, Format::CookieConsent, tool);
    page.wait_for(&format!("document.querySelector('{REJECT}') !== null"));
    page.evaluate(&format!("document.querySelector('{REJECT}').click()"));
    keeps(&page, &["_pk_ignore", "other"]);
}

fn cookieconsent_leaves_the_cookies_of_granted_categories(visitor: &Context<'_>, tool: &str) {
    let page = open(visitor, Format::CookieConsent, tool);
    page.wait_for(&format!("document.querySelector('{BANNER}') !== null"));
    page.evaluate("CookieConsent.acceptCategory(['Statistics'])");
    keeps(&page, &["_pk_1", "_pk_ignore", "a.1.z", "other", "visits"]);
    // A later answer counts, too.
    page.evaluate("CookieConsent.acceptCategory([])");
    keeps(&page, &["_pk_ignore", "other"]);
}

fn cookieconsent_asks_for_each_provider_where_the_table_does(visitor: &Context<'_>, tool: &str) {
    let page = open(visitor, Format::CookieConsent, tool);
    page.wait_for(&format!("document.querySelector('{BANNER}') !== null"));
    page.evaluate("CookieConsent.acceptCategory('all')");
    page.evaluate("CookieConsent.acceptService(['Google'], 'Marketing')");
    let left = KEPT.iter().map(|(name, ..)| *name);
    let left: Vec<_> = left.filter(|name| *name != "meta").collect();
    keeps(&page, &left);
}

fn cookieconsent_asks_for_categories_with_names_that_objects_have(
    visitor: &Context<'_>,
    tool: &str,
) {
    let file = PolicyFile::from(inherited::POLICY);
    let page = open_with(&file, visitor, Format::CookieConsent, tool);
    page.wait_for(&format!("document.querySelector('{BANNER}') !== null"));
    page.evaluate("CookieConsent.acceptCategory(['__proto__-'])");
    assert_eq!(
        page.evaluate("['__proto__-', 'constructor-'].map(it => CookieConsent.acceptedCategory(it))"),
        json!([true, false])
    );
    let left = KEPT.iter().map(|(name, ..)| *name);
    let left: Vec<_> = left.filter(|name| *name != "seen").collect();
    keeps(&page, &left);
}

const DECLINE: &str = "#klaro .cn-decline";

fn klaro_asks_for_the_categories_of_the_table(visitor: &Context<'_>, tool: &str) {
    let page = open(visitor, Format::Klaro, tool);
    page.wait_for(&format!("document.querySelector('{DECLINE}') !== null"));
    page.evaluate("klaro.show(undefined, true)");
    let purposes = "[...document.querySelectorAll('#klaro .cm-purpose:not(.cm-toggle-all) input[id^=purpose-item-]')]
        .map(it => [it.id.replace('purpose-item-', ''), it.checked, it.disabled])";
    page.wait_for(&format!("{purposes}.length === 4"));
    assert_eq!(
        page.evaluate(purposes),
        json!([
            ["Necessary", true, true],
            ["Statistics", false, false],
            ["Marketing", false, false],
            ["Hints", true, false],
        ])
    );
}

fn klaro_removes_the_cookies_of_denied_categories(visitor: &Context<'_>, tool: &str) {
    let page = open(visitor, Format::Klaro, tool);
    page.wait_for(&format!("document.querySelector('{DECLINE}') !== null"));
    page.click(DECLINE);
    keeps(&page, &["_pk_ignore", "other"]);
}

fn klaro_leaves_the_cookies_of_granted_categories(visitor: &Context<'_>, tool: &str) {
    let page = open(visitor, Format::Klaro, tool);
    page.wait_for(&format!("document.querySelector('{DECLINE}') !== null"));
    page.evaluate(
        "{ const manager = klaro.getManager();
        manager.changeAll(false);
        manager.updateConsent('Statistics', true);
        manager.updateConsent('Marketing-Meta', true);
        manager.saveAndApplyConsents(); undefined }",
    );
    keeps(
        &page,
        &["_pk_1", "_pk_ignore", "a.1.z", "meta", "other", "visits"],
    );
}

fn klaro_allows_what_needs_no_consent(visitor: &Context<'_>, tool: &str) {
    let page = open(visitor, Format::Klaro, tool);
    page.wait_for("typeof klaro === 'object'");
    assert_eq!(
        page.evaluate(
            "Object.entries(klaro.getManager().states).filter(it => it[1]).map(it => it[0])"
        ),
        json!(["Necessary", "Hints"])
    );
}

fn klaro_has_the_words_of_the_page(visitor: &Context<'_>, tool: &str) {
    let page = open(visitor, Format::Klaro, tool);
    page.wait_for(&format!("document.querySelector('{DECLINE}') !== null"));
    assert_eq!(
        page.evaluate(&format!(
            "document.querySelector('{DECLINE}').textContent.trim()"
        )),
        "Reject all"
    );
    page.evaluate(
        "{ document.documentElement.lang = 'de'; klaro.show(undefined, true); undefined }",
    );
    page.wait_for(
        "document.querySelector('#klaro .cookie-modal').textContent.includes('Erkennt Sie wieder')",
    );
}

fn klaro_asks_for_categories_with_names_that_objects_have(visitor: &Context<'_>, tool: &str) {
    let file = PolicyFile::from(inherited::POLICY);
    let page = open_with(&file, visitor, Format::Klaro, tool);
    page.wait_for(&format!("document.querySelector('{DECLINE}') !== null"));
    page.evaluate("klaro.show(undefined, true)");
    page.wait_for("document.querySelector('#klaro .cookie-modal') !== null");
    let words = page.evaluate("document.querySelector('#klaro .cookie-modal').textContent");
    for word in ["Prototypes", "Constructors", "Counts visits"] {
        assert!(
            words.as_str().is_some_and(|it| it.contains(word)),
            "{words}"
        );
    }
    page.evaluate(
        "{ const manager = klaro.getManager();
        manager.changeAll(false);
        manager.updateConsent('__proto__-', true);
        manager.saveAndApplyConsents(); undefined }",
    );
    let left = KEPT.iter().map(|(name, ..)| *name);
    let left: Vec<_> = left.filter(|name| *name != "seen").collect();
    keeps(&page, &left);
}

/// Compiles the configuration with the types of the package.
fn types() -> Result<(), String> {
    let package = COOKIE_CONSENT.fetch()?;
    let compiler = TYPESCRIPT.fetch()?;
    // Beside `node_modules`, where the compiler looks for the types.
    let folder = package
        .ancestors()
        .nth(4)
        .map_or_else(PathBuf::new, PathBuf::from);
    let check = |name: &str, text: &str| {
        let file = folder.join(format!("{name}-{}.mjs", process::id()));
        fs::write(&file, text).map_err(|error| error.to_string())?;
        let options = "--strict --noEmit --allowJs --checkJs --target esnext --module nodenext";
        let result = run(Command::new("node")
            .arg(&compiler)
            .args(options.split(' '))
            .arg(&file));
        let _ = fs::remove_file(file);
        Ok::<_, String>(result)
    };
    let config = exported(&PolicyFile::from(shop::POLICY), Format::CookieConsent);
    check("config", &config)?.expect("the configuration has the types");
    // The compiler really reads the types.
    let wrong = config.replace("readOnly: true", "readOnly: 1");
    assert_ne!(config, wrong);
    check("wrong", &wrong)?.expect_err("a number is not a boolean");
    Ok(())
}
