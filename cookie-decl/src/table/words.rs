//! The words of a table, for editors: what they show and complete, and where "go to definition" leads.
//!
//! A module for each list of words in `cookie-decl-macros`, where a test compares them.
#![allow(non_upper_case_globals, reason = "words are spelled as in the table")]

macro_rules! words {
    ($($(#[$doc:meta])+ $word:ident),+ $(,)?) => {
        $($(#[$doc])+ pub const $word: () = ();)+
    };
}

/// What a table consists of.
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
        /// Somebody that rows refer to: `provider Matomo = "Matomo" { privacy: "https://.." }`
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
        /// Prose of your own, printed here, from the `///` above.
        section,
        /// Rows with one gate: `category Statistics: opt_in { .. }`
        category,
        /// The rows of a library's table: `include auth::auth_cookies in Necessary;`
        include,
        /// Cookies that the site no longer sets and removes on sight: `retired { "old" Path="/"; }`
        retired,
        /// The texts in another language: `translation fr { "text" => "texte"; }`
        translation,
    }
}

/// What a line of a category starts with, beside constants and names.
pub mod line {
    words! {
        /// The columns of the rows below: `cookie | duration;`
        cookie,
        /// Cells that rows share: `with provider = Shop;` for the category, `with provider = Shop { .. }` for a group.
        with,
        /// All cookies of a third party's domain: `any | set_by = "ads.example";`
        any,
        /// A cookie of another category, listed here too with a purpose of its own: `also "_pcid";`
        also,
        /// A heading and prose from the `///` above; another table of the category follows.
        section,
        /// The rows of a library's table: `include vendors::ga4(container = "ABC");`
        include,
    }
}

/// What the cookies of a category need.
pub mod gate {
    words! {
        /// Strictly necessary for what the visitor asked for: nobody is asked.
        exempt,
        /// The visitor is asked first.
        opt_in,
        /// Allowed until the visitor objects.
        opt_out,
    }
}

/// What a gate has in parentheses.
pub mod gate_option {
    words! {
        /// Raise it to ask everybody again: `revision 2`
        revision,
        /// Answers to this earlier state still count: `also "8f81bb5b69bed8a9"`
        also,
        /// Global Privacy Control: the browser's signal is an objection, also where visitors are asked.
        gpc,
        /// The signals of Google's consent mode: `consent_mode(analytics_storage)`
        consent_mode,
        /// The purposes of the Transparency and Consent Framework: `tcf(1, 8)`
        tcf,
    }
}

/// What a provider has in braces.
pub mod provider_key {
    words! {
        /// The address of its privacy policy.
        privacy,
        /// The address of the page where visitors object.
        opt_out,
        /// The address for questions: of e-mail, or of a page.
        contact,
        /// The postal address.
        address,
        /// A domain that its cookies are on. There may be several.
        domain,
        /// Somebody else than the site reads what is stored.
        third_party,
        /// The country that it is in.
        country,
        /// Where it transfers data to, and the safeguard: `"United States (Data Privacy Framework)"`
        transfer,
        /// Of the controller: the address of the data protection officer.
        officer,
        /// Of the controller: the supervisory authority that takes complaints.
        authority,
    }
}

/// The columns of rows and of the page.
pub mod column {
    words! {
        /// Who is responsible: the identifier of a provider.
        provider,
        /// What part of the site uses it: a text.
        function,
        /// Why it is stored: a text, instead of the `///` above the row.
        purpose,
        /// How long it is kept: `2 weeks`, `session`, `rolling 30 minutes`, `session or 2 weeks`, `persistent`, `unknown`
        /// or `{ expr } max 4 weeks`, then a text to print instead if need be.
        duration,
        /// What it is sent with: `Secure HttpOnly SameSite=Lax Path="/"` is the whole list, `.. !HttpOnly` changes the
        /// default.
        attributes,
        /// Who stores it: `server`, `script`, `other`, `third_party`, or a third party's domain in quotes.
        set_by,
        /// "First party" or "third party", out of `set_by`. Only for `print`; rows have no cells of it.
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
        /// Sent over HTTPS only. A default for cookies that the server sets.
        Secure,
        /// Hidden from scripts. A default for cookies that the server sets.
        HttpOnly,
        /// Kept apart for each site that embeds this one.
        Partitioned,
        /// Whether requests from other sites send it: `SameSite=Strict`, `Lax` (the default) or `None`.
        SameSite,
        /// The part of the site that it is sent to: `Path="/app"`, `/` by default.
        Path,
        /// A domain that it is sent to, subdomains included: `Domain="shop.example"`
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
        /// Point (c): a law obliges the site.
        legal_obligation,
        /// Point (d): somebody's life depends on it.
        vital_interests,
        /// Point (e): a task in the public interest needs it.
        public_task,
        /// Point (f): the site's interests, which outweigh the visitor's here.
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

/// How long something is kept, beside numbers.
pub mod duration {
    words! {
        /// Until the browser is closed.
        session,
        /// Until it is deleted. Not for cookies, which browsers keep for 400 days at most.
        persistent,
        /// Starts again with every visit: `rolling 30 minutes`
        rolling,
        /// Nobody names a time: `unknown`, or with the words that visitors read, `unknown "varies"`. Not for cookies that
        /// the server sets.
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
