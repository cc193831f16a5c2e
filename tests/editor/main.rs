//! The table in an editor: what rust-analyzer answers about the sample, `sample.rs`.
//!
//! | file | what |
//! |---|---|
//! | `client.rs` | the server's messages |
//! | `editor.rs` | what a user types, points at and reads |
//! | `names.rs` | constants, categories and providers, in the table and in code |
//! | `expressions.rs` | types and `{ expr }` in the table |
//! | `words.rs` | the words of the table |
//! | `hovers.rs` | how much is shown |
//! | `typing.rs` | a table that is being edited |
//!
//! Without rust-analyzer, the tests are ignored and say so, even with `CI=true`: it comes from
//! rustup, which a machine may not reach.

mod client;
mod editor;
mod expressions;
mod hovers;
mod names;
mod typing;
mod words;

use std::process::ExitCode;
use std::sync::{Mutex, OnceLock, PoisonError};

use libtest_mimic::{Arguments, Completion, Trial};

use editor::Editor;

/// A test. The editor has the unchanged sample open.
type Test = (&'static str, fn(&mut Editor));

/// The list of a module's tests, by name. A test that is not in the list is dead code, which the
/// compiler reports.
macro_rules! tests {
    ($($name:ident)*) => { &[$((stringify!($name), $name)),*] };
}
use tests;

/// The editor, which the first test starts, or what is missing for it.
static EDITOR: OnceLock<Result<Mutex<Editor>, &str>> = OnceLock::new();

fn run(test: fn(&mut Editor)) -> Completion {
    let editor = match EDITOR.get_or_init(|| Editor::open().map(Mutex::new)) {
        Ok(editor) => editor,
        Err(reason) => return Completion::ignored_with(reason),
    };
    // The next test undoes everything that a failed one leaves.
    let mut editor = editor.lock().unwrap_or_else(PoisonError::into_inner);
    editor.reset();
    test(&mut editor);
    Completion::Completed
}

fn main() -> ExitCode {
    let tests = [
        names::TESTS,
        expressions::TESTS,
        words::TESTS,
        hovers::TESTS,
        typing::TESTS,
    ]
    .concat();
    let trial = |(name, test): Test| Trial::ignorable_test(name, move || Ok(run(test)));
    let trials = tests.into_iter().map(trial).collect();
    let conclusion = libtest_mimic::run(&Arguments::from_args(), trials);
    // The editor is in a static, which is never dropped, so rust-analyzer would keep running.
    if let Some(Ok(editor)) = EDITOR.get() {
        editor
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .close();
    }
    conclusion.exit_code()
}
