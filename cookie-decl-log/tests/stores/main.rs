//! The same tests for both databases, then what only one of them can suffer.
//!
//! Without PostgreSQL, its tests are ignored and say so. With `CI=true` they fail.

mod child;
mod encryption;
mod faults;
mod integrity;
mod keeping;
mod reading;
mod server;
mod show_me;
mod site;
mod starting;
mod store;

use std::env;
use std::process::ExitCode;

use libtest_mimic::{Arguments, Completion, Trial};

use server::Server;
use store::Store;

/// A test of any database.
type Test = (&'static str, fn(&Store));
/// A test of PostgreSQL with a server of its own, which it may stop.
type Fault = (&'static str, fn(&Server));

fn main() -> ExitCode {
    if child::is_one() {
        child::write();
        return ExitCode::SUCCESS;
    }
    let tests = [
        reading::TESTS,
        integrity::TESTS,
        keeping::TESTS,
        starting::TESTS,
        show_me::TESTS,
    ]
    .concat();
    let mut trials = Vec::new();
    for (name, test) in &tests {
        let test = *test;
        trials.push(Trial::test(format!("sqlite::{name}"), move || {
            test(&Store::sqlite());
            Ok(())
        }));
        trials.push(postgres(format!("postgres::{name}"), move || {
            let store = Store::postgres(server::shared());
            test(&store);
            server::shared().give_back(store.place);
        }));
    }
    for (name, test) in faults::SQLITE {
        trials.push(Trial::test(format!("sqlite::{name}"), move || {
            test(&Store::sqlite());
            Ok(())
        }));
    }
    for (name, test) in faults::POSTGRES {
        trials.push(postgres(format!("postgres::{name}"), move || {
            test(&Server::start());
        }));
    }
    for (name, test) in encryption::TESTS {
        trials.push(postgres(format!("postgres::{name}"), move || {
            test(&Server::start_with_tls());
        }));
    }
    let conclusion = libtest_mimic::run(&Arguments::from_args(), trials);
    server::stop_shared();
    conclusion.exit_code()
}

fn postgres(name: String, test: impl Fn() + Send + 'static) -> Trial {
    Trial::ignorable_test(name, move || {
        if Server::is_installed() {
            test();
            return Ok(Completion::Completed);
        }
        if env::var_os("CI").is_some() {
            return Err("PostgreSQL is not installed".into());
        }
        Ok(Completion::ignored_with("PostgreSQL is not installed"))
    })
}
