//! The portal's own pages. Each has the banner, which asks while there is something to ask.

use axum::Form;
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use cookie_decl::Visitor;
use cookie_decl::error::SetError;
use maud::{Markup, PreEscaped, html};
use serde::Deserialize;

use crate::cookies::{CSRF, Category, LANGUAGE, RECENT, SESSION};
use crate::data::{DATA_SETS, data_set as find};
use crate::language::Language;
use crate::layout::Layout;
use crate::session::{Sessions, account, is_own_form, token};

type Visit = Visitor<Category>;

/// A page for this visitor.
fn page(visitor: &Visit, sessions: &Sessions, title: &str, content: Markup) -> Markup {
    let language = Language::of(visitor);
    let scripts = html! {
        script type="text/plain" data-cookie-category="Statistics" src="/audience.js" {}
    };
    Layout {
        language,
        title,
        head: &visitor.head(),
        scripts,
        banner: &visitor.banner(),
        account: account(visitor, sessions),
        links: &visitor.links(),
        content,
    }
    .page()
}

pub(crate) async fn home(visitor: Visit, State(sessions): State<Sessions>) -> Markup {
    let language = Language::of(&visitor);
    let recent = RECENT
        .get_if(visitor.consent(), visitor.cookies())
        .unwrap_or_default();
    let content = html! {
        h1 { (language.pick(["Open data", "Données ouvertes", "بيانات مفتوحة"])) }
        ul {
            @for set in DATA_SETS {
                li { a href={ "/data/" (set.id) } { (language.pick(set.title)) } " – " (language.pick(set.about)) }
            }
        }
        @if let Some(set) = recent.as_deref().and_then(find) {
            p { (language.pick(["You read last: ", "Dernière lecture : ", "آخر ما قرأتم: "])) a href={ "/data/" (set.id) } { (language.pick(set.title)) } }
        }
    };
    page(
        &visitor,
        &sessions,
        language.pick(["Data sets", "Jeux de données", "مجموعات البيانات"]),
        content,
    )
}

pub(crate) async fn data_set(
    visitor: Visit,
    State(sessions): State<Sessions>,
    Path(id): Path<String>,
) -> Result<Response, SetError> {
    let Some(set) = find(&id) else {
        return Ok(StatusCode::NOT_FOUND.into_response());
    };
    let language = Language::of(&visitor);
    let map = html! { div id="map" {} script src="/map.js" {} }.into_string();
    let content = html! {
        h1 { (language.pick(set.title)) }
        p { (language.pick(set.about)) }
        table {
            @for (name, value) in set.rows {
                tr { th scope="row" { (language.pick(*name)) } td { (value) } }
            }
        }
        (PreEscaped(visitor.embed(Category::Maps, &map)))
    };
    let page = page(&visitor, &sessions, language.pick(set.title), content);
    // Set only if the visitor granted the category: without the consent this would not compile.
    Ok((RECENT.set_if(visitor.consent(), set.id)?, page).into_response())
}

#[derive(Deserialize)]
pub(crate) struct LanguageForm {
    language: String,
}

pub(crate) async fn language(Form(form): Form<LanguageForm>) -> Result<Response, SetError> {
    let Ok(language) = form.language.parse::<Language>() else {
        return Ok(StatusCode::BAD_REQUEST.into_response());
    };
    Ok((LANGUAGE.set(language)?, Redirect::to("/")).into_response())
}

pub(crate) async fn sign_in_form(
    visitor: Visit,
    State(sessions): State<Sessions>,
) -> Result<Response, SetError> {
    let language = Language::of(&visitor);
    let (cookie, csrf) = csrf()?;
    let content = html! {
        h1 { (language.pick(["Sign in", "Connexion", "تسجيل الدخول"])) }
        form method="post" action="/sign-in" {
            (csrf)
            label { (language.pick(["Your name", "Votre nom", "اسمكم"])) " " input name="name" required autocomplete="username"; }
            button { (language.pick(["Sign in", "Se connecter", "تسجيل الدخول"])) }
        }
    };
    Ok((
        cookie,
        page(
            &visitor,
            &sessions,
            language.pick(["Sign in", "Connexion", "تسجيل الدخول"]),
            content,
        ),
    )
        .into_response())
}

#[derive(Deserialize)]
pub(crate) struct SignIn {
    csrf: String,
    name: String,
}

pub(crate) async fn sign_in(
    visitor: Visit,
    State(sessions): State<Sessions>,
    Form(form): Form<SignIn>,
) -> Result<Response, SetError> {
    if !is_own_form(&visitor, &form.csrf) {
        return Ok(StatusCode::FORBIDDEN.into_response());
    }
    Ok((SESSION.set(sessions.open(form.name))?, Redirect::to("/")).into_response())
}

pub(crate) async fn sign_out(
    visitor: Visit,
    State(sessions): State<Sessions>,
) -> Result<Response, SetError> {
    sessions.close(&visitor);
    Ok((SESSION.removal()?, Redirect::to("/")).into_response())
}

pub(crate) async fn contact_form(
    visitor: Visit,
    State(sessions): State<Sessions>,
) -> Result<Response, SetError> {
    let language = Language::of(&visitor);
    let (cookie, csrf) = csrf()?;
    let content = html! {
        h1 { (language.pick(["Contact", "Contact", "اتصل بنا"])) }
        form method="post" action="/contact" {
            (csrf)
            p { label { (language.pick(["Your message", "Votre message", "رسالتكم"])) br; textarea name="message" required rows="4" {} } }
            button { (language.pick(["Send", "Envoyer", "إرسال"])) }
        }
    };
    Ok((
        cookie,
        page(
            &visitor,
            &sessions,
            language.pick(["Contact", "Contact", "اتصل بنا"]),
            content,
        ),
    )
        .into_response())
}

#[derive(Deserialize)]
pub(crate) struct Message {
    csrf: String,
    message: String,
}

pub(crate) async fn contact(
    visitor: Visit,
    State(sessions): State<Sessions>,
    Form(form): Form<Message>,
) -> Response {
    if !is_own_form(&visitor, &form.csrf) {
        return StatusCode::FORBIDDEN.into_response();
    }
    let language = Language::of(&visitor);
    let content = html! {
        h1 { (language.pick(["Thank you", "Merci", "شكرًا لكم"])) }
        p { (language.pick(["You wrote: ", "Vous avez écrit : ", "كتبتم: "])) q { (form.message) } }
    };
    page(
        &visitor,
        &sessions,
        language.pick(["Thank you", "Merci", "شكرًا لكم"]),
        content,
    )
    .into_response()
}

/// A new token, as a cookie and as a field of the form.
fn csrf() -> Result<(cookie_decl::SetCookie, Markup), SetError> {
    let token = token();
    Ok((
        CSRF.set(&token)?,
        html! { input type="hidden" name="csrf" value=(token); },
    ))
}

pub(crate) async fn stylesheet() -> impl IntoResponse {
    (
        [(header::CONTENT_TYPE, "text/css; charset=utf-8")],
        include_str!("../assets/portal.css"),
    )
}

pub(crate) async fn audience() -> impl IntoResponse {
    (
        [(header::CONTENT_TYPE, "text/javascript; charset=utf-8")],
        include_str!("../assets/audience.js"),
    )
}

pub(crate) async fn map() -> impl IntoResponse {
    (
        [(header::CONTENT_TYPE, "text/javascript; charset=utf-8")],
        include_str!("../assets/map.js"),
    )
}
