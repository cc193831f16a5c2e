//! A messenger, after `developers.parley.io/docs/web-library/cookies`: what a chat on a site keeps, none of it a cookie,
//! with seven columns of facts.

use cookie_decl::table::Storage;

cookie_decl::declare_cookies! {
    /// Cookies
    ///
    /// We use no cookies. What the chat has to remember of a session is in your browser's local storage.
    pub(crate) policy in crate::parley;

    print cookie "Name" | purpose "Explanation" | "Required for messaging" | "Contains" | "Type" | "Access" | duration "Valid" | "Domain" | "Version";

    /// Nothing of this is a cookie, see [the documentation](https://developers.parley.io/docs/web-library/cookies).
    about;

    cookie | "Required for messaging" | "Contains" | "Type";

    /// The chat
    ///
    /// You opened the chat: without these it would not know who writes, and what you have read.
    #[allow(other_quantity, reason = "as published, though nothing ends local storage with the session")]
    category Chat: exempt {
        with storage = local_storage | duration = persistent "session" | "Access" = "scripts of this page, servers of the domain"
            | "Domain" = "\\" | "Version" = "1.0.1";

        /// Recognises this browser when it calls the service
        "parleychat_xIrisidentification" | "yes" | "an identifier of the device" | "string" | "Access" = "Parley, scripts of this page, servers of the domain";
        /// Knows when the chat was last opened
        "parleychat_showMessengerDate" | "no" | "Unix time" | "integer";
        /// Keeps the chat open or closed from page to page
        "parleychat_messengerOpenState" | "no" | "a state" | "string";
        /// Knows when the chat was last made small
        "parleychat_minimizeMessengerDate" | "yes" | "Unix time" | "integer";
        /// Knows when the chat was last closed
        "parleychat_closeMessengerDate" | "yes" | "Unix time" | "integer";
        /// Tells whether messages are pushed here, or have to be asked for
        "parleychat_pushReady" | "yes" | "true or false" | "boolean";
        /// Marks the last message that you can have read
        "parleychat_lastNewMessage" | "yes" | "Unix time" | "integer";
        /// Keeps an invitation from being shown on each page
        "parleychat_lastInviteNotificationTime" | "yes" | "Unix time" | "integer";
        /// Knows when you last wrote
        "parleychat_sendedMessageTime" | "yes" | "Unix time" | "integer";
        /// Proves who you are
        "parleychat_xIrisAuthHeader" | "yes" | none | none;
    }
}

#[test]
fn a_column_of_its_own_for_each_fact() {
    let row = POLICY.find("parleychat_pushReady").unwrap();
    assert_eq!(
        (row.own("Type"), row.own("Contains")),
        (Some("boolean"), Some("true or false"))
    );
    assert_eq!(row.own("Version"), Some("1.0.1"));
    assert_eq!(row.storage(), Storage::LocalStorage);
    let page = POLICY.page().html();
    assert!(
        page.contains(">session (until you delete it)</td>"),
        "{page}"
    );
    assert!(!page.contains("What is a cookie?"));
}

#[test]
fn the_table_is_complete() {
    assert_eq!(POLICY.declarations().len(), 10);
}
