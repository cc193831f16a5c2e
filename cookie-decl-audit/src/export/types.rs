//! The types of `table.js`, for TypeScript.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::export::rows::is_of_third_party;
use crate::policy_file::{PolicyFile, Row};

/// Writes the types of the guard's `table.js` for a TypeScript project.
///
/// These mistakes do not compile: a name that the table does not have, a cookie that no script may
/// set, an item of the other storage, a hole without a text, and a duration that the row does not
/// have. Rows with `when` are included: a deployment without them refuses the name when the script
/// runs.
///
/// ```
/// # mod cookies { cookie_decl::declare_cookies! {
/// #     pub policy;
/// #     cookie | duration | set_by;
/// #     /// Audience
/// #     ///
/// #     /// We count visits.
/// #     #[allow(no_consent_row)]
/// #     category Statistics: opt_in {
/// #         /// Counts the pages of a part
/// #         "count_{part}" | 1 day | script;
/// #     }
/// # } }
/// use cookie_decl_audit::PolicyFile;
/// let types = cookie_decl_audit::export::types(&PolicyFile::from(cookies::POLICY));
/// assert!(types.contains(r#""count_{part}": { holes: "part"; duration: "1 day" };"#));
/// ```
#[must_use]
pub fn types(file: &PolicyFile) -> String {
    let own = |is_cookie: bool| {
        let rows = file.rows.iter();
        rows.filter(move |row| match &*row.storage {
            "cookie" => is_cookie,
            "local_storage" | "session_storage" => !is_cookie,
            _ => false,
        })
        .filter(|row| !is_of_third_party(row))
    };
    let is_written = |row: &&Row| row.set_by == "script";
    let is_hidden = |row: &&Row| row.attributes.as_ref().is_some_and(|it| it.http_only);
    let categories: Vec<_> = file.categories.keys().map(|name| quoted(name)).collect();
    [
        "// The types of /cookies/table.js. `cookies types` writes this file out of the table.\n",
        "declare module \"*/table.js\" {\n",
        &format!("    export type Category = {};\n", union(&categories)),
        "    /** Cookies that scripts may set. */\n",
        &interface("SetCookies", own(true).filter(is_written)),
        "    /** Cookies that scripts can see. */\n",
        &interface("Cookies", own(true).filter(|row| !is_hidden(row))),
        "    /** Items that scripts may set. */\n",
        &interface("SetItems", own(false).filter(is_written)),
        "    /** Items of local and session storage. */\n",
        &interface("Items", own(false)),
        REST,
    ]
    .concat()
}

const REST: &str = r"
    type Names<Rows> = keyof Rows & string;
    type Row = { holes: string; duration: string };
    /** The texts for the holes of a name; nothing for a name without holes. */
    type Holes<It extends Row> = [It['holes']] extends [never] ? [] : [holes: { [Hole in It['holes']]: string | number }];
    type Found<Rows, Name extends keyof Rows> = Rows[Name] extends Row ? Rows[Name] : never;

    export const cookies: {
        /** Whether the visitor allows a category now. Until that is known, only what needs no consent is allowed. */
        allowed(category: Category): boolean;
        /** Calls with the present state, once it is known, and with every change. Returns what ends that. */
        onChange(call: (state: { readonly granted: readonly Category[] }) => void): () => void;
        /** Sets a cookie with the attributes of its row, and with the first of its durations unless another is named. */
        set<Name extends Names<SetCookies>>(
            name: Name,
            ...rest: [...Holes<Found<SetCookies, Name>>, value: string | number, duration?: Found<SetCookies, Name>['duration']]
        ): void;
        get<Name extends Names<Cookies>>(name: Name, ...holes: Holes<Found<Cookies, Name>>): string | null;
        /** Removes a cookie in all scopes; without holes, all cookies of the row. */
        remove<Name extends Names<Cookies>>(name: Name, ...holes: Partial<Holes<Found<Cookies, Name>>>): void;
    };

    export const storage: {
        set<Name extends Names<SetItems>>(
            name: Name,
            ...rest: [...Holes<Found<SetItems, Name>>, value: string | number]
        ): void;
        get<Name extends Names<Items>>(name: Name, ...holes: Holes<Found<Items, Name>>): string | null;
        /** Removes an item; without holes, all items of the row. */
        remove<Name extends Names<Items>>(name: Name, ...holes: Partial<Holes<Found<Items, Name>>>): void;
    };
}
";

/// Writes an interface that has the names of rows as its properties.
fn interface<'f>(name: &str, rows: impl Iterator<Item = &'f Row>) -> String {
    let mut durations: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for row in rows {
        let known = durations.entry(&row.name).or_default();
        for duration in row.duration.words().map(quoted) {
            if !known.contains(&duration) {
                known.push(duration);
            }
        }
    }
    let mut text = format!("    interface {name} {{\n");
    for (name, durations) in durations {
        let holes = name.split('{').skip(1).filter_map(|it| it.split_once('}'));
        let holes: Vec<_> = holes.map(|(hole, _)| quoted(hole)).collect();
        let (name, holes, durations) = (quoted(name), union(&holes), union(&durations));
        writeln!(
            text,
            "        {name}: {{ holes: {holes}; duration: {durations} }};"
        )
        .expect("a `String` takes everything");
    }
    text + "    }\n"
}

fn union(types: &[String]) -> String {
    if types.is_empty() {
        "never".to_owned()
    } else {
        types.join(" | ")
    }
}

/// A JSON string is one of TypeScript, too.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
