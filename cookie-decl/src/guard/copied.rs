//! Requests and responses of frameworks that do not use the crate `http` 1: headers are copied in,
//! and changes are returned.

use alloc::vec::Vec;

use http::header::{HeaderMap, HeaderName, HeaderValue};
use http::{Method, Request, Uri};

use crate::consent::gate::Categories;
use crate::guard::handle::Guard;
use crate::guard::response::finish;
use crate::guard::visitor::Visitor;

/// The new values of a header. If there are none, the header is removed.
pub type HeaderChange = (HeaderName, Vec<HeaderValue>);

/// Copies the head of a request of a framework that does not use the crate `http` 1, for
/// [`Guard::visitor`] and [`Guard::respond`].
///
/// `address` is the path with its query, as visitors know it. What is not valid HTTP is left out.
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
/// use cookie_decl::guard::copied_request;
/// let guard = Guard::new(cookies::POLICY);
/// let request = copied_request("GET", "/basket?page=2", [("cookie", "sessionid=abc")]);
/// let visitor = guard.visitor(request.method(), request.uri(), request.headers());
/// assert_eq!(visitor.cookies().iter().next(), Some(("sessionid", "abc")));
///
/// let response = [("content-type", "text/html"), ("set-cookie", "tracker=1")];
/// let changes = guard.finish_copied(&visitor, response);
/// // Replace all values of each of these headers. No cookie is left, because the table has no `tracker`.
/// assert!(changes.contains(&(http::header::SET_COOKIE, Vec::new())));
/// ```
pub fn copied_request<N: AsRef<[u8]>, V: AsRef<[u8]>>(
    method: &str,
    address: &str,
    headers: impl IntoIterator<Item = (N, V)>,
) -> Request<()> {
    let mut request = Request::new(());
    *request.method_mut() = Method::from_bytes(method.as_bytes()).unwrap_or_default();
    *request.uri_mut() = Uri::try_from(address).unwrap_or_default();
    *request.headers_mut() = copied(headers);
    request
}

impl<K: Categories> Guard<K> {
    /// Finishes a response of a framework that does not use the crate `http` 1, as
    /// [`finish`](Self::finish) does. Returns the headers that change.
    ///
    /// See the example of [`copied_request`].
    ///
    /// # Panics
    /// Panics in [`Mode::Panic`](crate::guard::Mode::Panic) at the first finding about the response.
    pub fn finish_copied<N: AsRef<[u8]>, V: AsRef<[u8]>>(
        &self,
        visitor: &Visitor<K>,
        headers: impl IntoIterator<Item = (N, V)>,
    ) -> Vec<HeaderChange> {
        let before = copied(headers);
        let mut after = before.clone();
        finish(visitor.request(), &mut after);
        changes(&before, &after)
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
    let mut map = HeaderMap::new();
    fields.for_each(|(name, value)| {
        map.append(name, value);
    });
    map
}

/// Returns each header whose values differ.
pub(super) fn changes(before: &HeaderMap, after: &HeaderMap) -> Vec<HeaderChange> {
    let added = after.keys().filter(|name| !before.contains_key(*name));
    let names = before.keys().chain(added);
    let changed = names.filter(|name| !before.get_all(*name).iter().eq(after.get_all(*name)));
    let change = |name: &HeaderName| (name.clone(), after.get_all(name).iter().cloned().collect());
    changed.map(change).collect()
}
