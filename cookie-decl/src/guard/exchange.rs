//! A request and its response in frameworks that do not use the crate `http` 1: headers are copied
//! in, and changes are returned.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use http::header::{COOKIE, HeaderMap, HeaderName, HeaderValue};
use http::{Method, Request, Response, Uri};

use crate::consent::gate::Categories;
use crate::guard::handle::Guard;
use crate::guard::hide::hide;
#[cfg(any(feature = "actix", feature = "rocket"))]
use crate::guard::pages::refuse_body;
use crate::guard::pages::{respond, serves};
use crate::guard::response::finish;
use crate::guard::settings::Settings;
use crate::guard::visitor::Visitor;

/// The name of a header in lower case, and its new values. Without any, the header is removed.
pub type HeaderChange = (HeaderName, Vec<HeaderValue>);

/// A request and its response, in a framework that does not use the crate `http` 1.
///
/// [`Guard::receive`] creates it. The chapter [frameworks](crate::guide::frameworks) has a whole
/// server.
pub struct Exchange<K> {
    head: Request<()>,
    visitor: Visitor<K>,
}

impl<K: Categories> Guard<K> {
    /// Reads a request of a framework that does not use the crate `http` 1.
    ///
    /// `address` is the path with its query, as visitors know it. What is not valid HTTP is left
    /// out.
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
    /// let guard = Guard::new(cookies::POLICY);
    /// let exchange = guard.receive("GET", "/basket?page=2", [("cookie", "sessionid=abc")]);
    /// assert_eq!(exchange.visitor().cookies().iter().next(), Some(("sessionid", "abc")));
    ///
    /// let response = [("content-type", "text/html"), ("set-cookie", "tracker=1")];
    /// let changes = exchange.finish(response);
    /// // Replace all values of each of these headers. No cookie is left, because the table has no `tracker`.
    /// let (name, values) = changes.iter().find(|(name, _)| name == "set-cookie").expect("it changes");
    /// assert_eq!((name.as_str(), values.len()), ("set-cookie", 0));
    /// ```
    pub fn receive<N: AsRef<[u8]>, V: AsRef<[u8]>>(
        &self,
        method: &str,
        address: &str,
        headers: impl IntoIterator<Item = (N, V)>,
    ) -> Exchange<K> {
        let mut head = Request::new(());
        *head.method_mut() = Method::from_bytes(method.as_bytes()).unwrap_or_default();
        *head.uri_mut() = Uri::try_from(address).unwrap_or_default();
        *head.headers_mut() = copied(headers);
        let visitor = self.visitor(head.method(), head.uri(), head.headers());
        Exchange { head, visitor }
    }
}

impl<K: Categories> Exchange<K> {
    /// The visitor who sends the request.
    ///
    /// Call [`record_objection`](Visitor::record_objection) before the handler runs, if the site
    /// keeps a record of decisions.
    pub fn visitor(&self) -> &Visitor<K> {
        &self.visitor
    }

    fn settings(&self) -> &Settings {
        self.visitor.any().settings()
    }

    /// Whether the request is for one of the guard's pages. Then [`respond`](Self::respond).
    pub fn is_page(&self) -> bool {
        serves(self.settings(), self.head.uri().path())
    }

    /// Responds with one of the guard's pages, and with 404 if it has none at the address.
    /// [Finish](Self::finish) it like every other response.
    ///
    /// `body` is the body of a `POST`. Read at most 16 KiB and one byte of it: a longer form gets
    /// 413. If it cannot be read, pass an empty one.
    pub async fn respond(&self, body: &[u8]) -> Response<String> {
        let (method, headers) = (self.head.method(), self.head.headers());
        respond(self.visitor.any(), method, headers, body).await
    }

    /// Responds to a form whose body is too long, or did not arrive as a whole.
    #[cfg(any(feature = "actix", feature = "rocket"))]
    pub(super) fn refuse(&self, is_too_long: bool) -> Response<String> {
        refuse_body(self.visitor.any(), is_too_long)
    }

    /// Returns the headers of the request to change before the handler sees them, if the guard
    /// [hides](Guard::hide_denied) cookies.
    ///
    /// ```
    /// # mod cookies { cookie_decl::declare_cookies! { pub policy; } }
    /// use cookie_decl::Guard;
    /// let guard = Guard::new(cookies::POLICY).hide_denied(true);
    /// let exchange = guard.receive("GET", "/", [("cookie", "tracker=1")]);
    /// assert_eq!(exchange.hide(), [(http::header::COOKIE, vec![])]);
    /// ```
    pub fn hide(&self) -> Vec<HeaderChange> {
        if !self.settings().hides {
            return Vec::new();
        }
        let fields = self.head.headers().get_all(COOKIE).iter();
        let before: HeaderMap = fields.map(|field| (COOKIE, field.clone())).collect();
        let request = self.visitor.any().request();
        changes(&before, |headers| hide(request, headers))
    }

    /// Finishes a response, as [`Guard::finish`] does, and returns the headers to change. Call it
    /// once, for pages and errors as well.
    ///
    /// # Panics
    /// Panics in [`Mode::Panic`](crate::guard::Mode::Panic) at the first finding about the response.
    pub fn finish<N: AsRef<[u8]>, V: AsRef<[u8]>>(
        &self,
        headers: impl IntoIterator<Item = (N, V)>,
    ) -> Vec<HeaderChange> {
        changes(&copied(headers), |headers| {
            finish(self.visitor.any().request(), headers);
        })
    }
}

impl<K> fmt::Debug for Exchange<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Exchange").field(&self.visitor).finish()
    }
}

/// Copies headers. A value that cannot be sent becomes empty, so that the guard drops such a
/// cookie.
fn copied<N: AsRef<[u8]>, V: AsRef<[u8]>>(headers: impl IntoIterator<Item = (N, V)>) -> HeaderMap {
    let fields = headers.into_iter().filter_map(|(name, value)| {
        let name = HeaderName::from_bytes(name.as_ref()).ok()?;
        let value = HeaderValue::from_bytes(value.as_ref());
        Some((name, value.unwrap_or(HeaderValue::from_static(""))))
    });
    fields.collect()
}

/// Returns each header whose values an edit changes.
fn changes(before: &HeaderMap, edit: impl FnOnce(&mut HeaderMap)) -> Vec<HeaderChange> {
    // The values are shared, not copied.
    let mut after = before.clone();
    edit(&mut after);
    let added = after.keys().filter(|name| !before.contains_key(*name));
    let names = before.keys().chain(added);
    let changed = names.filter(|name| !before.get_all(*name).iter().eq(after.get_all(*name)));
    let change = |name: &HeaderName| (name.clone(), after.get_all(name).iter().cloned().collect());
    changed.map(change).collect()
}
