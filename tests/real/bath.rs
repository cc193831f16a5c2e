//! A bank, after `www.bathbuildingsociety.co.uk/cookies`: name, provider, purpose, expiry and type, as far as the
//! necessary and the preference cookies.

use cookie_decl::table::Storage;

cookie_decl::declare_cookies! {
    language en-GB;

    /// Cookies
    ///
    /// Which small files this site keeps on your device.
    pub(crate) policy for "https://www.bathbuildingsociety.co.uk" in crate::bath;

    print cookie "Name of cookie" | provider "Provider" | purpose "Purpose" | duration "Expiry" | storage "Type";

    consent elsewhere "Cookiebot";

    provider Zendesk = "Zendesk";
    provider Cookiebot = "Cookiebot";
    provider NewRelic = "New Relic";

    /// What are cookies?
    ///
    /// Basic information that a site collects and keeps in a very small file.
    about;

    /// How we use cookies
    ///
    /// They show us how the site is used, and help us to make it better:
    ///
    /// - some are **needed**, for instance to apply for an account with us
    /// - some fit parts of the content to you
    section;

    /// Necessary
    ///
    /// You could not apply for an account, nor chat with us, without these.
    category Necessary: exempt {
        with set_by = other;
        cookie | provider | duration;

        /// Lets the chat box work
        "__zlcstore" | Zendesk | persistent | storage = local_storage;
        /// Keeps your answer about cookies for this domain
        "CookieConsent" | Cookiebot | 1 year;
        /// Recognises the session of a visitor
        "ZD-suid" | Zendesk | persistent | storage = local_storage;
        /// Is part of Cloudflare's services: it spreads the load, delivers content and serves DNS
        "__cfruid" | Zendesk | session;
        /// Keeps your state from page to page
        "JSESSIONID" | NewRelic | session;
        /// Notes which servers serve you, to spread the load
        "AWSALBCORS" | Zendesk | 6 days;
    }

    /// Preferences
    category Preferences: opt_in {
        cookie | duration;

        /// Remembers whether the answer bot was shown to you
        "ZD-store" | persistent | provider = Zendesk | storage = local_storage;
    }
}

#[test]
fn its_own_explanation_of_cookies_replaces_the_built_in_one() {
    let page = POLICY.page().html();
    assert_eq!(page.matches("What are cookies?").count(), 1);
    assert!(
        page.contains("<li>some are <strong>needed</strong>"),
        "{page}"
    );
}

#[test]
fn the_table_is_complete() {
    assert_eq!(POLICY.declarations().len(), 7);
    assert_eq!(
        POLICY.find("ZD-store").unwrap().storage(),
        Storage::LocalStorage
    );
}
