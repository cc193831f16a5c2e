//! The `Content-Security-Policy` from the table.

use super::ready;
use alloc::format;
use alloc::string::String;

use http::header::{HeaderMap, HeaderValue};
use http::{Method, Uri};

use super::NOW;
use crate::guard::{Guard, SecurityPolicy};

#[allow(unreachable_pub, reason = "a policy as a user would write it")]
mod cookies {
    crate::declare_cookies! {
        pub policy for "https://shop.example" in crate::guard::tests::security::cookies;

        provider Guests = "Guests" { domain: "guests.example" }
        provider Ads = "Ads" { domain: "ads.example" }

        /// Needed
        ///
        /// The site does not work without these.
        category Necessary: exempt {
            cookie | duration;
            /// Remembers what you chose
            PREFERENCES: Consent = "__Host-prefs" | 6 months;
            /// Tells people from programs
            #[allow(exempt_third_party)]
            "captcha" | 1 day | set_by = "captcha.example";
        }
        /// Adverts
        category Adverts: opt_in {
            cookie | duration;
            /// Chooses adverts
            "uid" | 1 year | provider = Ads | set_by = "px-{account}.{region}.pixel.example";
            /// Chooses them again
            "uid2" | 1 year | provider = Ads | set_by = script;
            /// Not here
            "off" | 1 year | provider = Guests | set_by = script | when = { false };
        }
        /// Comfort
        category Comfort: opt_in {
            cookie | duration;
            /// Remembers the font
            FONT = "font" | 1 day;
        }
    }
}

#[allow(unreachable_pub, reason = "a policy as a user would write it")]
mod everybody {
    crate::declare_cookies! {
        pub policy in crate::guard::tests::security::everybody;

        /// Needed
        ///
        /// The site does not work without these.
        category Necessary: exempt {
            cookie | duration;
            /// Remembers what you chose
            PREFERENCES: Consent = "__Host-prefs" | 6 months;
            /// Tells people from programs
            #[allow(exempt_third_party)]
            "captcha" | 1 day | set_by = "captcha.example";
        }
        /// Comfort
        category Comfort: opt_in {
            cookie | duration;
            /// Remembers the font
            FONT = "font" | 1 day;
        }
    }
}

use cookies::{Category, Consent, POLICY, PREFERENCES};

const POLICY_FIELD: &str = "content-security-policy";
const REPORT_FIELD: &str = "content-security-policy-report-only";
const FIRST_VISIT: &str = "default-src 'self' captcha.example:* *.captcha.example:*";

fn guard(policy: SecurityPolicy) -> Guard<Category> {
    Guard::new(POLICY).clock(|| NOW).security_policy(policy)
}

