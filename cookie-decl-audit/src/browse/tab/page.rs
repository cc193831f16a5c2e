//! What a visitor does with a page: opens it, clicks, and types.

use std::time::Duration;

use serde_json::{Value, json};

use crate::browse::tab::Tab;

impl Tab<'_> {
    /// Opens an address and waits until the page is quiet. Returns the status of the response.
    pub(crate) fn navigate(&mut self, address: &str) -> Result<Option<u64>, String> {
        self.traffic.status = None;
        self.traffic.is_loading = true;
        // The browser does not report the end of requests of the page before.
        self.traffic.open.clear();
        let session = self.session().to_owned();
        let reply = self.call(&session, "Page.navigate", json!({ "url": address }))?;
        let error = reply["errorText"].as_str();
        // An error page without content is a response too.
        if let Some(error) = error.filter(|it| *it != "net::ERR_HTTP_RESPONSE_CODE_FAILURE") {
            return Err(format!("it cannot be opened: {error}"));
        }
        self.settle(Duration::ZERO)?;
        // Brings what loads lazily into view.
        self.evaluate(
            "scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' })",
        )?;
        self.settle(self.linger)?;
        Ok(self.traffic.status)
    }

    /// Runs a script in the page, and waits for its promise.
    pub(crate) fn evaluate(&mut self, script: &str) -> Result<Value, String> {
        let session = self.session().to_owned();
        let parameters = json!({
            "expression": script,
            "awaitPromise": true,
            "returnByValue": true,
            "userGesture": true,
        });
        let mut reply = self.call(&session, "Runtime.evaluate", parameters)?;
        let exception = &reply["exceptionDetails"];
        if exception.is_object() {
            let thrown = exception["exception"]["description"].as_str();
            return Err(thrown
                .or(exception["text"].as_str())
                .unwrap_or_default()
                .to_owned());
        }
        Ok(reply["result"]["value"].take())
    }

    /// Clicks an element and waits until the page is quiet. Returns `false` if there is no such
    /// element.
    pub(crate) fn click(&mut self, selector: &str) -> Result<bool, String> {
        let selector = json!(selector);
        let script = format!(
            "(() => {{ const it = document.querySelector({selector}); it?.click(); return !!it; }})()"
        );
        let found = self.evaluate(&script)? == true;
        self.settle(self.linger)?;
        Ok(found)
    }

    /// Types into a field, or selects an option. Returns `false` if there is no such element.
    pub(crate) fn fill(&mut self, selector: &str, content: &str) -> Result<bool, String> {
        let (selector, value) = (json!(selector), json!(content));
        let script = format!(
            "(() => {{
                const it = document.querySelector({selector});
                if (!it) return 'missing';
                it.focus();
                if (it.matches('select')) {{
                    it.value = {value};
                    for (const kind of ['input', 'change'])
                        it.dispatchEvent(new Event(kind, {{ bubbles: true }}));
                    return 'done';
                }}
                it.select?.();
                return 'focused';
            }})()"
        );
        let state = self.evaluate(&script)?;
        if state == "focused" {
            let session = self.session().to_owned();
            self.call(&session, "Input.insertText", json!({ "text": content }))?;
        }
        Ok(state != "missing")
    }
}
