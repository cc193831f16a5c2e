//! What only actix-web has.

#[path = "../../../examples/shop-axum/src/cookies.rs"]
mod cookies;

use actix_web::cookie::Cookie;
use actix_web::error::InternalError;
use actix_web::http::header::SET_COOKIE;
use actix_web::test::{TestRequest, call_service, init_service, read_body};
use actix_web::{App, HttpResponse, middleware, web};
use cookie_decl::{Consent, Error, Granted, Guard, Visitor};
use cookies::category::Statistics;
use cookies::{Category, POLICY, RECENT, SESSION};

#[actix_web::test]
async fn visitor_without_the_guard_is_a_mistake_of_the_application() {
    let app = App::new().route("/", web::get().to(async |_: Visitor<Category>| "never"));
    let app = init_service(app).await;
    let response = call_service(&app, TestRequest::get().to_request()).await;
    assert_eq!(response.status(), 500);
    let text = read_body(response).await;
    assert!(text.starts_with(b"no guard wraps the handler"), "{text:?}");
}

#[actix_web::test]
async fn cookie_of_an_error_is_judged() {
    let fail = middleware::from_fn(async |_, _: middleware::Next<actix_web::body::BoxBody>| {
        let response = HttpResponse::BadRequest()
            .cookie(Cookie::new("tracker", "1"))
            .finish();
        let error: actix_web::Error = InternalError::from_response("no", response).into();
        Err::<actix_web::dev::ServiceResponse, _>(error)
    });
    let app = init_service(App::new().wrap(fail).wrap(Guard::new(POLICY))).await;
    let service = actix_web::dev::Service::call(&app, TestRequest::get().to_request()).await;
    let response = service.expect_err("the middleware fails").error_response();
    assert_eq!(response.status(), 400);
    assert!(!response.headers().contains_key(SET_COOKIE));
}

#[actix_web::test]
async fn set_cookie_is_a_header() {
    let set = async || -> Result<HttpResponse, Error> {
        let mut response = HttpResponse::Ok();
        Ok(response.append_header(SESSION.set("abc")?).finish())
    };
    let app = init_service(
        App::new()
            .route("/", web::get().to(set))
            .wrap(Guard::new(POLICY)),
    )
    .await;
    let response = call_service(&app, TestRequest::get().to_request()).await;
    let field = response.headers().get(SET_COOKIE).expect("it is declared");
    assert!(field.as_bytes().starts_with(b"session=abc; "));
}

#[actix_web::test]
async fn value_that_cannot_be_read_is_a_bad_request() {
    let read = async |visitor: Visitor<Category>| -> Result<String, Error> {
        let recent = RECENT.get_if(&Consent::accept_all(0), visitor.cookies())?;
        Ok(format!("{recent:?}"))
    };
    let app = init_service(
        App::new()
            .route("/", web::get().to(read))
            .wrap(Guard::new(POLICY)),
    )
    .await;
    let request = TestRequest::get()
        .cookie(Cookie::new("recent", "many"))
        .to_request();
    assert_eq!(call_service(&app, request).await.status(), 400);
}

#[actix_web::test]
async fn handler_with_an_optional_grant_always_runs() {
    let run = async |proof: Option<Granted<'static, Statistics>>| proof.is_some().to_string();
    let app = init_service(
        App::new()
            .route("/", web::get().to(run))
            .wrap(Guard::new(POLICY)),
    )
    .await;
    let response = call_service(&app, TestRequest::get().to_request()).await;
    assert_eq!(read_body(response).await, "false");
}

#[actix_web::test]
async fn consent_is_that_of_the_visitor() {
    let run = async |consent: Consent<Category>| consent.allows(Category::Offers).to_string();
    let app = init_service(
        App::new()
            .route("/", web::get().to(run))
            .wrap(Guard::new(POLICY)),
    )
    .await;
    for (signal, allowed) in [("0", "true"), ("1", "false")] {
        let request = TestRequest::get().insert_header(("Sec-GPC", signal));
        let response = call_service(&app, request.to_request()).await;
        assert_eq!(read_body(response).await, allowed, "Sec-GPC: {signal}");
    }
}
