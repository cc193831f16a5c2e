//! The guard's layer, compared with axum's router without it: in process, and over loopback, where
//! the time is that of a thousand requests to a busy server.
//!
//! A part of the cost of a layer is that of any axum layer: axum boxes a route and its future once
//! more. A layer that only adds something to the request shows that part. Around the whole router,
//! which is a service itself, nothing is boxed.

use std::convert::Infallible;
use std::future::Future;
use std::io::{Read as _, Write as _};
use std::net::{Ipv4Addr, SocketAddr, TcpStream};
use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Poll, Waker};
use std::time::UNIX_EPOCH;

use axum::body::Body;
use axum::http::header::{COOKIE, SET_COOKIE};
use axum::http::{HeaderValue, Request};
use axum::response::{AppendHeaders, Response};
use axum::routing::get;
use axum::{Router, ServiceExt as _};
use cookie_decl::Guard;
use tower_layer::layer_fn;
use tower_service::Service;

use crate::harness::{Bound, Contender, Work};
use crate::tables::request::{Consent, POLICY, PREFERENCES};

pub(crate) fn works() -> Vec<Work> {
    let layer = Guard::new(POLICY);
    let process = Work {
        name: "layer, 3 Set-Cookie, in process".to_owned(),
        ours: Contender::new("with it", in_process(setting().layer(layer.clone()))),
        peers: vec![
            (
                Contender::new("without it", in_process(setting())),
                Bound::More(1.5e-6),
            ),
            (
                Contender::new(
                    "with an idle layer",
                    in_process(setting().layer(layer_fn(Idle))),
                ),
                Bound::None,
            ),
        ],
    };
    let loopback = Work {
        name: "layer, 1,000 hello worlds, loopback".to_owned(),
        ours: Contender::new("with it", over_loopback(hello().layer(layer.clone()))),
        peers: vec![
            (
                Contender::new("without it", over_loopback(hello())),
                Bound::Ratio(1.03),
            ),
            (
                Contender::new(
                    "with an idle layer",
                    over_loopback(hello().layer(layer_fn(Idle))),
                ),
                Bound::None,
            ),
        ],
    };
    let around = Work {
        name: "the same around the router".to_owned(),
        ours: Contender::new("with it", over_loopback(layer.protect(hello()))),
        peers: vec![
            (
                Contender::new("without it", over_loopback(hello())),
                Bound::Ratio(1.03),
            ),
            (
                Contender::new("with an idle layer", over_loopback(Idle(hello()))),
                Bound::None,
            ),
        ],
    };
    let cookies = Work {
        name: "around the router, 20 allowed cookies, in process".to_owned(),
        ours: Contender::new("with it", allowed_cookies(layer.protect(hello()))),
        peers: vec![
            (
                Contender::new("without it", allowed_cookies(hello())),
                Bound::More(1.5e-6),
            ),
            (
                Contender::new("as a layer", allowed_cookies(hello().layer(layer.clone()))),
                Bound::None,
            ),
        ],
    };
    vec![process, cookies, loopback, around]
}

/// A service that adds something to the request.
#[derive(Clone)]
struct Idle<S>(S);

impl<S: Service<Request<Body>>> Service<Request<Body>> for Idle<S> {
    type Response = S::Response;
    type Error = S::Error;
    type Future = S::Future;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.0.poll_ready(context)
    }

    fn call(&mut self, mut request: Request<Body>) -> S::Future {
        request.extensions_mut().insert(Arc::new(0_u8));
        self.0.call(request)
    }
}

/// As in `axum::serve`, handlers become services once, not for each request.
fn hello() -> Router {
    Router::new()
        .route("/", get(|| async { "Hello, world!" }))
        .with_state(())
}

/// A handler that sets three cookies as declared.
fn setting() -> Router {
    let names: Vec<&str> = POLICY
        .declarations()
        .iter()
        .skip(1)
        .take(3)
        .map(cookie_decl::Declaration::name)
        .collect();
    let fields = names.iter().map(|name| {
        format!("{name}=42; Path=/; Max-Age=2592000; Secure; HttpOnly; SameSite=Lax")
            .try_into()
            .expect("it is a field")
    });
    let fields: Vec<HeaderValue> = fields.collect();
    let handler = move || {
        let fields: [HeaderValue; 3] = std::array::from_fn(|index| fields[index].clone());
        async move {
            (
                AppendHeaders(fields.map(|field| (SET_COOKIE, field))),
                "Hello, world!",
            )
        }
    };
    Router::new().route("/", get(handler)).with_state(())
}

