//! The words of a table, for editors: they show and complete the words, and "go to definition"
//! leads here.
//!
//! There is a module for each list of words in `cookie-decl-macros`. A test compares them.
#![allow(non_upper_case_globals, reason = "words are spelled as in the table")]

macro_rules! words {
    ($($(#[$doc:meta])+ $word:ident),+ $(,)?) => {
        $($(#[$doc])+ pub const $word: () = ();)+
    };
}

/// The items of a table.
pub mod item {
    words! {
        /// Declares the policy, once: `pub policy for "https://.." with config: Config in crate::cookies;`
        policy,
        /// The language of the texts, English by default: `language pt-BR;`
        language,
        /// The columns of the page, their order, and titles of your own: `print provider "By" | cookie | purpose;`
        print,
        /// The date of the last change, for visitors: `last_updated "2026-11-26";`
        last_updated,
        /// A provider that rows refer to: `provider Matomo = "Matomo" { privacy: "https://.." }`
        provider,
        /// The columns of the rows in all categories: `cookie | duration;`
        cookie,
        /// Somebody else's banner asks visitors: `consent elsewhere "OneTrust";`
        consent,
        /// Who decides what is stored and why: `controller "Example Ltd" { contact: "privacy@shop.example" }`
        controller,
        /// The version of the policy, for visitors: `version "3";`
        version,
        /// The explanation of cookies: here with `about;`, in your words with a `///` above, or nowhere with `about none;`
        about,
        /// Your own text, from the `///` above, printed here.
        section,
        /// Rows with one gate: `category Statistics: opt_in { .. }`
        category,
        /// The rows of a library's table: `include auth::auth_cookies in Necessary;`
        include,
        /// Cookies that the site no longer sets, and removes when a request has them:
        /// `retired { "old" Path="/"; }`
        retired,
        /// The texts in another language: `translation fr { "text" => "texte"; }`
        translation,
        /// Texts of your own instead of built-in ones: `wording { accept = "Accept everything"; }`
        wording,
    }
}

/// The words that start a line of a category.
pub mod line {
    words! {
        /// The columns of the rows below: `cookie | duration;`
        cookie,
        /// Cells that rows share: `with provider = Shop;` for the category, `with provider = Shop { .. }` for a group.
        with,
        /// All cookies of a third party's domain: `any | set_by = "ads.example";`
        any,
        /// A cookie of another category, listed here as well, with its own purpose: `also "_pcid";`
        also,
        /// A heading and text, from the `///` above. Another table of the category follows.
        section,
        /// The rows of a library's table: `include vendors::ga4(container = "ABC");`
        include,
    }
}

/// The gates: what the cookies of a category need.
pub mod gate {
    words! {
        /// Strictly necessary for what the visitor requested. Visitors are not asked.
        exempt,
        /// The visitor is asked first.
        opt_in,
        /// Allowed until the visitor objects.
        opt_out,
    }
}

/// The options of a gate, in parentheses.
pub mod gate_option {
    words! {
        /// Visitors choose for each provider of the rows: `by provider`
        by,
        /// A higher number asks everybody again: `revision 2`
        revision,
        /// Answers to this earlier fingerprint still count: `also "8f81bb5b69bed8a9"`
        also,
        /// Global Privacy Control: the browser's signal is an objection, even where visitors are
        /// asked.
        gpc,
        /// The signals of Google's consent mode: `consent_mode(analytics_storage)`
        consent_mode,
        /// The signals to other vendors: `signals(clarity_analytics, meta)`
        signals,
        /// The tags are loaded before the visitor agrees, and are told so. Visitors read that.
        advanced,
        /// The purposes of the Transparency and Consent Framework: `tcf(1, 8)`
        tcf,
    }
}

/// The signals of a gate: how a vendor's script is told about the visitor's choice.
pub mod signal {
    words! {
        /// Microsoft Clarity may store what it needs for analytics: `analytics_Storage`
        clarity_analytics,
        /// Microsoft Clarity may store what it needs for advertising: `ad_Storage`
        clarity_ads,
        /// Microsoft Advertising (UET) may store: `ad_storage`
        uet,
        /// The pixel of Meta may store and send: `fbq('consent', 'grant')`
        meta,
        /// Matomo sends nothing without consent: `requireConsent`
        matomo,
        /// Matomo counts visits without cookies before consent: `requireCookieConsent`
        matomo_cookies,
        /// The pixel of TikTok may store and send: `ttq.grantConsent()`
        tiktok,
        /// The tag of Pinterest may store and send: `pintrk('setconsent', true)`
        pinterest,
    }
}

/// The facts about a provider or the controller, in braces.
pub mod provider_key {
    words! {
        /// The address of its privacy policy.
        privacy,
        /// The address of the page where visitors object.
        opt_out,
        /// The address for questions: an e-mail address, or the address of a page.
        contact,
        /// The postal address.
        address,
        /// A domain of its cookies. Write it several times for several domains.
        domain,
        /// Somebody other than the site reads what is stored.
        third_party,
        /// The country that it is in.
        country,
        /// Where it transfers data to, and the safeguard: `"United States (Data Privacy Framework)"`
        transfer,
        /// The address of the controller's data protection officer.
        officer,
        /// The supervisory authority that handles complaints about the controller.
        authority,
    }
}

/// The columns of rows and of the page.
pub mod column {
    words! {
        /// Who is responsible: the identifier of a provider.
        provider,
        /// The part of the site that uses it: a text.
        function,
        /// Why it is stored: a text, instead of the `///` above the row.
        purpose,
        /// How long it is kept: `2 weeks`, `session`, `rolling 30 minutes`, `session or 2 weeks`,
        /// `persistent`, `unknown` or `{ expr } max 4 weeks`, then optionally a text to print
        /// instead.
        duration,
        /// The attributes that it is sent with: `Secure HttpOnly SameSite=Lax Path="/"` is the
        /// whole list, `.. !HttpOnly` changes the default.
        attributes,
        /// Who stores it: `server`, `script`, `other`, `third_party`, or a third party's domain in quotes.
        set_by,
        /// "First party" or "third party", which follows from `set_by`. Only for `print`: rows have
        /// no cell for it.
        party,
        /// Where it is stored: `cookie`, `local_storage`, `session_storage`, `indexed_db`, `pixel` or `other("..")`.
        storage,
        /// Why the site may process the data, article 6(1) of the GDPR: `contract`, `legitimate_interests`, …
        basis,
        /// A remark for visitors: a text.
        note,
        /// Whether this deployment has the row: `{ condition }`
        when,
    }
}

/// The attributes of a cookie.
pub mod attribute {
    words! {
        /// Sent over HTTPS only. On by default for cookies that the server sets.
        Secure,
        /// Hidden from scripts. On by default for cookies that the server sets.
        HttpOnly,
        /// Kept separately for each site that embeds this one.
        Partitioned,
        /// Whether requests from other sites contain it: `SameSite=Strict`, `Lax` (the default) or
        /// `None`.
        SameSite,
        /// The part of the site that it is sent to: `Path="/app"`, `/` by default.
        Path,
        /// The domain that it is sent to, with its subdomains: `Domain="shop.example"`
        Domain,
    }
}

/// The values of `SameSite`.
pub mod same_site {
    words! {
        /// Never sent with a request from another site.
        Strict,
        /// Sent with a request from another site only when the visitor follows a link.
        Lax,
        /// Sent with every request; the browser demands `Secure`.
        None,
    }
}

/// Who stores a cookie.
pub mod set_by {
    words! {
        /// The application itself, in a `Set-Cookie` header. The default for cookies.
        server,
        /// A script in the page. The default for the page's own storage.
        script,
        /// Something else on the site: a proxy, the framework.
        other,
        /// A third party, from the domain of the row's provider.
        third_party,
    }
}

/// Why a site may process the data: the points of article 6(1) of the GDPR.
pub mod basis {
    words! {
        /// Point (a): the visitor consented.
        consent,
        /// Point (b): a contract with the visitor needs it.
        contract,
        /// Point (c): the law requires it.
        legal_obligation,
        /// Point (d): it protects somebody's vital interests.
        vital_interests,
        /// Point (e): a task in the public interest needs it.
        public_task,
        /// Point (f): legitimate interests that outweigh those of the visitor.
        legitimate_interests,
    }
}

/// Where something is stored.
pub mod storage {
    words! {
        /// A cookie. The default.
        cookie,
        /// The browser's local storage.
        local_storage,
        /// The browser's session storage.
        session_storage,
        /// A database of the browser.
        indexed_db,
        /// Nothing is stored: an image or request that tells somebody about the visit.
        pixel,
        /// Something else: `other("Cache storage")`
        other,
    }
}

/// The words for how long something is kept.
pub mod duration {
    words! {
        /// Until the browser is closed.
        session,
        /// Until somebody deletes it. Not for cookies, which browsers keep for at most 400 days.
        persistent,
        /// Starts again with every visit: `rolling 30 minutes`
        rolling,
        /// An unknown time: `unknown`, or with the words that visitors read, `unknown "varies"`.
        /// Not for cookies that the server sets.
        unknown,
    }
}

/// The units of durations.
pub mod unit {
    words! {
        /// 1 second.
        second,
        /// 1 second each.
        seconds,
        /// 60 seconds.
        minute,
        /// 60 seconds each.
        minutes,
        /// 60 minutes.
        hour,
        /// 60 minutes each.
        hours,
        /// 24 hours.
        day,
        /// 24 hours each.
        days,
        /// 7 days.
        week,
        /// 7 days each.
        weeks,
        /// 30 days.
        month,
        /// 30 days each.
        months,
        /// 365 days.
        year,
        /// 365 days each.
        years,
    }
}

macro_rules! wording {
    ($($chapter:literal { $(#[$place:meta] $variant:ident = $word:ident $template:literal)+ })+) => {
        $($(#[$place] pub const $word: () = ();)+)+
    };
}

/// The keys of the built-in texts.
pub mod wording {
    cookie_decl_core::wording_keys!(wording);
}
