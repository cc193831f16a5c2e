//! An open-data portal whose cookies are declared in one table, `src/cookies.rs`.
//!
//! `cargo run -p portal` serves it on this machine; `--port N` picks the port.

mod cookies;
mod data;
mod language;
mod pages;
mod session;

use std::error::Error;
use std::net::Ipv4Addr;
use std::process::ExitCode;

use axum::Router;
use axum::routing::{get, post};
use cookie_decl::Guard;
use tokio::net::TcpListener;

use crate::cookies::{Category, LANGUAGE, POLICY};
use crate::session::Sessions;

/// The portal, without a server around it.
fn app() -> Router {
    let guard: Guard<Category> = Guard::new(POLICY)
        .hide_denied(true)
        .language(|visitor| Some(LANGUAGE.get(visitor.cookies()).ok()??.to_string()))
        .page(|page| page.last_updated("2026-11-22").stylesheet("/portal.css"));
    Router::new()
        .route("/", get(pages::home))
        .route("/data/{id}", get(pages::data_set))
        .route("/language", post(pages::language))
        .route("/sign-in", get(pages::sign_in_form).post(pages::sign_in))
        .route("/sign-out", post(pages::sign_out))
        .route("/contact", get(pages::contact_form).post(pages::contact))
        .route("/portal.css", get(pages::stylesheet))
        .route("/audience.js", get(pages::audience))
        .route("/map.js", get(pages::map))
        .with_state(Sessions::default())
        .merge(guard.routes())
        .layer(guard.layer())
}

/// The port to serve on; `None` when only help was asked for.
fn port() -> Result<Option<u16>, lexopt::Error> {
    use lexopt::{Arg, Parser, ValueExt as _};
    let (mut arguments, mut port) = (Parser::from_env(), 3000);
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Long("port") => port = arguments.value()?.parse()?,
            Arg::Long("help") | Arg::Short('h') => return Ok(None),
            other => return Err(other.unexpected()),
        }
    }
    Ok(Some(port))
}

#[tokio::main]
async fn main() -> ExitCode {
    match serve().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("portal: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn serve() -> Result<(), Box<dyn Error>> {
    let Some(port) = port()? else {
        println!(
            "Serves an open-data portal on this machine.\n\nUsage: portal [--port N]   (3000 where none is given, 0 for a free one)"
        );
        return Ok(());
    };
    tracing_subscriber::fmt().with_target(false).init();
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await?;
    println!("The portal is at http://localhost:{}/", listener.local_addr()?.port());
    axum::serve(listener, app()).await?;
    Ok(())
}
