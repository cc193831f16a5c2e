//! The requests of a walk.

use http::header::{CONTENT_LENGTH, CONTENT_TYPE, HeaderName, HeaderValue};
use http::{HeaderMap, Method, Request, StatusCode, Uri};

use bytes::Bytes;
use form_urlencoded::Serializer;

use crate::visitor::Visitor;

/// One request of a walk.
///
/// A path becomes a `GET`. An [`http::Request`] is sent as it is, with its extensions. The walk
/// adds the visitor's cookies and the fields that browsers send: `Host` and `Accept`, and for a
/// form `Origin` and `Sec-Fetch-Site`.
///
/// ```
/// use cookie_decl_audit::Step;
/// let steps = [
///     Step::get("/sign-in"),
///     Step::submit("/sign-in", [("name", "Ada")]),
///     Step::post("/language").form([("language", "fr")]),
///     Step::get("/api/basket").header("accept", "application/json"),
///     "/account".into(),
/// ];
/// assert_eq!(steps[2].to_string(), "POST /language");
/// ```
#[derive(Debug, Clone)]
pub struct Step {
    request: Request<Bytes>,
    form: Option<Form>,
}

#[derive(Debug, Clone)]
struct Form {
    fields: Vec<(String, String)>,
    /// Whether the hidden fields of the previous page are sent too.
    is_of_page: bool,
}

/// The text in a field's value that becomes the number of the visitor.
const VISITOR: &str = "{visitor}";

type Fields<N, V> = [(N, V)];

impl Step {
    /// Creates a `GET` of a path.
    ///
    /// # Panics
    /// If the path does not start with `/`, or is not valid. It may have a query.
    #[must_use]
    pub fn get(path: &str) -> Self {
        Self::new(Method::GET, path)
    }

    /// Creates a `POST` to a path.
    ///
    /// # Panics
    /// If the path does not start with `/`, or is not valid. It may have a query.
    #[must_use]
    pub fn post(path: &str) -> Self {
        Self::new(Method::POST, path)
    }

    /// Submits the form on the previous page that is sent to this path.
    ///
    /// It sends these fields and the hidden fields of the form, such as a CSRF token.
    ///
    /// # Panics
    /// If the path does not start with `/`, or is not valid. It may have a query.
    pub fn submit<N: AsRef<str>, V: AsRef<str>>(
        path: &str,
        fields: impl AsRef<Fields<N, V>>,
    ) -> Self {
        let mut step = Self::post(path).form(fields);
        if let Some(form) = &mut step.form {
            form.is_of_page = true;
        }
        step
    }

    /// Creates a request with any method.
    ///
    /// # Panics
    /// If the path does not start with `/`, or is not valid. It may have a query.
    #[must_use]
    pub fn new(method: Method, path: &str) -> Self {
        let uri = path.parse::<Uri>().ok().filter(|_| path.starts_with('/'));
        let mut request = Request::new(Bytes::new());
        *request.method_mut() = method;
        *request.uri_mut() =
            uri.unwrap_or_else(|| panic!("`{path}` is not a path of the site, such as `/basket`"));
        Self {
            request,
            form: None,
        }
    }

    /// Sets the fields of the form that is sent.
    ///
    /// All visitors take each step. If each needs data of its own, such as a name that only one can
    /// register, write `{visitor}` in a value: it becomes the number of the visitor.
    pub fn form<N: AsRef<str>, V: AsRef<str>>(mut self, fields: impl AsRef<Fields<N, V>>) -> Self {
        let fields = fields.as_ref().iter();
        self.form = Some(Form {
            fields: fields
                .map(|(name, value)| (name.as_ref().to_owned(), value.as_ref().to_owned()))
                .collect(),
            is_of_page: false,
        });
        self
    }

    /// Sets the body.
    pub fn body(mut self, body: impl Into<Bytes>) -> Self {
        *self.request.body_mut() = body.into();
        self
    }

