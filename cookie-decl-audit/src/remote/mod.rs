//! The walk over HTTP: sends the requests of several visitors to a running server. It needs only
//! the policy file.

mod address;
mod client;
mod error;
mod judge;

use std::pin::pin;
use std::task::{Context, Poll, Waker};

use crate::policy_file::PolicyFile;
use crate::progress::Progress;
use crate::remote::address::Address;
use crate::remote::client::Client;
pub use crate::remote::error::WalkError;
use crate::remote::judge::judge_by_file;
use crate::report::Report;
use crate::walk::answers::Answers;
use crate::walk::step::Step;
use crate::walk::visitors::{Site as _, visit_all};

/// Compares the responses of a running server with the table.
///
/// The requests are a sequence. As in a browser, cookies are kept from one to the next, and
/// redirects on the site are followed. Four visitors send the whole sequence: one who was never
/// asked, one who refused, one who agreed, and the last one again after withdrawing. If the table
/// has an `opt_out` category, one more visitor sends `Sec-GPC`. If visitors choose for several
/// providers (`by provider`), up to three more grant only one of them each. They answer in the form
/// of the guard, which is on the first page or below the policy page.
///
/// The report has:
///
/// - cookies that the table does not declare, or that the visitor did not allow
/// - cookies with other attributes or lifetimes than declared
/// - rows of the server that no response set
/// - cookies that no page removed after the visitor withdrew
/// - responses that a shared cache would give to the wrong visitors
///
/// A page that fails for everybody is a note, because its path may be wrong.
///
/// [`Audit::walk`](crate::Audit::walk) does the same in a test, in the same process, and judges
/// with the guard itself.
///
/// ```no_run
/// use cookie_decl_audit::PolicyFile;
/// use cookie_decl_audit::remote::Walk;
///
/// let table = PolicyFile::read("cookie-policy.json").unwrap();
/// let report = Walk::new(&table).visit("https://staging.shop.example", ["/", "/basket"]);
/// report.unwrap().assert_clean();
/// ```
#[derive(Debug, Clone)]
pub struct Walk<'f> {
    file: &'f PolicyFile,
    policy_page: Option<String>,
    granted: Vec<(String, String)>,
    refused: Vec<(String, String)>,
    takes_every_certificate: bool,
    progress: Progress,
}

impl<'f> Walk<'f> {
    /// Creates a walk for a table.
    #[must_use]
    pub fn new(file: &'f PolicyFile) -> Self {
        Self {
            file,
            policy_page: None,
            granted: Vec::new(),
            refused: Vec::new(),
            takes_every_certificate: false,
            progress: Progress::default(),
        }
    }

    /// Sets the path of the policy page, below which the form is. The default is the path in the
    /// guard's script on the first page, or `/cookies`.
    pub fn policy_page(mut self, path: impl Into<String>) -> Self {
        self.policy_page = Some(path.into());
        self
    }

    /// Sets a cookie of a visitor who agreed, on a site whose form is not the guard's.
    pub fn granted(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.granted.push((name.into(), value.into()));
        self
    }

    /// Sets a cookie of a visitor who refused or withdrew, on a site whose form is not the guard's.
    pub fn refused(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.refused.push((name.into(), value.into()));
        self
    }

    /// Accepts every certificate, for servers with a self-signed one.
    #[must_use]
    pub fn ignore_certificates(mut self) -> Self {
        self.takes_every_certificate = true;
        self
    }

    /// Calls a function with each request before it is sent.
    pub fn progress(mut self, tell: impl Fn(&str) + Send + Sync + 'static) -> Self {
        self.progress = Progress::new(tell);
        self
    }

    /// Sends the requests as every visitor.
    ///
    /// `address` is where the site runs, such as `http://localhost:3000`. If it has a path, all
    /// requests are below it. If it has a name and a password, `https://name:password@staging..`,
    /// each request has them.
    ///
    /// # Errors
    /// If the address is not that of a site, if a request gets no response, or if a visitor cannot
    /// answer.
    pub fn visit(
        &self,
        address: &str,
        requests: impl IntoIterator<Item = impl Into<Step>>,
    ) -> Result<Report, WalkError> {
        let site = Address::read(address).ok_or_else(|| WalkError::Address(address.to_owned()))?;
        let base = site.base.clone();
        let steps = requests.into_iter().map(|step| step.into().below(&base));
        let mut client = Client::new(
            self.file,
            site,
            self.takes_every_certificate,
            self.progress.clone(),
        );
        let answers = self.answers(&base)?;
        let visits = at_once(visit_all(&mut client, steps.collect(), &answers));
        if let Some((request, visitor, message)) = visits.failures.first() {
            return Err(WalkError::NoResponse {
                request: request.clone(),
                visitor: visitor.words(self.file).into_owned(),
                message: message.clone(),
            });
        }
        if let Some((visitor, message)) = visits.unanswered {
            return Err(WalkError::Answer {
                visitor: visitor.words(self.file).into_owned(),
                message,
            });
        }
        Ok(judge_by_file(self.file, client.now(), &visits))
    }

    fn answers(&self, base: &str) -> Result<Answers, WalkError> {
        if self.granted.is_empty() && self.refused.is_empty() {
            let policy_page = self.policy_page.as_ref();
            return Ok(Answers::Form {
                policy_page: policy_page
                    .map(|page| format!("{base}/{}", page.trim_start_matches('/'))),
                guess: format!("{base}/cookies"),
            });
        }
        let answers = Answers::in_banner(&self.granted, &self.refused);
        answers.map_err(|(name, value)| WalkError::Cookie { name, value })
    }
}

/// Runs a future that never waits.
fn at_once<F: Future>(future: F) -> F::Output {
    let mut context = Context::from_waker(Waker::noop());
    match pin!(future).poll(&mut context) {
        Poll::Ready(output) => output,
        Poll::Pending => unreachable!("the client waits by itself"),
    }
}
