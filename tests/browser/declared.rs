//! The browser keeps what a table declares, to the letter, and a removal removes it.

use std::time::SystemTime;

use cookie_decl::error::SetError;
use cookie_decl::table::{Term, Unit};
use cookie_decl::{RequestCookies, SetCookie};

use crate::client::{Context, Partition};
use crate::server::{Answer, Server};
use crate::{Test, tests};

pub(crate) const TESTS: &[Test] = tests![
    session_cookie_of_the_host
    secure_prefix
    http_prefix
    host_http_prefix
    without_secure
    without_http_only
    same_site_strict
    same_site_none
    partitioned
    of_a_path
    of_a_domain
    of_a_domain_in_capitals
    kept_for_the_other_duration
    of_a_family
    name_of_every_character_of_a_token
    value_of_every_character_of_a_cookie
    name_and_value_of_4096_bytes
    what_is_sent_back_is_what_was_set
    partitioned_cookie_inside_another_site
    removal_with_another_scope_removes_nothing
    cookie_of_a_script_is_withdrawn
];

mod cookies {
    cookie_decl::declare_cookies! {
        pub(super) policy;
        /// Needed
        ///
        /// The browser keeps them.
        category Necessary: exempt {
            cookie | duration | purpose;
            SESSION = "__Host-session" | session or 2 weeks | "keeps signed in";
            SECURE = "__Secure-token" | 1 day | "is secure";
            HTTP = "__Http-token" | 30 minutes | "is not for scripts";
            HOST_HTTP = "__Host-Http-token" | 6 months | "is of this host and not for scripts";
            PLAIN = "plain" | rolling 30 minutes | "needs no TLS" | attributes = .. !Secure;
            #[allow(exempt_too_long, reason = "the longest that there is")]
            THEME = "theme" | 400 days | "is for scripts" | attributes = .. !HttpOnly;
            STRICT = "strict" | 1 week | "is of this site" | attributes = .. SameSite=Strict;
            WIDGET = "widget" | 1 week | "is of any site" | attributes = .. SameSite=None;
            PARTITIONED = "partitioned" | 1 week | "is of one site" | attributes = .. SameSite=None Partitioned;
            APP = "app" | 2 hours | "is of a path" | attributes = .. Path="/app";
            SHOP = "shop" | 1 year | "is of a domain" | attributes = .. Domain="shop.localhost";
            CAPITALS = "capitals" | 1 year | "is of a domain" | attributes = .. Domain="Shop.LocalHost";
            RECENT = "recent_{site}" | 30 days | "is one of many";
            #[allow(looks_like_pattern, reason = "all that a name may hold")]
            ODD = "!#$%&'*+-.^_`|~" | session | "has an odd name";
        }
        /// Statistics
        ///
        /// The browser keeps them until the visitor says no.
        #[allow(no_consent_row, reason = "the answer is given here")]
        category Statistics: opt_in {
            cookie | duration | purpose;
            #[allow(not_a_token, reason = "a script took it")]
            "_pk id({site})" | 13 months | "counts" | set_by = script;
        }
    }
}

use cookies::{
    APP, CAPITALS, Consent, HOST_HTTP, HTTP, ODD, PARTITIONED, PLAIN, POLICY, RECENT, SECURE,
    SESSION, SHOP, STRICT, THEME, WIDGET,
};

/// The browser keeps the cookie as declared, until it is removed.
#[track_caller]
fn kept_and_removed(visitor: &Context<'_>, set: &SetCookie, removal: &Result<SetCookie, SetError>) {
    let removal = removal.as_ref().unwrap().to_header_value();
    let server = Server::start([
        (
            "/set",
            Answer::html("").header("Set-Cookie", &set.to_header_value()),
        ),
        ("/remove", Answer::html("").header("Set-Cookie", &removal)),
    ]);
    let attributes = set.attributes();
    // One below the domain, where there is one.
    let host = attributes
        .domain()
        .map_or("localhost".to_owned(), |domain| format!("www.{domain}"));
    let now = SystemTime::UNIX_EPOCH.elapsed().unwrap().as_secs();
    let page = visitor.page();
    page.navigate(&server.at(&host, "/set"));

    assert_eq!(page.blocked_cookies(), []);
    let kept = visitor.cookie(set.name()).expect("it is kept");
    assert_eq!(kept.value, set.value());
    let domain = attributes.domain().map_or(host.clone(), |domain| {
        format!(".{}", domain.to_ascii_lowercase())
    });
    assert_eq!(kept.domain, domain);
    assert_eq!(kept.path, attributes.path());
    assert_eq!(
        (kept.secure, kept.http_only),
        (attributes.secure(), attributes.http_only())
    );
    assert_eq!(
        kept.same_site.as_deref(),
        Some(attributes.same_site().as_str())
    );
    let here = Partition {
        top_level_site: "http://localhost".to_owned(),
        inside_another: false,
    };
    assert_eq!(kept.partition, attributes.partitioned().then_some(here));
    match (set.max_age(), kept.expires) {
        (None, None) => {}
        (Some(seconds), Some(expires)) => assert!(
            expires.abs_diff(now + seconds) <= 10,
            "{expires} {now} {seconds}"
        ),
        (declared, kept) => panic!("declared {declared:?}, kept until {kept:?}"),
    }

    page.navigate(&server.at(&host, "/remove"));
    assert_eq!(page.blocked_cookies(), []);
    assert_eq!(visitor.cookies(), []);
}