    /// Adds a header field.
    ///
    /// # Panics
    /// If the name or the value is not valid in a header.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        let name = name.parse::<HeaderName>();
        let name = name.unwrap_or_else(|error| panic!("{error}"));
        let value = HeaderValue::from_str(value);
        let value = value.unwrap_or_else(|error| panic!("{name}: {error}"));
        self.request.headers_mut().append(name, value);
        self
    }

    pub(crate) fn method(&self) -> &Method {
        self.request.method()
    }

    /// Returns the path without its query.
    pub(crate) fn path(&self) -> &str {
        self.request.uri().path()
    }

    /// Whether the step needs the hidden fields of the previous page.
    pub(crate) fn is_of_page(&self) -> bool {
        self.form.as_ref().is_some_and(|form| form.is_of_page)
    }

    /// Returns the step below a path of the site, such as `/shop`.
    #[cfg(feature = "walk-url")]
    pub(crate) fn below(mut self, base: &str) -> Self {
        let path = format!("{base}{}", self.request.uri());
        if let Ok(uri) = path.parse() {
            *self.request.uri_mut() = uri;
        }
        self
    }

    /// Returns the step that follows a redirect.
    pub(crate) fn redirected(&self, status: StatusCode, path: Uri) -> Self {
        let mut step = self.clone();
        *step.request.uri_mut() = path;
        let keeps = matches!(status.as_u16(), 307 | 308) || *self.method() == Method::HEAD;
        if !keeps {
            *step.request.method_mut() = Method::GET;
            *step.request.body_mut() = Bytes::new();
            step.form = None;
            for name in [CONTENT_TYPE, CONTENT_LENGTH] {
                step.request.headers_mut().remove(name);
            }
        }
        step
    }

    /// Returns the request, with the fields that a browser adds.
    pub(crate) fn request(
        &self,
        site: &str,
        cookie: Option<HeaderValue>,
        hidden: &[(String, String)],
        visitor: Visitor,
    ) -> Request<Bytes> {
        let mut request = self.request.clone();
        if let Some(form) = &self.form {
            let own = |name: &str| form.fields.iter().any(|(own, _)| own == name);
            let hidden = hidden.iter().filter(|(name, _)| !own(name));
            let number = visitor.number().to_string();
            let fields = form.fields.iter().map(|(name, value)| {
                let value = value.replace(VISITOR, &number);
                (name.clone(), value)
            });
            let mut body = Serializer::new(String::new());
            body.extend_pairs(hidden.cloned().chain(fields));
            *request.body_mut() = body.finish().into();
        }
        let has_body = !matches!(*request.method(), Method::GET | Method::HEAD);
        let headers = request.headers_mut();
        let host = site.split_once("://").map_or(site, |(_, host)| host);
        add(headers, "host", host);
        add(
            headers,
            "accept",
            "text/html,application/xhtml+xml,*/*;q=0.8",
        );
        if has_body {
            add(headers, "origin", site);
            add(headers, "sec-fetch-site", "same-origin");
        }
        if self.form.is_some() {
            add(
                headers,
                CONTENT_TYPE.as_str(),
                "application/x-www-form-urlencoded",
            );
        }
        if let Some(cookie) = cookie {
            headers.append(http::header::COOKIE, cookie);
        }
        request
    }
}

/// Adds a field, unless the step has it already.
fn add(headers: &mut HeaderMap, name: &'static str, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        headers.entry(name).or_insert(value);
    }
}

/// Writes the method and path, such as `GET /basket?page=2`.
impl std::fmt::Display for Step {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.request.method(), self.request.uri())
    }
}

/// # Panics
/// If it is not a path.
impl From<&str> for Step {
    fn from(path: &str) -> Self {
        Self::get(path)
    }
}

/// # Panics
/// If it is not a path.
impl From<String> for Step {
    fn from(path: String) -> Self {
        Self::get(&path)
    }
}

impl From<&Step> for Step {
    fn from(step: &Self) -> Self {
        step.clone()
    }
}

impl<T: Into<Bytes>> From<Request<T>> for Step {
    fn from(request: Request<T>) -> Self {
        Self {
            request: request.map(Into::into),
            form: None,
        }
    }
}