fn cookies() -> String {
    let now = UNIX_EPOCH.elapsed().expect("it is later").as_secs();
    let answer = PREFERENCES
        .set(&Consent::accept_all(now))
        .expect("it is an answer");
    format!("{}={}", answer.name(), answer.value())
}

fn in_process(mut app: Router) -> impl FnMut() -> usize {
    let cookies = cookies();
    move || {
        let request = Request::get("/")
            .header(COOKIE, &cookies)
            .body(Body::empty())
            .expect("it is a request");
        let response = ready(app.call(request)).expect("a router never fails");
        let fields = response.headers().get_all(SET_COOKIE).iter().count();
        assert_eq!(fields, 3, "all is as the table has it");
        fields
    }
}

/// Sends requests with the visitor's answer and 20 declared cookies.
fn allowed_cookies<S>(mut app: S) -> impl FnMut() -> u16
where
    S: Service<Request<Body>, Response = Response, Error = Infallible>,
{
    let rows = POLICY.declarations().iter().skip(1);
    let rows = rows.filter(|row| row.pattern().is_none()).take(20);
    let pairs: Vec<_> = rows.map(|row| format!("{}=42", row.name())).collect();
    let cookies = format!("{}; {}", cookies(), pairs.join("; "));
    move || {
        let request = Request::get("/")
            .header(COOKIE, &cookies)
            .body(Body::empty())
            .expect("it is a request");
        ready(app.call(request))
            .expect("it never fails")
            .status()
            .as_u16()
    }
}

/// Returns the result of a future that never waits.
fn ready<F: Future>(future: F) -> F::Output {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(output) => output,
        Poll::Pending => unreachable!("the future never waits"),
    }
}

/// Sends as many requests as the server can answer on its own thread. While the client reads the
/// responses of one half of the connections, those of the other half are on their way. It waits on
/// the connection that it wrote to last, so that neither side has to be woken for each response.
fn over_loopback<S>(app: S) -> impl FnMut()
where
    S: Service<Request<Body>, Response = Response, Error = Infallible, Future: Send>
        + Clone
        + Send
        + 'static,
{
    const HALF: usize = 20;
    const TURNS: usize = 1_000 / HALF;
    const BATCHES: usize = 20;
    let (mut batches, mut connections) = (0.., Vec::new());
    let request = format!(
        "GET / HTTP/1.1\r\nHost: localhost\r\nCookie: {}\r\n\r\n",
        cookies()
    );
    move || {
        // The server starts only now, so that its start does not count for other tasks. The place
        // of its thread and memory is chance, so a new server starts now and then. The median
        // ignores the batches that start one.
        if batches
            .next()
            .is_some_and(|batch: usize| batch.is_multiple_of(BATCHES))
        {
            let address = serve(app.clone());
            connections = (0..2 * HALF).map(|_| connect(address)).collect();
        }
        let (mut one, mut other) = connections.split_at_mut(HALF);
        send(one, &request);
        for turn in 1..=TURNS {
            if turn < TURNS {
                send(other, &request);
            }
            receive(one);
            (one, other) = (other, one);
        }
    }
}

fn connect(address: SocketAddr) -> TcpStream {
    let connection = TcpStream::connect(address).expect("the server listens");
    connection
        .set_nodelay(true)
        .expect("the connection is open");
    connection
}

fn send(connections: &mut [TcpStream], request: &str) {
    for connection in connections {
        connection
            .write_all(request.as_bytes())
            .expect("the connection is open");
    }
}

fn receive(connections: &mut [TcpStream]) {
    for connection in connections.iter_mut().rev() {
        let mut buffer = [0; 1024];
        let mut length = 0;
        while !buffer[..length].ends_with(b"Hello, world!") {
            length += connection
                .read(&mut buffer[length..])
                .expect("the connection is open");
        }
    }
}

fn serve<S>(app: S) -> SocketAddr
where
    S: Service<Request<Body>, Response = Response, Error = Infallible, Future: Send>
        + Clone
        + Send
        + 'static,
{
    let listener = std::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port is free");
    listener.set_nonblocking(true).expect("it is a listener");
    let address = listener.local_addr().expect("it is bound");
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_io()
            .build()
            .expect("a runtime can start");
        runtime.block_on(async {
            let listener = tokio::net::TcpListener::from_std(listener).expect("it is a listener");
            axum::serve(listener, app.into_make_service()).await
        })
    });
    address
}
