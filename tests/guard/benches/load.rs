//! A service under load on loopback, with and without the guard's layer.
//!
//! `cargo bench -p cookie-decl-tests-guard --bench load` sends 200,000 requests with random and
//! hostile cookie headers (always the same ones) over open connections, half of them to each
//! service. It fails if a request fails, if a visitor receives a cookie that is undeclared or
//! denied, or if memory grows. It prints the requests per second of both services.

use std::convert::Infallible;
use std::fmt::Write as _;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};
use std::{env, fs};

use axum::body::Body;
use cookie_decl::Guard;
use http::header::SET_COOKIE;
use http::{HeaderValue, Request, Response};
use http_body_util::BodyExt as _;
use hyper::body::Incoming;
use hyper_util::rt::TokioIo;
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tower::{Layer as _, Service, service_fn};

mod cookies {
    cookie_decl::declare_cookies! {
        pub(crate) policy in crate::cookies;

        /// Needed
        ///
        /// The site does not work without these.
        category Necessary: exempt {
            cookie | duration;
            /// Keeps you signed in
            SESSION = "sid" | 2 weeks;
            /// Remembers what you chose
            PREFERENCES: Consent = "prefs" | 6 months;
            /// Tells forms apart
            "form_{id}" | 1 day;
        }
        /// Audience
        category Statistics: opt_in {
            cookie | duration;
            /// Remembers what you looked at last
            "recent" | 30 days;
            /// Recognises a returning visitor
            "_pk_id.{site}.{hash}" | 13 months | set_by = script;
        }
        /// Comfort
        category Comfort: opt_out {
            cookie | duration;
            /// Remembers the font
            "font" | 1 year;
        }
        retired { "old" Path="/"; "legacy_{id}" Path="/"; }
    }
}

use cookies::Consent;

const NOW: u64 = 1_795_305_600;
const REQUESTS: usize = 200_000;
const CONNECTIONS: usize = 4;
/// Rounds, each with and without the layer, so that other load on the machine affects both. The
/// first one is a warm-up.
const TURNS: usize = 5;
const LIMIT: Duration = Duration::from_secs(300);

/// What the service sets in every response: declared cookies of each gate, and cookies that must be
/// caught.
const SET: [&str; 6] = [
    "sid=abc; Path=/; Max-Age=1209600; Secure; HttpOnly; SameSite=Lax",
    "recent=42; Path=/; Max-Age=2592000; Secure; HttpOnly; SameSite=Lax",
    "font=serif; Path=/; Max-Age=86400; Secure; HttpOnly; SameSite=Lax",
    "tracker=1; Path=/; Secure; HttpOnly; SameSite=Lax",
    "form_7=x; Path=/; Max-Age=99999999; Secure; HttpOnly; SameSite=Lax",
    "nameless",
];

async fn answer(_: Request<Incoming>) -> Result<Response<Body>, Infallible> {
    let builder = SET.iter().fold(Response::builder(), |builder, field| {
        builder.header(SET_COOKIE, *field)
    });
    Ok(builder
        .body(Body::from("hello"))
        .expect("the fields are header values"))
}

/// The headers of a visitor, and the cookies that they may receive.
struct Visit {
    cookies: Vec<HeaderValue>,
    gpc: bool,
    agreed: bool,
    objected: bool,
}

/// xorshift64*, from a fixed seed.
struct Random(u64);

impl Random {
    fn next(&mut self, below: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let high = self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33;
        usize::try_from(high).expect("31 bits") % below
    }
}

