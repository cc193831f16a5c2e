//! The forms of a page.

use html5gum::{StartTag, Token, Tokenizer};

/// A form of a page.
#[derive(Debug, Clone, Default)]
pub(crate) struct Form {
    action: String,
    /// Whether visitors answer in it.
    pub(crate) is_choice: bool,
    /// Its hidden fields.
    pub(crate) hidden: Vec<(String, String)>,
}

impl Form {
    /// Returns the path that a form is sent to, without its query.
    pub(crate) fn target<'t>(&'t self, page_path: &'t str) -> &'t str {
        let action = self.action.trim();
        let action = action.split(['?', '#']).next().unwrap_or_default();
        let path = path(action);
        if path.is_empty() { page_path } else { path }
    }
}

/// Returns the forms of a page in order.
pub(crate) fn forms(page: &[u8]) -> Vec<Form> {
    let mut forms: Vec<Form> = Vec::new();
    let mut is_inside = false;
    for Ok(token) in Tokenizer::new(page) {
        match token {
            Token::StartTag(tag) if *tag.name == b"form"[..] => {
                forms.push(Form {
                    action: attribute(&tag, "action").unwrap_or_default(),
                    is_choice: attribute(&tag, "data-cookie-choice").is_some(),
                    hidden: Vec::new(),
                });
                is_inside = true;
            }
            Token::EndTag(tag) if *tag.name == b"form"[..] => is_inside = false,
            Token::StartTag(tag) if is_inside && *tag.name == b"input"[..] => {
                let is_hidden =
                    attribute(&tag, "type").is_some_and(|kind| kind.eq_ignore_ascii_case("hidden"));
                let name = attribute(&tag, "name").filter(|_| is_hidden);
                if let Some((name, form)) = name.zip(forms.last_mut()) {
                    let value = attribute(&tag, "value").unwrap_or_default();
                    form.hidden.push((name, value));
                }
            }
            _ => {}
        }
    }
    forms
}

/// Returns the path of the guard's pages, from the script that the guard adds to each page.
pub(crate) fn guard_address(page: &[u8]) -> Option<String> {
    Tokenizer::new(page).find_map(|token| {
        let Ok(Token::StartTag(tag)) = token else {
            return None;
        };
        let is_guards = *tag.name == b"script"[..] && attribute(&tag, "data-categories").is_some();
        let source = attribute(&tag, "src").filter(|_| is_guards)?;
        let (folder, _) = path(source.split('?').next()?).rsplit_once('/')?;
        Some(folder.to_owned())
    })
}

/// Returns the path of an address, which may be a path already.
fn path(address: &str) -> &str {
    match address.split_once("://") {
        Some((_, rest)) => rest.find('/').map_or("/", |start| &rest[start..]),
        None => address,
    }
}

fn attribute(tag: &StartTag<()>, name: &str) -> Option<String> {
    let value = tag.attributes.get(name.as_bytes())?;
    Some(String::from_utf8_lossy(value).into_owned())
}

#[cfg(test)]
mod tests {
    use crate::walk::form::{forms, guard_address};

    const PAGE: &[u8] = br#"
        <script src="https://shop.example/privacy/script.js?v=1" data-categories="Statistics"></script>
        <form action="/search"><input type=hidden name=lang value=en></form>
        <form method="post" action="https://shop.example/sign-in?next=1">
            <INPUT TYPE="Hidden" name="csrf" value="a&amp;b"><input name="name" value="?">
        </form>
        <form data-cookie-choice><input type="hidden" name="here" value=""></form>"#;

    #[test]
    fn a_form_has_its_own_hidden_fields() {
        let forms = forms(PAGE);
        assert_eq!(forms[0].target("/here"), "/search");
        assert_eq!(forms[1].target("/here"), "/sign-in");
        assert_eq!(forms[1].hidden, [("csrf".into(), "a&b".into())]);
    }

    #[test]
    fn a_form_without_action_is_sent_to_its_page() {
        assert_eq!(forms(PAGE)[2].target("/here"), "/here");
    }

    #[test]
    fn the_form_of_the_answer_is_known_by_its_attribute() {
        let are_choices: Vec<_> = forms(PAGE).iter().map(|it| it.is_choice).collect();
        assert_eq!(are_choices, [false, false, true]);
    }

    #[test]
    fn the_script_of_the_guard_is_beside_its_pages() {
        assert_eq!(guard_address(PAGE).unwrap(), "/privacy");
        assert!(guard_address(b"<script src='/app.js'></script>").is_none());
    }
}
