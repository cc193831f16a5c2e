//! The first table of an application compiles once its sentences are written.

#![allow(
    dead_code,
    unreachable_pub,
    reason = "a table is `pub`, and no code uses it"
)]

use std::fs;

use cookie_decl_audit::PolicyFile;
use cookie_decl_audit::scan::table;

mod cookies {
    include!("table.rs");
}

/// An application that stores things under difficult names.
const SERVER: &str = r#"
fn f(jar: Jar, id: u32) {
    jar.add(Cookie::new("__Host-session", "1"));
    jar.add(Cookie::new("user-id", "1"));
    jar.add(Cookie::new("user_id", "1"));
    jar.add(Cookie::new("2fa", "1"));
    jar.add(Cookie::new("preferences", "1"));
    jar.add(Cookie::new("policy", "1"));
    jar.add(Cookie::new("theme", "1"));
    jar.add(Cookie::new(format!("cart{id}"), "1"));
    jar.add(Cookie::new("cart", "1"));
}
"#;
const SCRIPT: &str = r"
document.cookie = 'theme=dark';
document.cookie = `_pk_id.${site}=1`;
localStorage.setItem('last page', 1);
localStorage.setItem('a{b', 1);
localStorage.setItem('a|b;', 1);
localStorage.setItem('seen', 1);
sessionStorage.setItem('seen', 1);
pick().setItem('draft', 1);
indexedDB.open('notes');
caches.open('v1');
navigator.serviceWorker.register('/sw.js');
";

#[test]
fn the_first_table_compiles_with_its_sentences() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("main.rs"), SERVER).unwrap();
    fs::write(folder.path().join("app.js"), SCRIPT).unwrap();
    let written = table([folder.path()])
        .replace(&format!("{}/", folder.path().display()), "")
        .replace("/// TODO: ", "/// Here somebody writes ");
    let path = "tests/audit/init/table.rs";
    if std::env::var_os("COOKIE_DECL_BLESS").is_some() {
        fs::write(path, &written).unwrap();
    }
    // The file is a module of this test, so it compiled.
    assert_eq!(fs::read_to_string(path).unwrap(), written);
    let rows = PolicyFile::from(cookies::POLICY).rows;
    assert_eq!(rows.len(), written.matches("writes why").count() + 1);
}
