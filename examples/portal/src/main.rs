//! `cargo run -p portal` serves the portal on this machine; `--port N` picks the port.

use std::error::Error;
use std::net::Ipv4Addr;
use std::process::ExitCode;

use tokio::net::TcpListener;

/// The port to serve on; `None` for the help.
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
    println!(
        "The portal is at http://localhost:{}/",
        listener.local_addr()?.port()
    );
    axum::serve(listener, portal::app()).await?;
    Ok(())
}
