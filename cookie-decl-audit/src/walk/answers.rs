//! How visitors answer.

use cookie_decl::guard::Received;
use http::header::SET_COOKIE;
use http::{HeaderMap, HeaderValue};

/// How visitors answer.
pub(crate) enum Answers {
    /// By cookies of the table: those of a visitor who refused, of one who agreed, and of those who
    /// granted only one provider.
    Cookies {
        refusal: Vec<Received>,
        agreement: Vec<Received>,
        single: Vec<Received>,
    },
    /// By cookies of a banner that is not the guard's.
    Banner {
        refusal: Vec<Received>,
        agreement: Vec<Received>,
    },
    /// In the form of the guard. It is on the first page, below the policy page, or below a guessed
    /// page.
    #[cfg_attr(
        not(feature = "walk-url"),
        expect(dead_code, reason = "the table of a service in process has its cookie")
    )]
    Form {
        policy_page: Option<String>,
        guess: String,
    },
    /// They cannot answer. The reason is a note.
    Impossible(&'static str),
}

impl Answers {
    /// Creates the answers in a banner that is not the guard's. Its cookies are valid for all
    /// paths.
    ///
    /// # Errors
    /// Returns the name and value that no header can have.
    pub(crate) fn in_banner(
        granted: &[(String, String)],
        refused: &[(String, String)],
    ) -> Result<Self, (String, String)> {
        let received = |cookies: &[(String, String)]| -> Result<_, (String, String)> {
            let mut headers = HeaderMap::new();
            for (name, value) in cookies {
                let field = HeaderValue::from_str(&format!("{name}={value}; Path=/"));
                let field = field.map_err(|_| (name.clone(), value.clone()))?;
                headers.append(SET_COOKIE, field);
            }
            Ok(Received::all(&headers, "/", 0))
        };
        Ok(Self::Banner {
            refusal: received(refused)?,
            agreement: received(granted)?,
        })
    }
}
