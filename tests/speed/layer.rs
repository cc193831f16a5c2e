//! The guard's layer around a service: in process, and over loopback.

use std::future::Future;
use std::io::{Read as _, Write as _};
use std::net::{Ipv4Addr, SocketAddr, TcpStream};
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use axum::Router;
use axum::body::Body;
use axum::http::header::{COOKIE, SET_COOKIE};
use axum::http::{HeaderValue, Request};
use axum::response::AppendHeaders;
use axum::routing::get;
use cookie_decl::Guard;
use tower_service::Service as _;

use crate::harness::{Bound, Contender, Work};
use crate::tables::request::{Consent, POLICY, PREFERENCES};

const NOW: u64 = 1_795_305_600;

pub(crate) fn works() -> Vec<Work> {
    let guard = Guard::new(POLICY).clock(|| NOW);
    let in_process = Work {
        name: "layer, 3 Set-Cookie, in process".to_owned(),
        ours: Contender::new("with it", in_process(setting().layer(guard.layer()))),
        peers: vec![(Contender::new("without it", in_process(setting())), Bound::More(1.5e-6))],
    };
    let over_loopback = Work {
        name: "layer, hello world, over loopback".to_owned(),
        ours: Contender::new("with it", over_loopback(hello().layer(guard.layer()))),
        peers: vec![(Contender::new("without it", over_loopback(hello())), Bound::Ratio(1.03))],
    };
    vec![in_process, over_loopback]
}

fn hello() -> Router {
    Router::new().route("/", get(|| async { "Hello, world!" }))
}

/// A handler that sets three cookies as the table has them.
fn setting() -> Router {
    let names: Vec<&str> = POLICY.declarations().iter().skip(1).take(3).map(cookie_decl::Declaration::name).collect();
    let fields = names.iter().map(|name| {
        format!("{name}=42; Path=/; Max-Age=2592000; Secure; HttpOnly; SameSite=Lax").try_into().expect("it is a field")
    });
    let fields: Vec<HeaderValue> = fields.collect();
    let handler = move || {
        let fields: [HeaderValue; 3] = std::array::from_fn(|index| fields[index].clone());
        async move { (AppendHeaders(fields.map(|field| (SET_COOKIE, field))), "Hello, world!") }
    };
    Router::new().route("/", get(handler))
}

fn cookies() -> String {
    let answer = PREFERENCES.set(&Consent::accept_all(NOW)).expect("it is an answer");
    format!("{}={}", answer.name(), answer.value())
}

fn in_process(mut app: Router) -> impl FnMut() -> usize {
    let cookies = cookies();
    move || {
        let request = Request::get("/").header(COOKIE, &cookies).body(Body::empty()).expect("it is a request");
        let response = ready(app.call(request)).expect("a router never fails");
        let fields = response.headers().get_all(SET_COOKIE).iter().count();
        assert_eq!(fields, 3, "all is as the table has it");
        fields
    }
}

/// What a future that waits for nothing comes to.
fn ready<F: Future>(future: F) -> F::Output {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(output) => output,
        Poll::Pending => unreachable!("nothing is waited for"),
    }
}

/// One request after the other on one connection.
fn over_loopback(app: Router) -> impl FnMut() -> usize {
    let address = serve(app);
    let mut stream = TcpStream::connect(address).expect("the server listens");
    stream.set_nodelay(true).expect("the connection is open");
    let request = format!("GET / HTTP/1.1\r\nHost: localhost\r\nCookie: {}\r\n\r\n", cookies());
    let mut buffer = [0; 4096];
    move || {
        stream.write_all(request.as_bytes()).expect("the connection is open");
        let mut length = 0;
        while !buffer[..length].ends_with(b"Hello, world!") {
            length += stream.read(&mut buffer[length..]).expect("the connection is open");
        }
        length
    }
}

fn serve(app: Router) -> SocketAddr {
    let listener = std::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port is free");
    listener.set_nonblocking(true).expect("it is a listener");
    let address = listener.local_addr().expect("it is bound");
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build().expect("a runtime can start");
        runtime.block_on(async {
            let listener = tokio::net::TcpListener::from_std(listener).expect("it is a listener");
            axum::serve(listener, app).await
        })
    });
    address
}
