//! `cargo run -p portal` serves the portal on this machine; `--port N` picks the port, and
//! `--database PLACE` where decisions are recorded: a file, or `postgres://..`.

use std::error::Error;
use std::net::Ipv4Addr;
use std::process::ExitCode;
use std::thread;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use cookie_decl_log::Log;
use tokio::net::TcpListener;

const HELP: &str = "Serves an open-data portal on this machine.

Usage: portal [--port N] [--database PLACE]

  --port N          3000 by default; 0 takes a free one
  --database PLACE  where decisions are recorded: a file, consent.db by default, or postgres://..";

const DAY: Duration = Duration::from_secs(86_400);

struct Options {
    port: u16,
    database: String,
}

impl Options {
    /// Reads the command line; `None` asks for the help.
    fn read() -> Result<Option<Self>, lexopt::Error> {
        use lexopt::{Arg, Parser, ValueExt as _};
        let mut options = Self {
            port: 3000,
            database: "consent.db".to_owned(),
        };
        let mut arguments = Parser::from_env();
        while let Some(argument) = arguments.next()? {
            match argument {
                Arg::Long("port") => options.port = arguments.value()?.parse()?,
                Arg::Long("database") => options.database = arguments.value()?.string()?,
                Arg::Long("help") | Arg::Short('h') => return Ok(None),
                other => return Err(other.unexpected()),
            }
        }
        Ok(Some(options))
    }

    /// Opens the log, and says where it is. An address may have a password.
    fn log(&self) -> Result<Log, cookie_decl_log::Error> {
        if self.database.contains("://") {
            println!("Decisions are recorded in PostgreSQL");
            return Log::postgres(&self.database).open();
        }
        println!("Decisions are recorded in {}", self.database);
        Log::sqlite(&self.database).open()
    }
}

/// Removes what was kept for five years.
fn prune_daily(log: &Log) {
    loop {
        let now = SystemTime::now().duration_since(UNIX_EPOCH);
        if let Err(error) = log.prune(now.map_or(0, |now| now.as_secs())) {
            tracing::error!("{error}");
        }
        thread::sleep(DAY);
    }
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
    let Some(options) = Options::read()? else {
        println!("{HELP}");
        return Ok(());
    };
    tracing_subscriber::fmt().with_target(false).init();
    let log = options.log()?;
    thread::spawn({
        let log = log.clone();
        move || prune_daily(&log)
    });
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, options.port)).await?;
    println!(
        "The portal is at http://localhost:{}/",
        listener.local_addr()?.port()
    );
    axum::serve(listener, portal::app(log)).await?;
    Ok(())
}
