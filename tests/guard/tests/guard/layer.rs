//! The layer around plain tower services.

use std::cell::Cell;
use std::convert::Infallible;
use std::future::Future;
use std::marker::PhantomPinned;
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

use cookie_decl::guard::{GuardService, Guarded, Mode, Pages};
use cookie_decl::{Guard, Visitor};
use http::{Request, Response};
use http_body_util::Empty;
use tower::{Layer as _, Service, ServiceBuilder, ServiceExt as _, service_fn};

use crate::cookies::Category;
use crate::{agreed, found, guard, names};

const fn is_everywhere<T: Clone + Send + Sync + 'static>() {}

// This is checked at compile time.
const _: () = {
    is_everywhere::<Guard<Category>>();
    is_everywhere::<Visitor<Category>>();
    is_everywhere::<Guard<Category>>();
    is_everywhere::<GuardService<Category, Pages<Category>>>();
};

fn visit<B>(cookie: &str, body: B) -> Request<B> {
    Request::builder()
        .uri("/basket")
        .header("cookie", cookie)
        .body(body)
        .unwrap()
}

fn answer<R>(fields: &[&str], body: R) -> Response<R> {
    let builder = fields.iter().fold(Response::builder(), |builder, field| {
        builder.header("set-cookie", *field)
    });
    builder.body(body).unwrap()
}

/// A body type that `http-body` does not know.
#[derive(Debug, PartialEq)]
struct Opaque(u8);

#[tokio::test]
async fn bodies_of_any_type_go_through_untouched() {
    let (guard, log) = guard();
    let inner = service_fn(async |request: Request<Opaque>| {
        Ok::<_, Infallible>(answer(
            &["sid=a; Path=/; Secure; HttpOnly; SameSite=Lax", "x=1"],
            (request.into_body(), 2),
        ))
    });
    let response = guard
        .layer(inner)
        .oneshot(visit("", Opaque(1)))
        .await
        .unwrap();
    assert_eq!(response.body(), &(Opaque(1), 2));
    assert_eq!(names(response.headers()), ["sid"]);
    assert_eq!(
        found(&log),
        [
            "GET /basket: cookie `x`: the table does not declare it: add a row for it, or stop setting it; it was not sent"
        ]
    );
}

#[tokio::test]
async fn an_error_of_the_service_stays_as_it_is() {
    #[derive(Debug, PartialEq)]
    struct Failed(u8);
    let (guard, _) = guard();
    let inner = service_fn(async |_: Request<()>| Err::<Response<()>, _>(Failed(7)));
    assert_eq!(
        guard.layer(inner).oneshot(visit("", ())).await.unwrap_err(),
        Failed(7)
    );
}

/// A service that panics if it is called before it is ready, and is ready at the second poll. It is
/// not `Clone`, and its future cannot be moved.
struct Moody {
    asked: u8,
}

struct Pinned {
    polls: Cell<u8>,
    _pinned: PhantomPinned,
}

impl Service<Request<()>> for Moody {
    type Response = Response<()>;
    type Error = u8;
    type Future = Pinned;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), u8>> {
        self.asked += 1;
        match self.asked {
            1 => {
                context.waker().wake_by_ref();
                Poll::Pending
            }
            2 => Poll::Ready(Ok(())),
            _ => Poll::Ready(Err(self.asked)),
        }
    }

    fn call(&mut self, _: Request<()>) -> Pinned {
        assert_eq!(self.asked, 2, "called before it was ready");
        Pinned {
            polls: Cell::new(0),
            _pinned: PhantomPinned,
        }
    }
}

impl Future for Pinned {
    type Output = Result<Response<()>, u8>;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        self.polls.set(self.polls.get() + 1);
        if self.polls.get() < 2 {
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        Poll::Ready(Ok(answer(&["x=1"], ())))
    }
}

#[test]
fn the_service_is_called_when_it_is_ready_and_not_before() {
    let (guard, _) = guard();
    let mut service = guard.layer(Moody { asked: 0 });
    let mut context = Context::from_waker(Waker::noop());
    assert_eq!(service.poll_ready(&mut context), Poll::Pending);
    assert_eq!(service.poll_ready(&mut context), Poll::Ready(Ok(())));
    let mut response: Pin<&mut Guarded<Pinned>> = pin!(service.call(visit("", ())));
    assert!(response.as_mut().poll(&mut context).is_pending());
    let Poll::Ready(Ok(response)) = response.poll(&mut context) else {
        panic!("it is ready")
    };
    assert!(names(response.headers()).is_empty());
    assert_eq!(service.poll_ready(&mut context), Poll::Ready(Err(3)));
}

