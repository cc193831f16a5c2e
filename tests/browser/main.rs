//! Real browsers, driven from Rust.
//!
//! | file | what |
//! |---|---|
//! | `client/` | the client: a browser, visitors, tabs |
//! | `server.rs` | canned answers |
//! | `client_works.rs` | that the client does what its names say |
//! | `declared.rs` | that the browser keeps what a table declares, and removes it |
//! | `portal/` | the portal and sites of the tests' own behind the guard, as visitors meet them |
//! | `rules/` | that the browser refuses or changes what a table may not declare |
//!
//! Without Chromium the tests are ignored, and say so. With `CI=true` they fail.

mod client;
mod client_works;
mod declared;
mod portal;
mod rules;
mod server;

use std::env;
use std::process::ExitCode;
use std::sync::{Arc, LazyLock};

use libtest_mimic::{Arguments, Completion, Failed, Trial};

use client::{Browser, Context, axe};

/// A test: it gets a visitor of its own, who has no cookies yet.
type Test = (&'static str, fn(&Context<'_>));
/// The same with the script of axe-core.
type TestWithAxe = (&'static str, fn(&Context<'_>, &str));

/// The list of a module's tests, by name. One that is not in it is dead code, which the compiler reports.
macro_rules! tests {
    ($($name:ident)*) => { &[$((stringify!($name), $name)),*] };
}
use tests;

/// What all tests share, made when the first one asks.
struct Shared {
    browser: LazyLock<Option<Browser>>,
    axe: LazyLock<Result<String, String>>,
}

impl Shared {
    fn run(&self, test: impl FnOnce(&Context<'_>)) -> Result<Completion, Failed> {
        let Some(browser) = &*self.browser else {
            return missing("there is no Chromium, neither in PATH nor named by CHROMIUM");
        };
        test(&browser.context());
        Ok(Completion::Completed)
    }

    fn run_with_axe(&self, test: impl FnOnce(&Context<'_>, &str)) -> Result<Completion, Failed> {
        match &*self.axe {
            Ok(script) => self.run(|context| test(context, script)),
            Err(reason) => missing(reason),
        }
    }
}

/// Where everything has to be tested, nothing may be missing.
fn missing(reason: &str) -> Result<Completion, Failed> {
    match env::var_os("CI") {
        Some(ci) if ci == "true" => Err(reason.into()),
        _ => Ok(Completion::ignored_with(reason)),
    }
}

fn main() -> ExitCode {
    let shared = Arc::new(Shared {
        browser: LazyLock::new(|| Browser::find().map(|program| Browser::launch(&program))),
        axe: LazyLock::new(axe::script),
    });
    let mut trials = Vec::new();
    let modules = [&[client_works::TESTS, declared::TESTS], portal::TESTS, rules::TESTS].concat();
    for (name, test) in modules.concat() {
        let shared = Arc::clone(&shared);
        trials.push(Trial::ignorable_test(name, move || shared.run(test)));
    }
    for (name, test) in [client_works::WITH_AXE, portal::WITH_AXE].concat() {
        let shared = Arc::clone(&shared);
        trials.push(Trial::ignorable_test(name, move || shared.run_with_axe(test)));
    }
    // No `exit` here: the browser ends when it is dropped.
    libtest_mimic::run(&Arguments::from_args(), trials).exit_code()
}
