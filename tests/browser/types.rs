//! TypeScript's own compiler reads the types that `cookies types` writes.

use std::fs;
use std::path::Path;
use std::process::{self, Command};

use cookie_decl_audit::PolicyFile;
use cookie_decl_audit::export::types;

use crate::Check;
use crate::client::WORKSHOP;
use crate::client::npm::run;
use crate::exported::TYPESCRIPT;

pub(crate) const TESTS: &[(&str, Check)] = &[
    ("typescript_compiles_what_the_table_says", right),
    ("typescript_refuses_what_the_table_does_not_say", wrong),
];

mod shop {
    cookie_decl::declare_cookies! {
        pub(super) policy;
        cookie | duration | set_by;
        /// Needed
        ///
        /// The site does not work without these.
        category Necessary: exempt {
            /// Remembers what you chose
            PREFERENCES: Consent = "__Host-cookie_preferences" | 6 months | server;
            /// Remembers the theme
            "theme" | session or 1 year | script;
            /// Remembers the language
            "language" | 1 year | server | attributes = .. !HttpOnly;
            /// Keeps what you typed
            "draft" | session | script | storage = session_storage;
        }
        /// Statistics
        category Statistics: opt_in {
            /// Counts each part of the site
            "count_{part}.{page}" | 1 day | script;
            /// Remembers places
            "place_{text}" | persistent | script | storage = local_storage;
            /// Counts you
            "uid" | 1 day | "vendor.example";
        }
    }
}

/// Compiles a module, with what the compiler complains about as the error.
fn compile(name: &str, code: &str) -> Result<Result<String, String>, String> {
    let compiler = TYPESCRIPT.fetch()?;
    let folder = Path::new(WORKSHOP).join(format!("{name}-{}", process::id()));
    let write = |name: &str, text: &str| fs::write(folder.join(name), text);
    let start = "import { cookies, storage, type Category } from '/cookies/table.js';\n";
    fs::create_dir_all(&folder)
        .and_then(|()| write("cookie-table.d.ts", &types(&PolicyFile::from(shop::POLICY))))
        .and_then(|()| write("app.ts", &format!("{start}{code}")))
        .map_err(|error| error.to_string())?;
    let options = "--strict --noEmit --target esnext --module esnext";
    let result = run(Command::new("node")
        .arg(&compiler)
        .args(options.split(' '))
        .args(["cookie-table.d.ts", "app.ts"])
        .current_dir(&folder));
    let _ = fs::remove_dir_all(folder);
    Ok(result)
}

const RIGHT: &[&str] = &[
    "cookies.set('theme', 'dark')",
    "cookies.set('theme', 'dark', '1 year')",
    "cookies.set('count_{part}.{page}', { part: 'a', page: 7 }, 1)",
    "cookies.set('count_{part}.{page}', { part: 'a', page: 7 }, 1, '1 day')",
    "const seen: string | null = cookies.get('count_{part}.{page}', { part: 'a', page: '7' })",
    "cookies.get('language')",
    "cookies.remove('count_{part}.{page}')",
    "cookies.remove('theme')",
    "const counts: boolean = cookies.allowed('Statistics')",
    "const stop: () => void = cookies.onChange(({ granted }) => { const all: readonly Category[] = granted })",
    "storage.set('draft', 'text')",
    "storage.set('place_{text}', { text: 'a' }, '1')",
    "storage.get('place_{text}', { text: 'a' })",
    "storage.remove('place_{text}')",
];

const WRONG: &[&str] = &[
    // Undeclared, and of another site.
    "cookies.set('thme', 'dark')",
    "cookies.set('uid', '1')",
    "cookies.get('other')",
    "storage.remove('other')",
    "cookies.allowed('Statistic')",
    // In the other storage.
    "cookies.set('draft', 'text')",
    "storage.set('theme', 'dark')",
    // Only the server sets them, or no script sees them.
    "cookies.set('language', 'de')",
    "cookies.get('__Host-cookie_preferences')",
    // Holes.
    "cookies.set('count_{part}.{page}', '1')",
    "cookies.set('count_{part}.{page}', { part: 'a' }, '1')",
    "cookies.get('count_{part}.{page}')",
    "storage.set('place_{text}', { txt: 'a' }, '1')",
    "cookies.set('theme', { part: 'a' }, 'dark')",
    // Another duration, and no value.
    "cookies.set('theme', 'dark', '2 years')",
    "cookies.set('theme')",
];

fn right() -> Result<(), String> {
    compile("right", &RIGHT.join(";\n"))?.expect("the table says all of it");
    Ok(())
}

fn wrong() -> Result<(), String> {
    // Without an error in the next line, such a comment is one.
    let code: Vec<_> = WRONG
        .iter()
        .map(|line| format!("// @ts-expect-error\n{line};\n"))
        .collect();
    compile("wrong", &code.concat())?.expect("each line has an error");
    Ok(())
}
