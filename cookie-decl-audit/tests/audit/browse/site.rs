//! A site on this machine.

use axum::Router;
use axum::http::Uri;
use axum::http::header::{CONTENT_TYPE, SET_COOKIE};
use axum::response::{Html, IntoResponse};
use axum::routing::{MethodRouter, get};
use cookie_decl::{Guard, Visitor};

use crate::browse::site::cookies::{Category, POLICY};

pub(crate) mod cookies {
    cookie_decl::declare_cookies! {
        pub policy for "https://shop.example" in crate::browse::site::cookies;
        provider Tiles = "Tiles" { domain: "tiles.localhost", third_party }
        cookie | duration;
        /// Needed
        ///
        /// The shop does not work without these.
        category Necessary: exempt {
            /// Remembers your choice
            PREFERENCES: Consent = "__Host-cookie_preferences" | 6 months;
            /// Keeps your basket
            BASKET = "basket" | 2 weeks;
            /// Keeps your order until it is paid
            ORDER = "order" | session;
            with storage = local_storage {
                /// Keeps the colours that you chose
                "colours" | persistent;
            }
            /// Keeps what you typed
            "draft_{page}" | session | storage = session_storage;
            /// Keeps products for reading offline
            "products" | persistent | storage = indexed_db;
            /// Keeps pictures for reading offline
            "pictures" | persistent | storage = other("Cache storage");
            /// Shows the shop offline
            "/worker.js" | persistent | storage = other("Service worker");
        }
        /// Audience
        ///
        /// Tells us what is read.
        category Statistics: opt_in {
            /// Recognises you
            "_id.{site}" | 6 months | set_by = script | attributes = SameSite=Lax;
            /// Counts your visits
            VISITS = "visits" | 30 days;
            /// Knows what you read
            "read" | persistent | storage = local_storage;
        }
        /// Maps
        ///
        /// Shows where we are.
        category Maps: opt_in {
            /// Tells visitors apart
            "tile" | 1 day | set_by = "tiles.localhost" | provider = Tiles;
        }
        /// Hints
        ///
        /// Shows what others bought.
        category Hints: opt_out(gpc) {
            /// Knows which hints you closed
            "hints" | persistent | storage = local_storage;
        }
    }
}

/// Returns a page of the shop, with the guard's script and banner.
pub(crate) fn page(content: &'static str) -> MethodRouter {
    get(move |visitor: Visitor<Category>| async move {
        Html(format!(
            "<!DOCTYPE html><html lang=en><head><title>Shop</title>{}</head><body>{}{content}",
            visitor.head(),
            visitor.banner()
        ))
    })
}

/// Returns a page whose response has its own `Set-Cookie` field.
pub(crate) fn sets(line: &'static str) -> MethodRouter {
    get(move || async move { ([(SET_COOKIE, line)], Html("<!DOCTYPE html><p>Hello")) })
}

/// A script.
pub(crate) fn script(code: &'static str) -> MethodRouter {
    get(move || async move { ([(CONTENT_TYPE, "text/javascript")], code).into_response() })
}

/// Serves pages inside the guard, and others outside of it.
pub(crate) fn shop(inside: Router, outside: Router) -> Router {
    let guard = Guard::new(POLICY);
    let home = page("<p>Hello");
    let inside = inside.route("/", home).merge(guard.routes());
    inside.layer(guard).merge(outside)
}

/// Serves a site that does as its table says.
pub(crate) fn clean() -> Router {
    let stored = "<script>
            localStorage.colours = 'blue';
            sessionStorage.draft_contact = 'Hello';
            indexedDB.open('products');
            caches.open('pictures');
            navigator.serviceWorker.register('/worker.js');
        </script>
        <script type=text/plain data-cookie-category=Statistics>
            document.cookie = '_id.1=x; Path=/; SameSite=Lax; Max-Age=' + 180 * 86400;
            localStorage.read = 'a book';
        </script>
        <script type=text/plain data-cookie-category=Hints>localStorage.hints = '1'</script>";
    let map = "<div></div><script type=text/plain data-cookie-category=Maps>
            document.querySelector('div').innerHTML =
                `<img src='//tiles.localhost:${location.port}/tile.png'>`;
        </script>";
    let buy = "<form action=/basket><input name=product>
        <select name=size><option>s<option>m</select><button>Buy</button></form>";
    let inside = Router::new()
        .route("/stored", page(stored))
        .route("/map", page(map))
        .route("/buy", page(buy))
        .route("/basket", get(basket))
        .route("/visits", get(visits));
    let outside = Router::new().route("/worker.js", script("")).route(
        "/tile.png",
        sets("tile=1; Max-Age=86400; Secure; SameSite=None"),
    );
    shop(inside, outside)
}

async fn basket(uri: Uri) -> impl IntoResponse {
    assert_eq!(uri.query(), Some("product=book&size=m"));
    let basket = cookies::BASKET.set("book").expect("it is a value");
    let order = cookies::ORDER.set("1").expect("it is a value");
    (basket, order, Html("<!DOCTYPE html><p>Bought"))
}

async fn visits(visitor: Visitor<Category>) -> impl IntoResponse {
    let visits = cookies::VISITS.set_if(visitor.consent(), "1");
    (visits.expect("it is a value"), Html("<!DOCTYPE html><p>1"))
}