fn visit(random: &mut Random, answers: &[String; 3]) -> Visit {
    const NAMES: [&str; 14] = [
        "sid",
        "recent",
        "font",
        "form_1",
        "_pk_id.1.2",
        "old",
        "legacy_x",
        "tracker",
        "",
        "prefs2",
        "é",
        " a b",
        "__Host-x",
        "legacy_\"",
    ];
    let mut text = String::new();
    for _ in 0..random.next(12) {
        let name = NAMES[random.next(NAMES.len())];
        let value = "v".repeat(random.next(60));
        let separator = ["; ", ";", ";;  ", " ;\t"][random.next(4)];
        write!(text, "{name}={value}{separator}").expect("a `String` takes everything");
    }
    let mut visit = Visit {
        cookies: Vec::new(),
        gpc: random.next(4) == 0,
        agreed: false,
        objected: false,
    };
    match random.next(6) {
        0 => {
            text += &answers[0];
            visit.agreed = true;
        }
        1 => {
            text += &answers[1];
            visit.objected = true;
        }
        // Duplicate, damaged and outdated answers. None of them counts.
        2 => text += &[&*answers[0], &*answers[0]].join("; "),
        // The cut is long enough to damage the mark of every category.
        3 => text += &answers[0][..answers[0].len() - 10 - random.next(8)],
        4 => text += &answers[2],
        _ => {}
    }
    let mut bytes = text.into_bytes();
    if random.next(5) == 0 {
        let junk: Vec<u8> = (0..random.next(200))
            .map(|_| 128 + u8::try_from(random.next(128)).expect("7 bits"))
            .collect();
        visit
            .cookies
            .push(HeaderValue::from_bytes(&junk).expect("bytes over 127 are taken"));
    }
    if random.next(50) == 0 {
        bytes.extend_from_slice("; y=1".repeat(400).as_bytes());
    }
    visit
        .cookies
        .push(HeaderValue::from_bytes(&bytes).expect("text is taken"));
    visit
}

/// Returns the cookies that the visitor must not receive.
fn leaked(visit: &Visit, response: &Response<Incoming>) -> Option<String> {
    let fields = response
        .headers()
        .get_all(SET_COOKIE)
        .iter()
        .map(|field| field.to_str().expect("ours are ASCII"));
    let mut set = fields.filter(|field| !field.contains("Max-Age=0"));
    let may = |name: &str| match name {
        "sid" => true,
        "recent" => visit.agreed,
        "font" => visit.agreed || !(visit.objected || visit.gpc),
        _ => false,
    };
    set.find(|field| !may(field.split('=').next().unwrap_or_default()))
        .map(String::from)
}

async fn serve<S>(service: S) -> std::net::SocketAddr
where
    S: Service<Request<Incoming>, Response = Response<Body>, Error = Infallible>
        + Clone
        + Send
        + 'static,
    S::Future: Send,
{
    let listener = TcpListener::bind("127.0.0.1:0")
        .await
        .expect("loopback has a port");
    let address = listener.local_addr().expect("it is bound");
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let service = TowerToHyperService::new(service.clone());
            tokio::spawn(
                hyper::server::conn::http1::Builder::new()
                    .serve_connection(TokioIo::new(stream), service),
            );
        }
    });
    address
}

/// Sends the visits of one round, and returns the time that it took.
async fn run(
    address: std::net::SocketAddr,
    visits: &Arc<Vec<Visit>>,
    checks: bool,
    counts: &Arc<Counts>,
) -> Duration {
    let start = Instant::now();
    let mut clients = Vec::new();
    for client in 0..CONNECTIONS {
        let (visits, counts) = (Arc::clone(visits), Arc::clone(counts));
        clients.push(tokio::spawn(async move {
            let stream = TcpStream::connect(address)
                .await
                .expect("the server listens");
            stream.set_nodelay(true).expect("loopback can");
            let (mut sender, connection) =
                hyper::client::conn::http1::handshake(TokioIo::new(stream))
                    .await
                    .expect("it speaks HTTP/1.1");
            tokio::spawn(connection);
            for visit in visits.iter().skip(client).step_by(CONNECTIONS) {
                let mut request = Request::get("/basket").header("host", "shop.example");
                if visit.gpc {
                    request = request.header("sec-gpc", "1");
                }
                request = visit
                    .cookies
                    .iter()
                    .fold(request, |request, field| request.header("cookie", field));
                let request = request
                    .body(String::new())
                    .expect("the fields are header values");
                sender.ready().await.expect("the connection stays open");
                let response = sender
                    .send_request(request)
                    .await
                    .expect("every request is answered");
                assert_eq!(response.status(), 200);
                if checks {
                    assert_eq!(leaked(visit, &response), None);
                    let set = u64::try_from(response.headers().get_all(SET_COOKIE).iter().count())
                        .expect("a few");
                    counts.set.fetch_add(set, Ordering::Relaxed);
                }
                let body = response
                    .into_body()
                    .collect()
                    .await
                    .expect("the body arrives");
                assert_eq!(body.to_bytes(), "hello");
                counts.requests.fetch_add(1, Ordering::Relaxed);
            }
        }));
    }
    for client in clients {
        client.await.expect("no client panics");
    }
    start.elapsed()
}