/// The response to a visitor with this answer, of a handler that sends these fields.
fn finished(
    guard: &Guard<Category>,
    consent: Option<&Consent>,
    fields: &[(&'static str, &str)],
    nonce: &str,
) -> HeaderMap {
    let mut request = HeaderMap::new();
    if let Some(consent) = consent {
        let value = format!("__Host-prefs={}", PREFERENCES.set(consent).unwrap().value());
        request.insert("cookie", value.parse().unwrap());
    }
    let visitor = guard.visitor(&Method::GET, &Uri::from_static("/"), &request);
    if !nonce.is_empty() {
        let _ = visitor.head_with_nonce(nonce);
    }
    let mut response = super::headers(fields);
    guard.finish(&visitor, &mut response);
    response
}

const HTML: (&str, &str) = ("content-type", "text/html; charset=utf-8");

/// The policy of a page of a visitor who was not asked.
fn text(policy: SecurityPolicy) -> String {
    let response = finished(&guard(policy), None, &[HTML], "");
    String::from(response[POLICY_FIELD].to_str().unwrap())
}

#[test]
fn a_page_before_consent_loads_from_the_site_and_exempt_rows() {
    assert_eq!(text(SecurityPolicy::enforced()), FIRST_VISIT);
}

#[test]
fn a_granted_category_adds_the_domains_of_its_rows_once() {
    let guard = guard(SecurityPolicy::enforced());
    let granted = Consent::decide(NOW).grant(Category::Adverts);
    let response = finished(&guard, Some(&granted), &[HTML], "");
    let domains = "pixel.example:* *.pixel.example:* ads.example:* *.ads.example:*";
    assert_eq!(response[POLICY_FIELD], format!("{FIRST_VISIT} {domains}"));
    let other = Consent::decide(NOW).grant(Category::Comfort);
    let response = finished(&guard, Some(&other), &[HTML], "");
    assert_eq!(response[POLICY_FIELD], FIRST_VISIT);
}

#[test]
fn an_answer_in_the_response_counts() {
    let guard = guard(SecurityPolicy::enforced());
    let answer = PREFERENCES.set(&Consent::accept_all(NOW)).unwrap();
    let fields = [HTML, ("set-cookie", &*format!("{answer}"))];
    let response = finished(&guard, None, &fields, "");
    let policy = response[POLICY_FIELD].to_str().unwrap();
    assert!(policy.contains("ads.example"), "{policy}");
}

#[test]
fn a_page_with_the_policy_depends_on_the_consent() {
    let response = finished(&guard(SecurityPolicy::enforced()), None, &[HTML], "");
    assert_eq!(response["vary"], "cookie, sec-gpc");
    assert_eq!(response["cache-control"], "private");
}

#[test]
fn a_response_varies_only_if_a_gated_row_names_a_domain() {
    let guard = Guard::new(everybody::POLICY).security_policy(SecurityPolicy::enforced());
    let mut response = super::headers(&[HTML]);
    let visitor = guard.visitor(&Method::GET, &Uri::from_static("/"), &HeaderMap::new());
    guard.finish(&visitor, &mut response);
    assert_eq!(response[POLICY_FIELD], FIRST_VISIT);
    assert!(!response.contains_key("vary"));
}

#[test]
fn only_html_gets_the_policy() {
    let guard = guard(SecurityPolicy::enforced());
    for content_type in ["application/json", "image/png", "text/css"] {
        let response = finished(&guard, None, &[("content-type", content_type)], "");
        assert_eq!(response.len(), 1, "{response:?}");
    }
    assert!(finished(&guard, None, &[], "").is_empty());
    let xhtml = [("content-type", "Application/XHTML+xml")];
    assert!(finished(&guard, None, &xhtml, "").contains_key(POLICY_FIELD));
}

#[test]
fn a_policy_of_the_handler_stays() {
    let guard = guard(SecurityPolicy::enforced());
    let own = (POLICY_FIELD, "default-src *");
    let response = finished(&guard, None, &[HTML, own], "");
    assert_eq!(response.get_all(POLICY_FIELD).iter().count(), 1);
    assert_eq!(response[POLICY_FIELD], "default-src *");
}

#[test]
fn a_policy_on_trial_stands_beside_one_that_is_enforced() {
    let guard = guard(SecurityPolicy::report_only());
    let own = (POLICY_FIELD, "default-src *");
    let response = finished(&guard, None, &[HTML, own], "");
    assert_eq!(response[POLICY_FIELD], "default-src *");
    assert_eq!(response[REPORT_FIELD], FIRST_VISIT);
}

#[test]
fn a_directive_that_loads_has_the_sources_of_the_table_too() {
    let policy = SecurityPolicy::enforced()
        .add("img-src", "data:")
        .add("IMG-src", "cdn.example 'self'");
    let base = "'self' captcha.example:* *.captcha.example:*";
    assert_eq!(
        text(policy),
        format!("{FIRST_VISIT}; img-src {base} data: cdn.example")
    );
    let policy = SecurityPolicy::enforced()
        .add("font-src", "fonts.example")
        .add("default-src", "cdn.example");
    assert_eq!(
        text(policy),
        format!("{FIRST_VISIT} cdn.example; font-src {base} cdn.example fonts.example")
    );
}

#[test]
fn a_directive_that_loads_nothing_has_only_what_was_added() {
    let policy = SecurityPolicy::enforced()
        .add("form-action", "'self'")
        .add("upgrade-insecure-requests", "")
        .add("object-src", "'none'");
    assert_eq!(
        text(policy),
        format!("{FIRST_VISIT}; form-action 'self'; upgrade-insecure-requests; object-src 'none'")
    );
}

#[test]
#[should_panic(expected = "`img-src data:; script-src *` is not one directive")]
fn two_directives_in_one_call_are_a_mistake() {
    let _ = SecurityPolicy::enforced().add("img-src", "data:; script-src *");
}

#[test]
fn a_nonce_of_the_handler_is_allowed() {
    let guard = guard(SecurityPolicy::enforced().add("script-src", "'wasm-unsafe-eval'"));
    let base = "'self' captcha.example:* *.captcha.example:*";
    let response = finished(&guard, None, &[HTML], "r4nd0m/+==");
    let nonce = "'nonce-r4nd0m/+=='";
    assert_eq!(
        response[POLICY_FIELD],
        format!(
            "{FIRST_VISIT}; script-src {base} {nonce} 'wasm-unsafe-eval'; style-src {base} {nonce}"
        )
    );
    let response = finished(&guard, None, &[HTML], "x'; script-src *");
    let policy = response[POLICY_FIELD].to_str().unwrap();
    assert!(!policy.contains("nonce"), "{policy}");
}

#[test]
fn the_pages_of_the_guard_have_the_policy_beside_their_own() {
    let guard = guard(SecurityPolicy::enforced());
    for (path, count) in [
        ("/cookies", 1),
        ("/cookies/preferences", 2),
        ("/cookies/choice", 0),
    ] {
        let request = HeaderMap::new();
        let visitor = guard.visitor(&Method::GET, &Uri::from_static(path), &request);
        let mut response = ready(guard.respond(&visitor, &Method::GET, &request, &[]));
        guard.finish(&visitor, response.headers_mut());
        let fields = response.headers().get_all(POLICY_FIELD).iter();
        let fields: alloc::vec::Vec<&HeaderValue> = fields.collect();
        assert_eq!(fields.len(), count, "{path}");
        assert!(fields.last().is_none_or(|last| *last == FIRST_VISIT));
    }
}

#[test]
fn the_script_knows_which_categories_the_policy_depends_on() {
    let with = guard(SecurityPolicy::enforced()).head();
    assert!(with.contains(" data-policy=\"Adverts\""), "{with}");
    let without = Guard::new(POLICY).head();
    assert!(!without.contains("data-policy"), "{without}");
}

#[allow(unreachable_pub, reason = "a policy as a user would write it")]
mod advanced {
    crate::declare_cookies! {
        pub policy in crate::guard::tests::security::advanced;

        provider Counter = "Counter" { domain: "counter.example" }

        /// Needed
        ///
        /// The site does not work without these.
        category Necessary: exempt {
            cookie | duration;
            /// Remembers what you chose
            PREFERENCES: Consent = "__Host-prefs" | 6 months;
        }
        /// Audience
        category Statistics: opt_in(advanced, signals(matomo)) {
            cookie | duration;
            /// Counts visits
            "count" | 1 day | provider = Counter | set_by = script;
        }
    }
}

#[test]
fn a_page_loads_from_advanced_categories_whatever_the_visitor_chose() {
    let guard = Guard::new(advanced::POLICY)
        .clock(|| NOW)
        .security_policy(SecurityPolicy::enforced());
    for cookie in ["theme=dark", &refused()] {
        let request = super::headers(&[("cookie", cookie)]);
        let visitor = guard.visitor(&Method::GET, &Uri::from_static("/"), &request);
        let head = visitor.head();
        assert!(
            !head.contains("data-policy"),
            "no page is reloaded for it: {head}"
        );
        assert!(head.contains(" data-advanced=\"Statistics\""), "{head}");
        let visitor = guard.visitor(&Method::GET, &Uri::from_static("/"), &request);
        let mut response = super::headers(&[HTML]);
        guard.finish(&visitor, &mut response);
        let expected = "default-src 'self' counter.example:* *.counter.example:*";
        assert_eq!(response[POLICY_FIELD], expected);
        assert!(
            !response.contains_key("vary"),
            "every visitor gets this page"
        );
    }
}

/// The cookie of a visitor who denied everything.
fn refused() -> String {
    let answer = advanced::PREFERENCES
        .set(&advanced::Consent::refuse_all(NOW))
        .unwrap();
    format!("__Host-prefs={}", answer.value())
}
