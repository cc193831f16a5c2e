//! Real browsers, driven from Rust.
//!
//! | file | what |
//! |---|---|
//! | `client/` | the client: a browser, visitors, tabs |
//! | `server.rs` | canned answers |
//! | `client_works.rs` | that the client does what its names say |
//! | `declared.rs` | that the browser keeps what a table declares, and removes it |
//! | `exported.rs` | that the tools whose configurations are exported ask and remove as the table says |
//! | `minified.rs` | that the script and the stylesheets are served as they are read, without what only readers need |
//! | `portal/` | the portal and sites of the tests' own behind the guard, as visitors meet them |
//! | `types.rs` | that TypeScript compiles only what the table says |
//! | `rules/` | that the browser refuses or changes what a table may not declare |
//!
//! Without Chromium the tests are ignored, and say so. With `CI=true` they fail. Those of WebAssembly are ignored even
//! then if the compiler lacks the target, because it comes from rustup.

mod client;
mod client_works;
mod declared;
mod exported;
mod minified;
mod portal;
mod rules;
mod server;
mod types;

use std::num::NonZero;
use std::process::ExitCode;
use std::sync::{Arc, LazyLock};
use std::{env, thread};

use libtest_mimic::{Arguments, Completion, Failed, Trial};

use client::npm::File;
use client::{Browser, Context};

/// A test: it gets a visitor of its own, who has no cookies yet.
type Test = (&'static str, fn(&Context<'_>));
/// The same with a file of an npm package.
type TestWithFile = (&'static str, fn(&Context<'_>, &str));
/// A test without a browser. `Err` says why it cannot run.
type Check = fn() -> Result<(), String>;

/// The list of a module's tests, by name. One that is not in it is dead code, which the compiler reports.
macro_rules! tests {
    ($($name:ident)*) => { &[$((stringify!($name), $name)),*] };
}
use tests;

/// Tests of what the headless shell leaves out: the visitor's settings, and pages to go back to.
const OF_WHOLE_BROWSER: &[&str] = &[
    "in_a_frame_of_another_site_and_without_scripts_no_answer_is_kept",
    "in_a_frame_of_another_site_no_answer_is_kept",
    "page_gone_back_to_follows_an_agreement",
    "page_gone_back_to_is_told_of_an_agreement",
    "with_cookies_off_and_without_scripts_no_answer_is_kept",
    "with_cookies_off_no_answer_is_kept",
];

/// What all tests share, made when the first one asks.
struct Shared {
    whole: LazyLock<Option<Browser>>,
    /// The headless shell, which has the same engine and is four times as fast.
    shell: LazyLock<Option<Browser>>,
}

impl Shared {
    fn run(&self, name: &str, test: impl FnOnce(&Context<'_>)) -> Result<Completion, Failed> {
        let shell = || {
            self.shell
                .as_ref()
                .filter(|_| !OF_WHOLE_BROWSER.contains(&name))
        };
        let Some(browser) = shell().or_else(|| self.whole.as_ref()) else {
            return missing("there is no Chromium, neither in PATH nor named by CHROMIUM");
        };
        test(&browser.context());
        Ok(Completion::Completed)
    }

    fn run_with(
        &self,
        name: &str,
        file: &File,
        test: impl FnOnce(&Context<'_>, &str),
    ) -> Result<Completion, Failed> {
        match file.read() {
            Ok(script) => self.run(name, |context| test(context, &script)),
            Err(reason) => missing(&reason),
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
        whole: LazyLock::new(|| Browser::find().map(|program| Browser::launch(&program))),
        shell: LazyLock::new(|| Browser::find_shell().map(|program| Browser::launch(&program))),
    });
    let mut trials = Vec::new();
    let modules = [
        &[client_works::TESTS, declared::TESTS],
        portal::TESTS,
        rules::TESTS,
    ]
    .concat();
    for (name, test) in modules.concat() {
        let shared = Arc::clone(&shared);
        trials.push(Trial::ignorable_test(name, move || shared.run(name, test)));
    }
    for (file, tests) in [
        client_works::WITH_FILES,
        exported::WITH_FILES,
        portal::WITH_FILES,
    ]
    .concat()
    {
        for (name, test) in tests {
            let shared = Arc::clone(&shared);
            trials.push(Trial::ignorable_test(*name, move || {
                shared.run_with(name, file, test)
            }));
        }
    }
    for (name, test) in portal::web::WITH_PROGRAM {
        let shared = Arc::clone(&shared);
        trials.push(Trial::ignorable_test(
            *name,
            move || match portal::web::program() {
                Ok(program) => shared.run(name, |context| test(context, program)),
                Err(reason) => Ok(Completion::ignored_with(reason)),
            },
        ));
    }
    for (name, check) in [exported::CHECKS, minified::TESTS, types::TESTS].concat() {
        trials.push(Trial::ignorable_test(name, move || match check() {
            Ok(()) => Ok(Completion::Completed),
            Err(reason) => missing(&reason),
        }));
    }
    let mut arguments = Arguments::from_args();
    // Much of a test is waiting for the browser.
    let processors = thread::available_parallelism().map_or(1, NonZero::get);
    arguments.test_threads.get_or_insert(2 * processors);
    // No `exit` here: the browser ends when it is dropped.
    libtest_mimic::run(&arguments, trials).exit_code()
}
