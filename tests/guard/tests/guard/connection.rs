//! A hyper server with the guard, over HTTP/1.1 and HTTP/2 on loopback.

use std::convert::Infallible;

use axum::body::{Body, Bytes};
use http::{Request, Response, Version};
use http_body_util::BodyExt as _;
use http_body_util::channel::Channel;
use hyper::body::Incoming;
use hyper::client::conn::{http1, http2};
use hyper::server;
use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tower::{Layer as _, ServiceExt as _, service_fn};

use crate::{guard, names};

/// Serves the pages, and otherwise an undeclared cookie with a body whose second half comes after
/// the first was read.
async fn answer(request: Request<Incoming>) -> Result<Response<Body>, Infallible> {
    let (guard, _) = guard();
    if guard.is_page(request.uri().path()) {
        return guard
            .pages()
            .oneshot(request)
            .await
            .map(|response| response.map(Body::from));
    }
    let (mut sender, body) = Channel::<Bytes, Infallible>::new(1);
    tokio::spawn(async move {
        for part in ["first ", "second"] {
            sender.send_data(Bytes::from(part)).await.unwrap();
            tokio::task::yield_now().await;
        }
    });
    let builder = Response::builder()
        .header("set-cookie", "tracker=1")
        .header("set-cookie", "count=; Max-Age=0");
    Ok(builder.body(Body::new(body)).unwrap())
}

/// Sends a request to a server with the guard, over a new connection.
async fn send(request: Request<String>) -> Response<Bytes> {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let client = TcpStream::connect(listener.local_addr().unwrap())
        .await
        .unwrap();
    let (stream, _) = listener.accept().await.unwrap();
    let is_2 = request.version() == Version::HTTP_2;
    let service = TowerToHyperService::new(guard().0.layer(service_fn(answer)));
    tokio::spawn(async move {
        let io = TokioIo::new(stream);
        if is_2 {
            server::conn::http2::Builder::new(TokioExecutor::new())
                .serve_connection(io, service)
                .await
        } else {
            server::conn::http1::Builder::new()
                .serve_connection(io, service)
                .await
        }
    });
    let io = TokioIo::new(client);
    let response = if is_2 {
        let (mut sender, connection) = http2::handshake(TokioExecutor::new(), io).await.unwrap();
        tokio::spawn(connection);
        sender.send_request(request).await.unwrap()
    } else {
        let (mut sender, connection) = http1::handshake(io).await.unwrap();
        tokio::spawn(connection);
        sender.send_request(request).await.unwrap()
    };
    let (head, body) = response.into_parts();
    Response::from_parts(head, body.collect().await.unwrap().to_bytes())
}

#[tokio::test]
async fn a_streamed_response_is_enforced_and_arrives_whole() {
    for (version, uri) in [
        (Version::HTTP_11, "/basket"),
        (Version::HTTP_2, "http://shop.example/basket"),
    ] {
        let request = Request::get(uri)
            .version(version)
            .header("host", "shop.example")
            .body(String::new())
            .unwrap();
        let response = send(request).await;
        assert_eq!(response.body(), "first second");
        assert_eq!(names(response.headers()), ["-count"]);
    }
}

#[tokio::test]
async fn an_older_browser_posts_over_either_version() {
    for (version, uri) in [
        (Version::HTTP_11, "/cookies/preferences"),
        (Version::HTTP_2, "http://shop.example/cookies/preferences"),
    ] {
        for (origin, status) in [("http://shop.example", 303), ("http://evil.example", 403)] {
            let builder = Request::post(uri)
                .version(version)
                .header("origin", origin)
                .header("cookie", "recent=1");
            // HTTP/2 has the host only in the address.
            let builder = if version == Version::HTTP_11 {
                builder.header("host", "shop.example")
            } else {
                builder
            };
            let response = send(builder.body(String::from("choice=refuse")).unwrap()).await;
            assert_eq!(response.status(), status, "{version:?} {origin}");
            let expected: &[&str] = if status == 303 {
                &["__Host-prefs", "-recent"]
            } else {
                &[]
            };
            assert_eq!(names(response.headers()), expected);
        }
    }
}

#[tokio::test]
async fn several_cookie_fields_of_http_2_are_read_together() {
    let answer = crate::agreed();
    let builder = Request::get("http://shop.example/cookies/choice").version(Version::HTTP_2);
    let response = send(
        builder
            .header("cookie", "sid=1")
            .header("cookie", answer)
            .body(String::new())
            .unwrap(),
    )
    .await;
    let body = std::str::from_utf8(response.body()).unwrap();
    assert!(
        body.starts_with(r#"{"granted":["Necessary","Statistics","Adverts"]"#),
        "{body}"
    );
}
