//! The built-in texts in English.

use crate::texts::built_in::prelude::*;

pub static TEXTS: Texts = Texts {
    language: "en",
    name: "English",
    title: "Cookie policy",
    columns: Columns {
        cookie: "Cookie",
        provider: "Provider",
        function: "Function",
        purpose: "Purpose",
        duration: "Duration",
        attributes: "Attributes",
        set_by: "Set by",
        party: "First or third party",
        storage: "Type",
        basis: "Legal basis",
        note: "Note",
    },
    about: About {
        heading: "What is a cookie?",
        cookies: "A cookie is a small piece of text with a name. A website asks your browser to \
                  store it. Your browser sends it back to the website each time you open a page \
                  there, until the cookie expires or is deleted.",
        uses: "Websites use cookies for many things: to keep you signed in, to remember what is \
               in your basket, or to recognise you when you come back, for statistics or \
               advertising.",
        storage: "Websites can also store data elsewhere in your browser, for example in its local \
                  storage, or use an image that your browser loads to find out about your visit. \
                  Where this page says “cookies”, it means all of these.",
        kinds: "Cookies differ in what they are for and in who stores them:",
        kind: [
            [
                "Necessary cookies",
                " store what a site needs to work from page to page and from visit to visit: for \
                 example, whether you are signed in, what is in your basket and which language \
                 you chose. The law usually allows a site to store them without asking you.",
            ],
            [
                "Statistics cookies",
                " show how visitors use a site. They usually need your consent; some countries \
                 make exceptions, for example for simple visitor counts.",
            ],
            [
                "First-party cookies",
                " belong to the domain of the site that you are visiting. Some are necessary. \
                 Others remember your preferences, count visits or are used for advertising.",
            ],
            [
                "Third-party cookies",
                " belong to the domain of another organisation, often an advertising company, and \
                 are stored while you are visiting a site. They can tell that organisation which \
                 pages you open, and let it recognise you on other sites.",
            ],
        ],
    },
    used: Used {
        heading_on: ["Cookies used on ", ""],
        heading: "Cookies used on this site",
        nothing: "This site has not listed any cookies.",
        hole: [
            "In a name, the part in angle brackets, such as ",
            ", varies.",
        ],
        exempt: "We do not need your consent for these cookies.",
        opt_in: "We only use these cookies with your consent.",
        opt_out: "We use these cookies unless you object.",
        object: ["You can object at any time in the ", "cookie settings", "."],
        object_no_link: "You can object at any time by contacting us.",
        gpc: "If your browser sends the Global Privacy Control signal, we treat that as an \
              objection.",
        signal: "If your browser sends the Global Privacy Control signal, we treat that as an \
                 objection, unless you tell us otherwise.",
        advanced: [
            "Programs from ",
            " are loaded with our pages, whatever you choose. While this category is not \
             allowed, they are told so and are not to store anything on your device. Even then, \
             their servers learn your IP address and which page you are visiting.",
        ],
        advanced_unnamed: "Programs of this category are loaded with our pages, whatever you \
                           choose. While this category is not allowed, they are told so and are \
                           not to store anything on your device. Even then, their servers learn \
                           your IP address and which page you are visiting.",
        empty: "We do not use anything in this category at the moment.",
        any_of: ["all cookies from ", ""],
        any: "all cookies from this third party",
    },
    scope: Scope {
        around: [" (", ")"],
        separator: ", ",
        path: "path ",
        domain: "domain ",
    },
    set_by: SetByTexts {
        server: "this site",
        script: "a script that runs in your browser",
        other: "the software that runs this site",
        third_party: "a third party",
        third_party_domain: ["", " (third party)"],
    },
    party: PartyTexts {
        first: "first party",
        third: "third party",
    },
    basis: BasisTexts {
        consent: "consent",
        contract: "contract",
        legal_obligation: "legal obligation",
        vital_interests: "vital interests",
        public_task: "task in the public interest",
        legitimate_interests: "legitimate interests",
    },
    storage: StorageTexts {
        cookie: "cookie",
        local_storage: "local storage",
        session_storage: "session storage",
        indexed_db: "browser database (IndexedDB)",
        pixel: "tracking pixel",
    },
    duration: DurationTexts {
        second: Forms::Germanic {
            one: "{n} second",
            other: "{n} seconds",
        },
        minute: Forms::Germanic {
            one: "{n} minute",
            other: "{n} minutes",
        },
        hour: Forms::Germanic {
            one: "{n} hour",
            other: "{n} hours",
        },
        day: Forms::Germanic {
            one: "{n} day",
            other: "{n} days",
        },
        week: Forms::Germanic {
            one: "{n} week",
            other: "{n} weeks",
        },
        month: Forms::Germanic {
            one: "{n} month",
            other: "{n} months",
        },
        year: Forms::Germanic {
            one: "{n} year",
            other: "{n} years",
        },
        less_than_a_second: "less than a second",
        rolling: ["", " after your last visit"],
        session: "browser session",
        tab: "tab session",
        persistent: "until you delete it",
        unknown: "not stated by the provider",
        nothing: "nothing is stored on your device",
        or: ", or ",
        kept: ["; browsers keep it for at most ", ""],
    },
    choice: Choice {
        heading: "Your choice",
        link: [
            "You can change your choice at any time in the ",
            "cookie settings",
            ".",
        ],
        elsewhere: [
            "You can make and change your choice with ",
            " on this site.",
        ],
        no_link: "You can change your choice at any time in the place where you made it.",
        object_no_link: "We use some cookies unless you object. You can object at any time by contacting \
                         us.",
        browser: "You can also delete or block cookies in your browser settings. If you block \
                  cookies that this site needs, parts of the site may stop working.",
    },
    ask: Ask {
        heading: "Cookies on this site",
        question: [
            "We store what this site needs to work. We would like your consent to store and \
             read data for: ",
            ". You can change your mind at any time.",
        ],
        unobjected: ["Unless you object, we also store and read data for: ", "."],
        separator: ", ",
        policy: "Read our cookie policy",
        accept: "Accept all",
        refuse: "Reject all",
        choose: "Choose",
        save: "Save my choice",
        settings: "Cookie settings",
        explanation: "Choose what we may use. You can come back and change your choice at any time.",
        allow: "Allow: ",
        stored: "What is stored, by whom and for how long",
        present: "Your current settings",
        decided: ["You made this choice on ", "."],
        identifier: [
            "The cookie ",
            " contains a random identifier. It connects your choices, so that they can be shown to you or deleted.",
        ],
        saved: "Your choice has been saved.",
        failed: "Your choice could not be saved. Please try again.",
        changed: [
            "Something has changed or is new since you last chose: ",
            ".",
        ],
        expired: "Your last choice has expired, so we are asking you again.",
        back: "Back to the page",
        needs: ["This content needs your consent for: ", "."],
        recipients: ["When it loads, your browser sends data to: ", "."],
        once: "Load this once: ",
        always: "Always allow: ",
        stale: "This part of the page does not reflect your choice yet.",
        reload: "Reload the page",
        states: States {
            always: "Always in use: no consent is needed.",
            agreed: "In use: you gave your consent.",
            refused: "Not in use: you rejected this.",
            undecided: "Not in use: you have not chosen yet.",
            unobjected: "In use: you have not objected.",
            signal: "Not in use: your browser sends the Global Privacy Control signal.",
            refused_advanced: "Not allowed: you rejected this.",
            undecided_advanced: "Not allowed: you have not chosen yet.",
            signal_advanced: "Not allowed: your browser sends the Global Privacy Control signal.",
        },
    },
    providers: Providers {
        heading: "Providers",
        introduction: "The cookies listed on this page come from:",
        separator: "; ",
        third_party: "third party that can read the stored data",
        country: "country: ",
        domain: "domain: ",
        privacy: "privacy policy: ",
        opt_out: "opt-out page: ",
        contact: "contact: ",
        address: "postal address: ",
        transfer: "data transfer: ",
    },
    controller: Controller {
        heading: "Data controller",
        officer: "data protection officer: ",
        authority: "supervisory authority: ",
    },
    refusals: Refusals {
        unsaved: "Your choice was not saved",
        foreign: "We accept a choice only from a page of this site, and your browser did not say \
                  that yours comes from one. A browser extension or a privacy setting may be the \
                  reason. Please open the cookie settings and choose again.",
        unreadable: "The form did not arrive as we expected. Please open the cookie settings and \
                     choose again.",
        internal: "We could not save your choice because of a fault on our side. Please try again \
                   later.",
        missing: "Page not found",
        nowhere: "There is no page at this address.",
    },
    version: "Version: ",
    last_updated: "Last updated: ",
    date: DateTexts {
        months: [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ],
        first: "1",
        pattern: "{day} {month} {year}",
    },
    between_sentences: " ",
    wording: &[],
};
