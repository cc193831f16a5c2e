//! A server on this machine.

use std::net::{Ipv4Addr, TcpListener};
use std::sync::mpsc;
use std::thread;

use axum::Router;

/// Serves a site on a free port until the tests end, and returns its port.
pub(crate) fn serve(app: Router) -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("there is a port");
    let port = listener.local_addr().expect("it has a number").port();
    listener.set_nonblocking(true).expect("it can be set");
    let (ready, is_ready) = mpsc::channel();
    thread::spawn(move || {
        let runtime = tokio::runtime::Runtime::new().expect("it starts");
        runtime.block_on(async {
            let listener = tokio::net::TcpListener::from_std(listener).expect("it is not blocking");
            ready.send(()).expect("somebody waits");
            axum::serve(listener, app).await
        })
    });
    is_ready.recv().expect("it starts");
    port
}
