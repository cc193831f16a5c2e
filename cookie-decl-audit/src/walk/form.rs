//! The forms of a page.

use html5gum::{StartTag, Token, Tokenizer};

/// The hidden fields of the form that a page sends to a path; `None` if it has no such form.
pub(crate) fn hidden_fields(
    page: &[u8],
    page_path: &str,
    path: &str,
) -> Option<Vec<(String, String)>> {
    let mut fields = Vec::new();
    let mut is_inside = false;
    let mut is_found = false;
    for Ok(token) in Tokenizer::new(page) {
        match token {
            Token::StartTag(tag) if *tag.name == b"form"[..] => {
                let action = attribute(&tag, "action").unwrap_or_default();
                is_inside = !is_found && target(&action, page_path) == path;
                is_found |= is_inside;
            }
            Token::EndTag(tag) if *tag.name == b"form"[..] => is_inside = false,
            Token::StartTag(tag) if is_inside && *tag.name == b"input"[..] => {
                let is_hidden =
                    attribute(&tag, "type").is_some_and(|kind| kind.eq_ignore_ascii_case("hidden"));
                if let Some(name) = attribute(&tag, "name").filter(|_| is_hidden) {
                    fields.push((name, attribute(&tag, "value").unwrap_or_default()));
                }
            }
            _ => {}
        }
    }
    is_found.then_some(fields)
}

/// The path that an `action` addresses, without its query.
fn target<'a>(action: &'a str, page_path: &'a str) -> &'a str {
    let action = action.trim();
    let action = action.split(['?', '#']).next().unwrap_or_default();
    let path = match action.split_once("://") {
        Some((_, rest)) => rest.find('/').map_or("/", |start| &rest[start..]),
        None => action,
    };
    if path.is_empty() { page_path } else { path }
}

fn attribute(tag: &StartTag<()>, name: &str) -> Option<String> {
    let value = tag.attributes.get(name.as_bytes())?;
    Some(String::from_utf8_lossy(value).into_owned())
}

#[cfg(test)]
mod tests {
    use crate::walk::form::hidden_fields;

    const PAGE: &[u8] = br#"
        <form action="/search"><input type=hidden name=lang value=en></form>
        <form method="post" action="https://shop.example/sign-in?next=1">
            <INPUT TYPE="Hidden" name="csrf" value="a&amp;b"><input name="name" value="?">
        </form>
        <form><input type="hidden" name="here" value=""></form>"#;

    fn of(path: &str) -> Option<Vec<(String, String)>> {
        hidden_fields(PAGE, "/here", path)
    }

    #[test]
    fn a_form_has_its_own_hidden_fields() {
        assert_eq!(of("/sign-in").unwrap(), [("csrf".into(), "a&b".into())]);
    }

    #[test]
    fn a_form_without_action_is_sent_to_its_page() {
        assert_eq!(of("/here").unwrap(), [("here".into(), String::new())]);
    }

    #[test]
    fn a_page_without_the_form_has_no_fields() {
        assert!(of("/sign-out").is_none());
    }
}