#[derive(Default)]
struct Counts {
    requests: AtomicU64,
    set: AtomicU64,
    findings: AtomicU64,
}

/// Returns the memory of the process in KiB; `None` if the system does not report it.
fn memory() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    status.lines().find_map(|line| {
        line.strip_prefix("VmRSS:")?
            .trim()
            .strip_suffix(" kB")?
            .parse()
            .ok()
    })
}

fn main() {
    // `cargo test --benches` needs only a short run.
    let requests = if env::args().any(|argument| argument == "--bench") {
        REQUESTS
    } else {
        REQUESTS / 100
    };
    let runtime = tokio::runtime::Runtime::new().expect("threads start");
    runtime.block_on(async {
        tokio::time::timeout(LIMIT, load(requests))
            .await
            .expect("it ends in time");
    });
}

async fn load(requests: usize) {
    let pair = |consent: &Consent| {
        let set = cookies::PREFERENCES.set(consent).expect("it is an answer");
        format!("{}={}", set.name(), set.value())
    };
    let answers = [
        pair(&Consent::accept_all(NOW - 60)),
        pair(&Consent::refuse_all(NOW - 60)),
        pair(&Consent::accept_all(NOW - 400 * 86_400)),
    ];
    let counts = Arc::new(Counts::default());
    let guard = Guard::new(cookies::POLICY)
        .clock(|| NOW)
        .hide_denied(true)
        .report({
            let counts = Arc::clone(&counts);
            move |_| {
                counts.findings.fetch_add(1, Ordering::Relaxed);
            }
        });
    let plain = serve(service_fn(answer)).await;
    let guarded = serve(guard.layer(service_fn(answer))).await;

    let mut random = Random(0x5eed_c00c_1e5e_ed00);
    let turn = requests / (2 * TURNS);
    let (mut without, mut with, mut warm) = (Duration::ZERO, Duration::ZERO, None);
    for number in 0..TURNS {
        let visits = Arc::new(
            (0..turn)
                .map(|_| visit(&mut random, &answers))
                .collect::<Vec<_>>(),
        );
        let (one, other) = (
            run(plain, &visits, false, &counts).await,
            run(guarded, &visits, true, &counts).await,
        );
        if number == 0 {
            drop(visits);
            warm = memory();
        } else {
            without += one;
            with += other;
        }
    }
    let end = memory();

    let total = counts.requests.load(Ordering::Relaxed);
    assert_eq!(total, u64::try_from(requests).expect("it fits"));
    println!(
        "{total} requests, {CONNECTIONS} connections, {} fields sent",
        counts.set.load(Ordering::Relaxed)
    );
    println!(
        "{} findings, nothing leaked",
        counts.findings.load(Ordering::Relaxed)
    );
    for (label, time) in [("without", without), ("with", with)] {
        let count = u32::try_from(turn * (TURNS - 1)).expect("it fits");
        let each = time / count;
        println!(
            "{label:>8} the layer: {:>7.0} requests/s, {each:?} each",
            f64::from(count) / time.as_secs_f64()
        );
    }
    if let (Some(warm), Some(end)) = (warm, end) {
        println!("memory: {warm} KiB after the first turn, {end} KiB at the end");
        // Memory may vary between rounds. A leak in each request would be far larger.
        assert!(end < warm + warm / 4 + 4_096, "memory grows");
    }
}
