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
        paragraphs: &[
            "A cookie is a short text with a name. A website asks your browser to keep it; the browser shows it to the \
             website again with every page that you open there, until it expires or is deleted.",
            "Websites put cookies to many uses: they keep you signed in, remember what is in your basket, or recognise \
             you again for statistics or advertising.",
        ],
        storage: "Websites can also keep data elsewhere in your browser, for example in its local storage, or learn of \
                  your visit through an image that your browser loads. Where this page says “cookies”, it means these \
                  as well.",
        kinds: "Cookies differ in what they are for and in who stores them:",
        kind: &[
            (
                "Necessary cookies",
                " hold what a site needs in order to work from one page, or one visit, to the next: that you are \
                 signed in, what is in your basket, which language you read. As a rule, a site may store them without \
                 asking you.",
            ),
            (
                "Statistics cookies",
                " show how visitors use a site. As a rule they need your agreement; there can be exceptions where the \
                 figures cannot be traced back to a person.",
            ),
            (
                "First-party cookies",
                " are stored by the site that you are visiting. Some of them are necessary; others serve to gather \
                 personal data, to follow what visitors do, or to advertise.",
            ),
            (
                "Third-party cookies",
                " are stored by or for somebody else, often an advertising company, while you are visiting a site. \
                 They can tell that company which pages you open there, and more about you.",
            ),
        ],
    },
    used: Used {
        heading_on: ["Cookies used on ", ""],
        heading: "Cookies used on this site",
        nothing: "No cookies are declared for this site.",
        hole: [
            "In a name, a part in angle brackets such as ",
            " stands for characters that vary.",
        ],
        exempt: "We use these without asking for your agreement.",
        opt_in: "We use these only with your agreement.",
        opt_out: "We use these unless you object.",
        object: ["You can object at any time in the ", "cookie settings", "."],
        object_no_link: "You can object at any time by telling us.",
        gpc: "If your browser sends the Global Privacy Control signal, we take that as a refusal.",
        empty: "At present, we use nothing in this category.",
        caption: ["In detail: ", ""],
        any_of: ["all cookies of ", ""],
        any: "all cookies of this third party",
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
        other: "the technology that this site runs on",
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
        session: "until you close your browser",
        tab: "until you close the tab",
        persistent: "until you delete it",
        unknown: "not stated by the provider",
        nothing: "nothing is kept on your device",
        or: " or ",
        kept: ["; browsers keep it for at most ", ""],
    },
    choice: Choice {
        heading: "Your choice",
        link: [
            "You can change your choice at any time in the ",
            "cookie settings",
            ".",
        ],
        elsewhere: ["You make and change your choice with ", " on this site."],
        no_link: "You can change your choice at any time, in the same place where you made it.",
        object_no_link: "What we use unless you object, you can refuse at any time by telling us.",
        browser: "You can also delete or block cookies in the settings of your browser. If you block those that the \
                  site needs, parts of it may no longer work.",
    },
    ask: Ask {
        heading: "Cookies on this site",
        question: [
            "We store what this site needs in order to work. With your agreement we would also use: ",
            ". You can change your mind at any time.",
        ],
        unobjected: ["Unless you object, we also use: ", "."],
        separator: ", ",
        policy: "Read our cookie policy",
        accept: "Accept all",
        refuse: "Refuse all",
        choose: "Choose",
        save: "Save my choice",
        settings: "Cookie settings",
        explanation: "Choose what may be stored on your device. You can come back and change it at any time.",
        allow: "Allow: ",
        present: "What you chose",
        decided: ["You decided on ", ""],
        saved: "Your choice has been saved.",
        failed: "Your choice could not be saved. Please try again.",
        changed: [
            "Since you last chose, we have changed what we use for: ",
            ".",
        ],
        expired: "Your last choice was made too long ago to count.",
        back: "Back",
        states: States {
            always: "Always in use: the site needs it.",
            agreed: "In use: you agreed.",
            refused: "Not in use: you refused.",
            undecided: "Not in use: you have not chosen yet.",
            unobjected: "In use: you have not objected.",
            signal: "Not in use: your browser sends the Global Privacy Control signal.",
        },
    },
    providers: Providers {
        heading: "Providers",
        introduction: "These providers are behind the cookies on this page:",
        separator: "; ",
        third_party: "third party that can read what is stored",
        country: "country: ",
        domain: "domain: ",
        privacy: "privacy policy: ",
        opt_out: "opt-out: ",
        contact: "contact: ",
        address: "address: ",
        transfer: "transfer of data: ",
    },
    controller: Controller {
        heading: "Who is responsible",
        officer: "data protection officer: ",
        authority: "supervisory authority: ",
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
};
