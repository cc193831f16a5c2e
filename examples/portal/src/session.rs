//! The sessions of visitors who are signed in. A real portal keeps them in a database.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use cookie_decl::Visitor;
use maud::{Markup, html};

use crate::cookies::{CSRF, Category, SESSION};
use crate::language::Language;

/// The names of signed-in visitors by the token of their session.
#[derive(Clone, Default)]
pub(crate) struct Sessions(Arc<Mutex<HashMap<String, String>>>);

impl Sessions {
    /// Signs a visitor in and returns the token.
    pub(crate) fn open(&self, name: String) -> String {
        let token = token();
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(token.clone(), name);
        token
    }

    /// Signs the visitor out.
    pub(crate) fn close(&self, visitor: &Visitor<Category>) {
        if let Ok(Some(token)) = SESSION.get(visitor.cookies()) {
            self.0
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .remove(&token);
        }
    }

    /// The name of the visitor, if they are signed in.
    pub(crate) fn name(&self, visitor: &Visitor<Category>) -> Option<String> {
        let token = SESSION.get(visitor.cookies()).ok()??;
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .get(&token)
            .cloned()
    }
}

/// The visitor's name and the form to sign out, or the link to sign in.
pub(crate) fn account(visitor: &Visitor<Category>, sessions: &Sessions) -> Markup {
    let language = Language::of(visitor);
    html! {
        @match sessions.name(visitor) {
            Some(name) => form method="post" action="/sign-out" {
                span { (name) }
                button { (language.pick(["Sign out", "Se déconnecter", "تسجيل الخروج"])) }
            }
            None => a href="/sign-in" { (language.pick(["Sign in", "Se connecter", "تسجيل الدخول"])) }
        }
    }
}

/// Whether the visitor sent a form: its token has to be that of their cookie.
pub(crate) fn is_own_form(visitor: &Visitor<Category>, sent: &str) -> bool {
    CSRF.get(visitor.cookies())
        .is_ok_and(|token| token.is_some_and(|token| token == sent))
}

/// 128 random bits in hexadecimal.
pub(crate) fn token() -> String {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).expect("the system has random bytes");
    format!("{:032x}", u128::from_ne_bytes(bytes))
}
