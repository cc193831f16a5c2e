//! A tab: what the visitor does in it, what it shows, and what the browser says about it.

use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::connection::PATIENCE;
use super::{Connection, string};

/// A tab, closed when dropped.
pub(crate) struct Page<'c> {
    connection: &'c Connection,
    session: String,
    target: String,
}

/// A `Set-Cookie` line that the browser refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Blocked {
    pub(crate) line: String,
    pub(crate) reasons: Vec<String>,
}

impl<'c> Page<'c> {
    #[track_caller]
    pub(super) fn open(connection: &'c Connection, session: String, target: String) -> Self {
        let page = Self {
            connection,
            session,
            target,
        };
        for domain in ["Page", "Runtime", "Network", "Log", "Audits"] {
            page.call(&format!("{domain}.enable"), json!({}));
        }
        page.call("Page.setLifecycleEventsEnabled", json!({ "enabled": true }));
        // Each tab behaves as the one in front, so tests can run at once.
        page.call(
            "Emulation.setFocusEmulationEnabled",
            json!({ "enabled": true }),
        );
        page
    }

    /// Opens an address and waits until it is loaded, redirects followed.
    #[track_caller]
    pub(crate) fn navigate(&self, url: &str) {
        let (mark, before) = (self.connection.mark(), self.document());
        let reply = self.call("Page.navigate", json!({ "url": url }));
        assert!(
            reply["errorText"].is_null(),
            "{url}: {}",
            reply["errorText"]
        );
        // Nothing is loaded for another `#fragment` of the same page.
        if reply["loaderId"].is_string() {
            self.wait_loaded(mark, &before);
        }
    }

    #[track_caller]
    pub(crate) fn reload(&self) {
        self.loading(|| drop(self.call("Page.reload", json!({}))));
    }

    /// Goes back, as the visitor does with the browser's button. What is shown then is waited for by the test: it may be
    /// loaded, or come back as it was left.
    ///
    /// `history.back()` would have to answer from the page that it leaves, which may be gone first.
    #[track_caller]
    pub(crate) fn back(&self) {
        let history = self.call("Page.getNavigationHistory", json!({}));
        let current = history["currentIndex"].as_u64().expect("a number");
        let before = usize::try_from(current - 1).expect("it is small");
        let entry = &history["entries"][before]["id"];
        self.call("Page.navigateToHistoryEntry", json!({ "entryId": entry }));
    }

    /// Does what opens another page, and waits until that is loaded: `page.loading(|| page.click("a"))`.
    #[track_caller]
    pub(crate) fn loading(&self, act: impl FnOnce()) {
        let (mark, before) = (self.connection.mark(), self.document());
        act();
        self.wait_loaded(mark, &before);
    }

    #[track_caller]
    fn wait_loaded(&self, mark: usize, before: &Value) {
        let loaded = |event: &Value| {
            event["name"] == "load"
                && event["frameId"] == before["id"]
                && event["loaderId"] != before["loaderId"]
        };
        let event = self
            .connection
            .wait_event(&self.session, "Page.lifecycleEvent", mark, loaded);
        event.unwrap_or_else(|error| panic!("{error}"));
    }

    /// What is shown now, in the protocol's numbers.
    #[track_caller]
    fn document(&self) -> Value {
        self.call("Page.getFrameTree", json!({}))["frameTree"]["frame"].take()
    }

    pub(crate) fn url(&self) -> String {
        string(&self.evaluate("location.href"))
    }

    /// The value of a script's expression; a promise is awaited.
    #[track_caller]
    pub(crate) fn evaluate(&self, expression: &str) -> Value {
        self.try_evaluate(expression)
            .unwrap_or_else(|error| panic!("{error}"))
    }

    fn try_evaluate(&self, expression: &str) -> Result<Value, String> {
        let parameters =
            json!({ "expression": expression, "returnByValue": true, "awaitPromise": true });
        let mut reply = self
            .connection
            .call(&self.session, "Runtime.evaluate", parameters)?;
        match reply.get("exceptionDetails") {
            Some(exception) => Err(thrown(exception)),
            None => Ok(reply["result"]["value"].take()),
        }
    }

