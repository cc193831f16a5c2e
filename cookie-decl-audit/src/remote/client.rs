//! The site as a running server, over HTTP.

use std::io::Read as _;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use bytes::Bytes;
use cookie_decl::guard::{Received, Watched};
use http::{Request, Response, Uri};
use ureq::tls::TlsConfig;
use ureq::{Agent, Body, Error};

use crate::policy_file::PolicyFile;
use crate::progress::Progress;
use crate::remote::address::Address;
use crate::walk::exchange::is_stream;
use crate::walk::visitors::{Reply, Site};

/// How long a response may take.
const TIMEOUT: Duration = Duration::from_secs(30);

/// How much of a response is read, in bytes.
const LARGEST: u64 = 10 << 20;

pub(crate) struct Client<'f> {
    file: &'f PolicyFile,
    address: Address,
    agent: Agent,
    progress: Progress,
}

impl<'f> Client<'f> {
    pub(crate) fn new(
        file: &'f PolicyFile,
        address: Address,
        takes_every_certificate: bool,
        progress: Progress,
    ) -> Self {
        let tls = TlsConfig::builder().disable_verification(takes_every_certificate);
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .timeout_global(Some(TIMEOUT))
            .user_agent(concat!("cookies/", env!("CARGO_PKG_VERSION")))
            .tls_config(tls.build());
        Self {
            file,
            address,
            agent: config.build().into(),
            progress,
        }
    }

    fn request(&self, request: Request<Bytes>) -> Result<Response<Bytes>, Error> {
        let (mut head, body) = request.into_parts();
        let path = head.uri.path_and_query().map_or("/", |it| it.as_str());
        head.uri = format!("{}{path}", self.address.target)
            .parse::<Uri>()
            .map_err(http::Error::from)?;
        let response = if body.is_empty() {
            self.agent.run(Request::from_parts(head, ()))?
        } else {
            self.agent.run(Request::from_parts(head, &body[..]))?
        };
        let (head, body) = response.into_parts();
        let mut response = Response::from_parts(head, Bytes::new());
        if !is_stream(&response) {
            *response.body_mut() = read(body)?;
        }
        Ok(response)
    }
}

/// Says why there is no response.
fn words(error: &Error) -> String {
    let text = match error {
        Error::Io(error) => error.to_string(),
        Error::Timeout(_) => format!("no response within {} seconds", TIMEOUT.as_secs()),
        other => other.to_string(),
    };
    if text.contains("certificate") {
        format!("{text}; for a self-signed certificate, use `--ignore-certificates`")
    } else {
        text
    }
}

fn read(body: Body) -> Result<Bytes, Error> {
    let mut content = Vec::new();
    body.into_reader().take(LARGEST).read_to_end(&mut content)?;
    Ok(content.into())
}

impl Site for Client<'_> {
    fn file(&self) -> &PolicyFile {
        self.file
    }

    fn origin(&self) -> &str {
        &self.address.origin
    }

    fn now(&self) -> u64 {
        let since = SystemTime::now().duration_since(UNIX_EPOCH);
        since.map_or(0, |since| since.as_secs())
    }

    fn start_again(&mut self) {}

    async fn send(&mut self, request: Request<Bytes>) -> Result<Reply, String> {
        let path = request.uri().path().to_owned();
        self.progress.tell(&format!("{} {path}", request.method()));
        let response = self.request(request).map_err(|error| words(&error))?;
        let cookies = Received::all(response.headers(), &path, self.now());
        Ok(Reply {
            response,
            inside: Watched::default(),
            outside: Watched {
                cookies,
                ..Watched::default()
            },
        })
    }
}