fn session_cookie_of_the_host(visitor: &Context<'_>) {
    kept_and_removed(visitor, &SESSION.set("abc").unwrap(), &SESSION.removal());
}

fn secure_prefix(visitor: &Context<'_>) {
    kept_and_removed(visitor, &SECURE.set("abc").unwrap(), &SECURE.removal());
}

fn http_prefix(visitor: &Context<'_>) {
    kept_and_removed(visitor, &HTTP.set("abc").unwrap(), &HTTP.removal());
}

fn host_http_prefix(visitor: &Context<'_>) {
    kept_and_removed(
        visitor,
        &HOST_HTTP.set("abc").unwrap(),
        &HOST_HTTP.removal(),
    );
}

fn without_secure(visitor: &Context<'_>) {
    kept_and_removed(visitor, &PLAIN.set("abc").unwrap(), &PLAIN.removal());
}

fn without_http_only(visitor: &Context<'_>) {
    kept_and_removed(visitor, &THEME.set("dark").unwrap(), &THEME.removal());
}

fn same_site_strict(visitor: &Context<'_>) {
    kept_and_removed(visitor, &STRICT.set("abc").unwrap(), &STRICT.removal());
}

fn same_site_none(visitor: &Context<'_>) {
    kept_and_removed(visitor, &WIDGET.set("abc").unwrap(), &WIDGET.removal());
}

fn partitioned(visitor: &Context<'_>) {
    kept_and_removed(
        visitor,
        &PARTITIONED.set("abc").unwrap(),
        &PARTITIONED.removal(),
    );
}

fn of_a_path(visitor: &Context<'_>) {
    kept_and_removed(visitor, &APP.set("abc").unwrap(), &APP.removal());
}

fn of_a_domain(visitor: &Context<'_>) {
    kept_and_removed(visitor, &SHOP.set("abc").unwrap(), &SHOP.removal());
}

fn of_a_domain_in_capitals(visitor: &Context<'_>) {
    kept_and_removed(visitor, &CAPITALS.set("abc").unwrap(), &CAPITALS.removal());
}

fn kept_for_the_other_duration(visitor: &Context<'_>) {
    let set = SESSION.set_for(Term::new(2, Unit::Week), "abc").unwrap();
    assert_eq!(set.max_age(), Some(14 * 86_400));
    kept_and_removed(visitor, &set, &SESSION.removal());
}

fn of_a_family(visitor: &Context<'_>) {
    let recent = RECENT.with(["ajman"]).unwrap();
    kept_and_removed(visitor, &recent.set("42").unwrap(), &recent.removal());
}

fn name_of_every_character_of_a_token(visitor: &Context<'_>) {
    kept_and_removed(visitor, &ODD.set("abc").unwrap(), &ODD.removal());
}

fn value_of_every_character_of_a_cookie(visitor: &Context<'_>) {
    let value: String = ('!'..='~')
        .filter(|c| !matches!(c, '"' | ',' | ';' | '\\'))
        .collect();
    kept_and_removed(visitor, &PLAIN.set(&*value).unwrap(), &PLAIN.removal());
    let quoted = format!("\"{value}\"");
    kept_and_removed(visitor, &PLAIN.set(&*quoted).unwrap(), &PLAIN.removal());
}

fn name_and_value_of_4096_bytes(visitor: &Context<'_>) {
    let value = "v".repeat(4_096 - PLAIN.name().len());
    kept_and_removed(visitor, &PLAIN.set(&*value).unwrap(), &PLAIN.removal());
}