    /// Waits until an expression is true.
    #[track_caller]
    pub(crate) fn wait_for(&self, expression: &str) {
        let deadline = Instant::now() + PATIENCE;
        // Errors too are waited out: the page may be about to change.
        let mut last = self.try_evaluate(expression);
        while last != Ok(true.into()) {
            assert!(
                Instant::now() < deadline,
                "`{expression}` is {last:?} after {PATIENCE:?}"
            );
            thread::sleep(Duration::from_millis(20));
            last = self.try_evaluate(expression);
        }
    }

    /// Clicks the middle of an element with the mouse, which has to be there to be hit.
    #[track_caller]
    pub(crate) fn click(&self, selector: &str) {
        let place = self
            .place_of(selector)
            .unwrap_or_else(|why| panic!("{why}"));
        let mouse = |kind: &str| {
            let mut event = json!({ "type": kind, "x": place[0], "y": place[1], "button": "left", "clickCount": 1 });
            event["buttons"] = u8::from(kind == "mousePressed").into();
            self.call("Input.dispatchMouseEvent", event);
        };
        mouse("mouseMoved");
        mouse("mousePressed");
        mouse("mouseReleased");
    }

    /// Where the mouse hits an element, scrolled into view, or why it does not.
    pub(crate) fn place_of(&self, selector: &str) -> Result<Value, String> {
        let place = self.try_evaluate(&format!(
            "(() => {{
                const element = document.querySelector({selector});
                if (!element) return 'is not there';
                element.scrollIntoView({{ block: 'center', inline: 'center', behavior: 'instant' }});
                const box = element.getClientRects()[0];
                if (!box || !box.width || !box.height) return 'has no size';
                const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
                const hit = document.elementFromPoint(x, y);
                return element.contains(hit) ? [x, y] : 'is covered by ' + hit?.outerHTML;
            }})()",
            selector = json!(selector)
        ))?;
        match place.as_str() {
            Some(why) => Err(format!("`{selector}` {why}")),
            None => Ok(place),
        }
    }

    /// Presses a key: `Tab`, `Shift+Tab`, `Enter`, `Space`, `Escape` or an arrow.
    #[track_caller]
    pub(crate) fn press(&self, key: &str) {
        let (modifiers, key) = key.strip_prefix("Shift+").map_or((0, key), |key| (8, key));
        let (name, number, text) = match key {
            "Tab" => (key, 9, ""),
            "Enter" => (key, 13, "\r"),
            "Escape" => (key, 27, ""),
            "Space" => (" ", 32, " "),
            "ArrowLeft" => (key, 37, ""),
            "ArrowUp" => (key, 38, ""),
            "ArrowRight" => (key, 39, ""),
            "ArrowDown" => (key, 40, ""),
            _ => panic!("what number has the key {key}?"),
        };
        let mut event = json!({ "key": name, "code": key, "windowsVirtualKeyCode": number, "modifiers": modifiers, "text": text });
        for kind in ["keyDown", "keyUp"] {
            event["type"] = kind.into();
            self.call("Input.dispatchKeyEvent", event.clone());
        }
    }

    /// Types a text into a field, in place of what is there.
    #[track_caller]
    pub(crate) fn fill(&self, selector: &str, text: &str) {
        self.on_element(selector, "element.focus(); element.select()");
        self.call("Input.insertText", json!({ "text": text }));
    }

    /// Picks an option of a `<select>` by its value.
    #[track_caller]
    pub(crate) fn select(&self, selector: &str, value: &str) {
        let value = json!(value);
        self.on_element(
            selector,
            &format!(
                "element.value = {value};
                if (element.value !== {value}) throw new Error('there is no option ' + {value});
                for (const kind of ['input', 'change']) element.dispatchEvent(new Event(kind, {{ bubbles: true }}))"
            ),
        );
    }

    #[track_caller]
    fn on_element(&self, selector: &str, code: &str) {
        let selector = json!(selector);
        self.evaluate(&format!(
            "{{ const element = document.querySelector({selector});
            if (!element) throw new Error({selector} + ' is not there');
            {code}; undefined }}"
        ));
    }

    /// Shows another page in a frame below this one, and waits until it is loaded.
    #[track_caller]
    pub(crate) fn embed(&self, url: &str) {
        let url = json!(url);
        self.evaluate(&format!(
            "new Promise(loaded => {{
                const frame = document.createElement('iframe');
                frame.onload = () => loaded(null);
                frame.src = {url};
                document.body.append(frame);
            }})"
        ));
    }

    /// The page of another site in the frame below this one, which the browser keeps apart.
    #[track_caller]
    pub(crate) fn frame(&self) -> Self {
        let targets = || {
            self.connection
                .call("", "Target.getTargets", json!({}))
                .unwrap_or_else(|e| panic!("{e}"))
        };
        let deadline = Instant::now() + PATIENCE;
        loop {
            let targets = targets();
            let mut targets = targets["targetInfos"].as_array().expect("a list").iter();
            if let Some(frame) =
                targets.find(|it| it["type"] == "iframe" && it["parentId"] == self.target.as_str())
            {
                let target = string(&frame["targetId"]);
                let attach = json!({ "targetId": target, "flatten": true });
                let attached = self.connection.call("", "Target.attachToTarget", attach);
                let session =
                    string(&attached.unwrap_or_else(|error| panic!("{error}"))["sessionId"]);
                return Self {
                    connection: self.connection,
                    session,
                    target,
                };
            }
            assert!(
                Instant::now() < deadline,
                "there is no frame of another site after {PATIENCE:?}"
            );
            thread::sleep(Duration::from_millis(20));
        }
    }

    /// The size of what the visitor sees, in CSS pixels, each of `scale` pixels of the picture.
    #[track_caller]
    pub(crate) fn viewport(&self, width: u32, height: u32, scale: u32) {
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": scale, "mobile": false });
        self.call("Emulation.setDeviceMetricsOverride", size);
    }

    /// What the visitor sees, as PNG.
    #[track_caller]
    pub(crate) fn screenshot(&self) -> Vec<u8> {
        base64(&string(
            &self.call("Page.captureScreenshot", json!({ "format": "png" }))["data"],
        ))
    }

    /// What the visitor prefers: `[("prefers-color-scheme", "dark")]`, `prefers-reduced-motion`, `forced-colors`.
    #[track_caller]
    pub(crate) fn media(&self, features: &[(&str, &str)]) {
        let features: Vec<_> = features
            .iter()
            .map(|(name, value)| json!({ "name": name, "value": value }))
            .collect();
        self.call(
            "Emulation.setEmulatedMedia",
            json!({ "features": features }),
        );
    }

    /// Whether the page's scripts run, from the next page on. [`Page::evaluate`] works without too.
    #[track_caller]
    pub(crate) fn scripts(&self, on: bool) {
        self.call(
            "Emulation.setScriptExecutionDisabled",
            json!({ "value": !on }),
        );
    }

    /// Headers that all requests bring from now on: `[("Sec-GPC", "1")]`.
    #[track_caller]
    pub(crate) fn extra_headers(&self, headers: &[(&str, &str)]) {
        let headers: Value = headers
            .iter()
            .map(|(name, value)| ((*name).to_owned(), json!(value)))
            .collect();
        self.call("Network.setExtraHTTPHeaders", json!({ "headers": headers }));
    }

    /// What scripts wrote to the console, and the browser's own remarks there, such as a request that failed.
    pub(crate) fn console(&self) -> Vec<String> {
        let remarks = self.events("Log.entryAdded");
        // No page asks for this one, and the browser does when it likes.
        let asked = |entry: &&Value| {
            !entry["url"]
                .as_str()
                .is_some_and(|url| url.ends_with("/favicon.ico"))
        };
        // It says that it did as it was told.
        let obeyed = |entry: &&Value| {
            entry["text"]
                .as_str()
                .is_some_and(|text| text.starts_with("Clear-Site-Data"))
        };
        let remarks = remarks
            .iter()
            .map(|event| &event["entry"])
            .filter(asked)
            .filter(|entry| !obeyed(entry));
        let mut lines: Vec<_> = remarks.map(|entry| string(&entry["text"])).collect();
        for call in self.events("Runtime.consoleAPICalled") {
            let arguments = call["args"].as_array().expect("a list").iter();
            let texts = arguments.map(|argument| match &argument["value"] {
                Value::Null => argument["description"]
                    .as_str()
                    .unwrap_or_default()
                    .to_owned(),
                Value::String(text) => text.clone(),
                other => other.to_string(),
            });
            lines.push(texts.collect::<Vec<_>>().join(" "));
        }
        lines
    }

    /// What scripts threw and nobody caught.
    pub(crate) fn exceptions(&self) -> Vec<String> {
        self.events("Runtime.exceptionThrown")
            .iter()
            .map(|event| thrown(&event["exceptionDetails"]))
            .collect()
    }

    /// What the `Content-Security-Policy` forbade: directive and address, or the kind where there is no address.
    pub(crate) fn csp_violations(&self) -> Vec<String> {
        let issues = self.events("Audits.issueAdded");
        let details = issues
            .iter()
            .map(|event| &event["issue"]["details"]["contentSecurityPolicyIssueDetails"]);
        let line = |details: &Value| {
            let what = details["blockedURL"]
                .as_str()
                .or(details["contentSecurityPolicyViolationType"].as_str());
            format!(
                "{} {}",
                string(&details["violatedDirective"]),
                what.unwrap_or_default()
            )
        };
        details
            .filter(|details| details.is_object())
            .map(line)
            .collect()
    }

    /// The `Set-Cookie` lines that the browser refused.
    #[track_caller]
    pub(crate) fn blocked_cookies(&self) -> Vec<Blocked> {
        let answers = self.set_cookie_reports();
        let blocked = answers
            .iter()
            .flat_map(|answer| answer["blockedCookies"].as_array().expect("a list"));
        let reasons = |cookie: &Value| {
            cookie["blockedReasons"]
                .as_array()
                .expect("a list")
                .iter()
                .map(string)
                .collect()
        };
        blocked
            .map(|cookie| Blocked {
                line: string(&cookie["cookieLine"]),
                reasons: reasons(cookie),
            })
            .collect()
    }

    /// What the network says of each response's cookies. It does so on its own time, so all are waited for.
    #[track_caller]
    fn set_cookie_reports(&self) -> Vec<Value> {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let announced = |method: &str, key: &str| {
                self.events(method)
                    .iter()
                    .filter(|e| e[key] == true)
                    .count()
            };
            let count = announced("Network.responseReceived", "hasExtraInfo")
                + announced("Network.requestWillBeSent", "redirectHasExtraInfo");
            let reports = self.events("Network.responseReceivedExtraInfo");
            if reports.len() >= count {
                return reports;
            }
            assert!(
                Instant::now() < deadline,
                "{} of {count} reports after {PATIENCE:?}",
                reports.len()
            );
            thread::sleep(Duration::from_millis(10));
        }
    }

    /// All events of a kind that the browser sent about the page, in the protocol's own words.
    pub(crate) fn events(&self, method: &str) -> Vec<Value> {
        self.connection.events(&self.session, method)
    }

    /// A command in the protocol's own words.
    #[track_caller]
    pub(crate) fn call(&self, method: &str, parameters: Value) -> Value {
        self.connection
            .call(&self.session, method, parameters)
            .unwrap_or_else(|error| panic!("{error}"))
    }
}

impl Drop for Page<'_> {
    fn drop(&mut self) {
        let _ = self
            .connection
            .call("", "Target.closeTarget", json!({ "targetId": self.target }));
    }
}

fn thrown(exception: &Value) -> String {
    let what = exception["exception"]["description"]
        .as_str()
        .or(exception["text"].as_str());
    what.unwrap_or("something").to_owned()
}

fn base64(text: &str) -> Vec<u8> {
    let (mut bytes, mut bits, mut count) = (Vec::new(), 0_u32, 0);
    for character in text.bytes() {
        let six = match character {
            b'A'..=b'Z' => character - b'A',
            b'a'..=b'z' => character - b'a' + 26,
            b'0'..=b'9' => character - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => break,
        };
        bits = bits << 6 | u32::from(six);
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count).to_le_bytes()[0]);
        }
    }
    bytes
}
