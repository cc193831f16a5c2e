//! A reverse proxy that guards an application in another language. The table is in `cookies.rs`.
//!
//! ```text
//! cargo run -p proxy -- --upstream http://127.0.0.1:8000
//! ```
//!
//! The application writes into its layout what `--head` prints, and an empty
//! `<div data-cookie-place></div>` where the banner should be. It sees only cookies that the table
//! declares and the visitor allows, and what it sets is checked. WebSockets are not passed on.

mod cookies;

use std::convert::Infallible;
use std::error::Error;
use std::net::SocketAddr;

use cookie_decl::Guard;
use cookies::POLICY;
use http_body_util::Either;
use hyper::body::Incoming;
use hyper::header::{CONNECTION, HeaderMap, HeaderValue};
use hyper::http::uri::{Authority, PathAndQuery, Scheme};
use hyper::server::conn::http1;
use hyper::{Request, Response, StatusCode, Uri, Version};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::service::TowerToHyperService;
use lexopt::prelude::*;
use tokio::net::TcpListener;

const HELP: &str = "proxy --upstream http://HOST:PORT [--listen ADDRESS:PORT] | --head";

/// Fields for one connection only (RFC 9110 section 7.6.1).
const HOP_BY_HOP: [&str; 8] = [
    "connection",
    "keep-alive",
    "proxy-authenticate",
    "proxy-authorization",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
];

fn remove_hop_by_hop(headers: &mut HeaderMap) {
    let named = headers.get_all(CONNECTION).iter();
    let named = named
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','));
    let named: Vec<_> = named.map(|name| name.trim().to_owned()).collect();
    for name in named.iter().map(|name| &**name).chain(HOP_BY_HOP) {
        headers.remove(name);
    }
}

type Body = Either<Incoming, String>;

/// Sends a request to the application, and returns its response.
async fn forward(
    client: Client<HttpConnector, Incoming>,
    upstream: Authority,
    visitor: SocketAddr,
    mut request: Request<Incoming>,
) -> Result<Response<Body>, Infallible> {
    let path = request.uri().path_and_query().cloned();
    let mut uri = hyper::http::uri::Parts::default();
    uri.scheme = Some(Scheme::HTTP);
    uri.authority = Some(upstream);
    uri.path_and_query = Some(path.unwrap_or(PathAndQuery::from_static("/")));
    *request.uri_mut() = Uri::from_parts(uri).expect("it has all parts");
    // The version is that of the visitor's connection.
    *request.version_mut() = Version::HTTP_11;
    remove_hop_by_hop(request.headers_mut());
    if let Ok(address) = HeaderValue::try_from(visitor.ip().to_string()) {
        request.headers_mut().append("x-forwarded-for", address);
    }
    Ok(match client.request(request).await {
        Ok(mut response) => {
            remove_hop_by_hop(response.headers_mut());
            response.map(Either::Left)
        }
        Err(error) => {
            eprintln!("the application does not respond: {error}");
            let mut response = Response::new(Either::Right("Bad gateway".to_owned()));
            *response.status_mut() = StatusCode::BAD_GATEWAY;
            response
        }
    })
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    tracing_subscriber::fmt().without_time().init();
    let guard = Guard::new(POLICY).hide_denied(true);
    let (mut upstream, mut listen) = (None, "127.0.0.1:3000".to_owned());
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("upstream") => upstream = Some(arguments.value()?.parse::<Uri>()?),
            Long("listen") => listen = arguments.value()?.string()?,
            Long("head") => {
                println!("{}", guard.head());
                return Ok(());
            }
            Short('h') | Long("help") => {
                println!("{HELP}");
                return Ok(());
            }
            other => return Err(other.unexpected().into()),
        }
    }
    let upstream = upstream.ok_or(HELP)?;
    let upstream = upstream
        .authority()
        .cloned()
        .ok_or("--upstream has no host")?;
    let client = Client::builder(TokioExecutor::new()).build_http();
    let listener = TcpListener::bind(listen).await?;
    println!("http://{}/", listener.local_addr()?);
    loop {
        let (stream, visitor) = listener.accept().await?;
        let (client, upstream) = (client.clone(), upstream.clone());
        let application = tower::service_fn(move |request| {
            forward(client.clone(), upstream.clone(), visitor, request)
        });
        let service = TowerToHyperService::new(guard.protect_service(application));
        tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(stream), service));
    }
}