#[tokio::test]
async fn the_visitor_is_offered_to_the_service() {
    let (guard, _) = guard();
    let inner = service_fn(async |request: Request<()>| {
        let visitor: &Visitor<Category> = request.extensions().get().unwrap();
        let allows = visitor.consent().allows(Category::Statistics);
        Ok::<_, Infallible>(Response::new(allows))
    });
    let service = guard.layer(inner);
    let response = service.clone().oneshot(visit("", ())).await.unwrap();
    assert!(!response.body());
    assert_eq!(response.headers()["cache-control"], "private");
    assert!(
        service
            .oneshot(visit(&agreed(), ()))
            .await
            .unwrap()
            .into_body()
    );
}

#[tokio::test]
async fn denied_cookies_are_hidden_if_the_guard_hides_them() {
    let inner = service_fn(async |request: Request<()>| {
        let seen = request
            .headers()
            .get("cookie")
            .map(|field| field.to_str().unwrap().to_owned());
        let visitor: &Visitor<Category> = request.extensions().get().unwrap();
        assert_eq!(visitor.cookies().first("recent"), Some("2"));
        Ok::<_, Infallible>(Response::new(seen))
    });
    for (hides, seen) in [(true, "sid=1"), (false, "sid=1; recent=2")] {
        let guard = guard().0.hide_denied(hides);
        let response = guard
            .layer(inner)
            .oneshot(visit("sid=1; recent=2", ()))
            .await
            .unwrap();
        assert_eq!(response.body().as_deref(), Some(seen));
    }
}

#[tokio::test]
async fn the_layer_comes_first_in_a_service_builder() {
    let (guard, log) = guard();
    let service = ServiceBuilder::new()
        .layer(guard.clone())
        .map_response(|mut response: Response<Empty<&'static [u8]>>| {
            response
                .headers_mut()
                .append("set-cookie", "from_a_layer=1".parse().unwrap());
            response
                .headers_mut()
                .append("content-type", "text/html".parse().unwrap());
            response
        })
        .service_fn(async |_: Request<()>| Ok::<_, Infallible>(Response::new(Empty::new())));
    let response = service.oneshot(visit("old=1", ())).await.unwrap();
    assert_eq!(names(response.headers()), ["-old"]);
    assert_eq!(found(&log).len(), 1);
}

#[tokio::test]
async fn an_answer_of_the_service_counts_for_its_own_response() {
    let guard = guard().0.mode(Mode::Panic);
    let inner = service_fn(async |request: Request<()>| {
        let visitor: &Visitor<Category> = request.extensions().get().unwrap();
        let consent = crate::Consent::accept_all(visitor.now());
        let mut response = Response::new(());
        for cookie in visitor.decide(&consent).unwrap() {
            response.headers_mut().append("set-cookie", cookie.into());
        }
        let recent = crate::cookies::RECENT
            .set(consent.granted().unwrap(), "42")
            .unwrap();
        response.headers_mut().append("set-cookie", recent.into());
        Ok::<_, Infallible>(response)
    });
    let response = guard.layer(inner).oneshot(visit("", ())).await.unwrap();
    assert_eq!(names(response.headers()), ["__Host-prefs", "recent"]);
}

#[tokio::test]
async fn the_pages_work_without_the_layer() {
    let (guard, _) = guard();
    let request = |body| {
        let builder = Request::post("/cookies/preferences").header("sec-fetch-site", "same-origin");
        builder.header("cookie", "recent=1").body(body).unwrap()
    };
    let response = guard
        .pages()
        .oneshot(request(String::from("choice=refuse")))
        .await
        .unwrap();
    assert_eq!(response.status(), 303);
    assert_eq!(names(response.headers()), ["__Host-prefs", "-recent"]);
    let response = guard
        .pages()
        .oneshot(request("x".repeat(16 * 1024 + 1)))
        .await
        .unwrap();
    assert_eq!(response.status(), 413);
}
