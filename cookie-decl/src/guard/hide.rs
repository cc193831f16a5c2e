//! What the application sees of a request's cookies.

use alloc::string::String;

use http::header::COOKIE;
use http::{HeaderMap, HeaderValue};

use super::{Guard, Visitor};
use crate::{Categories, Gate, RequestCookies};

impl<K: Categories> Guard<K> {
    /// Takes out of a request what the visitor does not allow, and what the table does not declare: reading needs
    /// consent as well. The visitor still has all of them.
    ///
    /// ```
    /// # mod cookies { cookie_decl::declare_cookies! {
    /// #     pub policy;
    /// #     /// Needed
    /// #     ///
    /// #     /// The site does not work without these.
    /// #     category Necessary: exempt {
    /// #         cookie | duration;
    /// #         /// Keeps you signed in
    /// #         SESSION = "sessionid" | 2 weeks;
    /// #     }
    /// # } }
    /// use cookie_decl::Guard;
    /// use http::header::{COOKIE, HeaderMap};
    /// let guard = Guard::new(cookies::POLICY);
    /// let mut request = HeaderMap::from_iter([(COOKIE, "tracker=1; sessionid=abc".parse()?)]);
    /// let visitor = guard.visitor(&http::Method::GET, &http::Uri::from_static("/"), &request);
    /// guard.hide(&visitor, &mut request);
    /// assert_eq!(request[COOKIE], "sessionid=abc");
    /// # Ok::<(), http::header::InvalidHeaderValue>(())
    /// ```
    pub fn hide(&self, visitor: &Visitor<K>, request: &mut HeaderMap) {
        let is_allowed = |name: &str| self.may_read(name, visitor);
        // A pair that has no name or is not text is hidden as well.
        let is_all = |field: &HeaderValue| {
            let pairs = field
                .as_bytes()
                .split(|byte| *byte == b';')
                .filter(|pair| !pair.trim_ascii().is_empty());
            let mut names = 0;
            RequestCookies::from_header_bytes(field.as_bytes())
                .iter()
                .all(|(name, _)| {
                    names += 1;
                    is_allowed(name)
                })
                && names == pairs.count()
        };
        if request.get_all(COOKIE).iter().all(is_all) {
            return;
        }
        let mut kept = String::new();
        for (name, value) in visitor
            .request_cookies()
            .iter()
            .filter(|(name, _)| is_allowed(name))
        {
            let separator = if kept.is_empty() { "" } else { "; " };
            kept.extend([separator, name, "=", value]);
        }
        request.remove(COOKIE);
        // It is made of parts of a header value.
        if let Ok(kept) = HeaderValue::from_bytes(kept.as_bytes())
            && !kept.is_empty()
        {
            request.insert(COOKIE, kept);
        }
    }

    /// Whether the application may see a cookie: a request does not say which row of a name it is of.
    fn may_read(&self, name: &str, visitor: &Visitor<K>) -> bool {
        self.rows(name).any(|row| {
            if row.category().gate() != Gate::Exempt {
                visitor.ask_signal();
            }
            visitor.answer().allows(row.category_in())
        })
    }
}