fn what_is_sent_back_is_what_was_set(visitor: &Context<'_>) {
    let recent = RECENT.with(["ajman"]).unwrap();
    let mut answer = Answer::html("");
    for set in [
        SESSION.set("abc"),
        ODD.set("\"quoted\""),
        recent.set("42"),
        APP.set("far"),
    ] {
        answer = answer.header("Set-Cookie", &set.unwrap().to_header_value());
    }
    let server = Server::start([("/", answer)]);
    let page = visitor.page();
    page.navigate(&server.url("/"));
    page.reload();
    let header = server.cookies("/");
    let request = RequestCookies::from_header(&header);
    assert_eq!(SESSION.get(request).unwrap().as_deref(), Some("abc"));
    assert_eq!(ODD.get(request).unwrap().as_deref(), Some("\"quoted\""));
    assert_eq!(recent.get(request).unwrap().as_deref(), Some("42"));
    assert_eq!(APP.get(request).unwrap(), None); // the page is not below its path
}

fn partitioned_cookie_inside_another_site(visitor: &Context<'_>) {
    let set = PARTITIONED.set("abc").unwrap().to_header_value();
    let removal = PARTITIONED.removal().unwrap().to_header_value();
    let server = Server::start([
        ("/", Answer::html("")),
        ("/set", Answer::html("").header("Set-Cookie", &set)),
        ("/remove", Answer::html("").header("Set-Cookie", &removal)),
    ]);
    let page = visitor.page();
    page.navigate(&server.url("/"));
    page.embed(&server.at("widget.localhost", "/set"));
    let kept = visitor.cookie("partitioned").expect("it is kept");
    let inside = Partition {
        top_level_site: "http://localhost".to_owned(),
        inside_another: true,
    };
    assert_eq!(
        (&*kept.domain, kept.partition),
        ("widget.localhost", Some(inside))
    );
    // What the visitor has there without the other site around is another cookie.
    visitor
        .page()
        .navigate(&server.at("widget.localhost", "/remove"));
    assert!(visitor.cookie("partitioned").is_some());
    page.embed(&server.at("widget.localhost", "/remove"));
    assert_eq!(visitor.cookies(), []);
}

// Why a removal brings all of the row: each of these leaves the cookie where it is.
fn removal_with_another_scope_removes_nothing(visitor: &Context<'_>) {
    let past = "Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT";
    let mut set = Answer::html("");
    for cookie in [
        SESSION.set("abc"),
        PARTITIONED.set("abc"),
        APP.set("abc"),
        SHOP.set("abc"),
    ] {
        set = set.header("Set-Cookie", &cookie.unwrap().to_header_value());
    }
    let remove = Answer::html("")
        .header("Set-Cookie", &format!("__Host-session=; Path=/; {past}"))
        .header(
            "Set-Cookie",
            &format!("partitioned=; Path=/; {past}; Secure; SameSite=None"),
        )
        .header("Set-Cookie", &format!("app=; Path=/; {past}"))
        .header("Set-Cookie", &format!("shop=; Path=/; {past}"));
    let server = Server::start([("/set", set), ("/remove", remove)]);
    let page = visitor.page();
    page.navigate(&server.at("shop.localhost", "/set"));
    page.navigate(&server.at("shop.localhost", "/remove"));
    let mut names: Vec<_> = visitor
        .cookies()
        .into_iter()
        .map(|cookie| cookie.name)
        .collect();
    names.sort();
    assert_eq!(names, ["__Host-session", "app", "partitioned", "shop"]);
}

fn cookie_of_a_script_is_withdrawn(visitor: &Context<'_>) {
    let server = Server::start([("/", Answer::html(""))]);
    let page = visitor.page();
    page.navigate(&server.url("/"));
    page.evaluate("document.cookie = '_pk id(1)=x; Path=/; Max-Age=1000'");
    page.reload();
    let header = server.cookies("/");
    let withdrawal = POLICY.withdraw(
        &Consent::refuse_all(1_795_305_600),
        RequestCookies::from_header(&header),
    );
    let [removal] = &*withdrawal.removals else {
        panic!("{header}: {withdrawal:?}")
    };
    let server = Server::start([(
        "/",
        Answer::html("").header("Set-Cookie", &removal.to_header_value()),
    )]);
    page.navigate(&server.url("/"));
    assert_eq!(visitor.cookies(), []);
}
