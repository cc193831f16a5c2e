//! A tab of the browser, and everything that happens in its frames and workers.

use std::collections::{BTreeSet, HashMap};
use std::time::{Duration, Instant, SystemTime};

use serde_json::{Value, json};

use crate::browse::connection::Client;
use crate::browse::hosts::{host_of, path_of};
use crate::browse::seen::{Item, NAMES, Refused, Request, items_of_frame, text};

/// How long the browser may take for one answer.
const PATIENCE: Duration = Duration::from_secs(30);

/// How long a page is waited for that is never quiet.
const BUSY: Duration = Duration::from_secs(10);

/// How long the network has to be quiet.
const QUIET: Duration = Duration::from_millis(120);

/// What has not ended by then, and nothing else happens, is not waited for.
const STALLED: Duration = Duration::from_secs(5);

/// A tab in a browser context of its own, which is a visitor's cookies and storage.
pub(crate) struct Tab<'b> {
    client: Client<'b>,
    /// How long to look at a page after it has loaded or a step was taken.
    linger: Duration,
    context: String,
    /// The main frame has the identifier of the tab.
    frame: String,
    /// The sessions of the tab, its frames on other sites and its workers, the tab's first.
    sessions: Vec<String>,
    sends_gpc: bool,
    traffic: Traffic,
}

/// What the network did since it was last taken.
struct Traffic {
    is_loading: bool,
    /// When something happened last.
    changed: Instant,
    /// Requests without a response, with their session.
    open: HashMap<String, String>,
    /// Addresses by the request.
    addresses: HashMap<String, String>,
    requests: HashMap<String, BTreeSet<Request>>,
    /// Cookies that were refused: the request, the name, the reason.
    refused: Vec<(String, String, String)>,
    /// The status of the last response to the main frame.
    status: Option<u64>,
}

impl<'b> Tab<'b> {
    pub(crate) fn open(
        client: Client<'b>,
        linger: Duration,
        sends_gpc: bool,
    ) -> Result<Self, String> {
        let mut tab = Self {
            client,
            linger,
            context: String::new(),
            frame: String::new(),
            sessions: Vec::new(),
            sends_gpc,
            traffic: Traffic {
                is_loading: false,
                changed: Instant::now(),
                open: HashMap::new(),
                addresses: HashMap::new(),
                requests: HashMap::new(),
                refused: Vec::new(),
                status: None,
            },
        };
        let reply = tab.call("", "Target.createBrowserContext", json!({}))?;
        tab.context = text(&reply["browserContextId"]);
        let target = json!({ "url": "about:blank", "browserContextId": tab.context });
        let reply = tab.call("", "Target.createTarget", target)?;
        tab.frame = text(&reply["targetId"]);
        let target = json!({ "targetId": tab.frame, "flatten": true });
        let reply = tab.call("", "Target.attachToTarget", target)?;
        let session = text(&reply["sessionId"]);
        tab.client.take(&session);
        // Each tab behaves as the one in front, so visitors can come at once.
        tab.call(
            &session,
            "Emulation.setFocusEmulationEnabled",
            json!({ "enabled": true }),
        )?;
        tab.watch(session)?;
        Ok(tab)
    }

    /// Takes notice of a tab, frame or worker that has just begun.
    fn watch(&mut self, session: String) -> Result<(), String> {
        let send = |method, parameters| self.client.send(&session, method, parameters);
        send("Network.enable", json!({}))?;
        send("Page.enable", json!({}))?;
        // Requests name the scripts that made them, also those made later.
        send("Runtime.enable", json!({}))?;
        send("Runtime.setAsyncCallStackDepth", json!({ "maxDepth": 8 }))?;
        if self.sends_gpc {
            send(
                "Network.setExtraHTTPHeaders",
                json!({ "headers": { "Sec-GPC": "1" } }),
            )?;
            let source = "Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { get: () => true })";
            send(
                "Page.addScriptToEvaluateOnNewDocument",
                json!({ "source": source, "runImmediately": true }),
            )?;
        }
        // Frames on other sites and workers wait until they are watched as well.
        send(
            "Target.setAutoAttach",
            json!({ "autoAttach": true, "waitForDebuggerOnStart": true, "flatten": true }),
        )?;
        send("Runtime.runIfWaitingForDebugger", json!({}))?;
        self.sessions.push(session);
        Ok(())
    }

    fn session(&self) -> &str {
        &self.sessions[0]
    }

    /// Opens an address and waits until it is quiet. Returns the status of the response.
    pub(crate) fn navigate(&mut self, address: &str) -> Result<Option<u64>, String> {
        self.traffic.status = None;
        self.traffic.is_loading = true;
        // Nobody says that the requests of the page before have ended.
        self.traffic.open.clear();
        let session = self.session().to_owned();
        let reply = self.call(&session, "Page.navigate", json!({ "url": address }))?;
        let error = reply["errorText"].as_str();
        // An error page without content is the response all the same.
        if let Some(error) = error.filter(|it| *it != "net::ERR_HTTP_RESPONSE_CODE_FAILURE") {
            return Err(format!("it cannot be opened: {error}"));
        }
        self.settle(Duration::ZERO)?;
        // What loads only when it comes into sight comes into sight.
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

    /// Clicks an element and waits until the page is quiet. `false` if it is not there.
    pub(crate) fn click(&mut self, selector: &str) -> Result<bool, String> {
        let selector = json!(selector);
        let script = format!(
            "(() => {{ const it = document.querySelector({selector}); it?.click(); return !!it; }})()"
        );
        let found = self.evaluate(&script)? == true;
        self.settle(self.linger)?;
        Ok(found)
    }

    /// Types into a field, or picks an option. `false` if it is not there.
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

    /// Waits until the page has loaded, the network is quiet, and nothing happened for a while.
    pub(crate) fn settle(&mut self, linger: Duration) -> Result<(), String> {
        let start = Instant::now();
        loop {
            let (traffic, now) = (&self.traffic, Instant::now());
            let quiet = now.duration_since(traffic.changed);
            let has_loaded = !traffic.is_loading || quiet >= STALLED;
            let is_quiet = traffic.open.is_empty() && quiet >= QUIET || quiet >= STALLED;
            let lasted = now.duration_since(start);
            // Without a while to wait, the page only has to be there.
            let is_done = has_loaded && (linger.is_zero() || is_quiet && lasted >= linger);
            if is_done || lasted >= BUSY {
                return Ok(());
            }
            if let Some(message) = self.client.receive(Duration::from_millis(20))? {
                self.handle(&message)?;
            }
        }
    }

    /// What the browser keeps for this visitor.
    pub(crate) fn items(&mut self) -> Result<Vec<Item>, String> {
        let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
        let now = now.unwrap_or_default().as_secs_f64();
        let context = json!({ "browserContextId": self.context });
        let reply = self.call("", "Storage.getCookies", context)?;
        let cookies = reply["cookies"].as_array().into_iter().flatten();
        let mut items: Vec<_> = cookies.map(|cookie| Item::cookie(cookie, now)).collect();
        for session in self.sessions.clone() {
            // Workers have no frames, and frames may go while they are asked.
            let Some(tree) = self.ask(&session, "Page.getFrameTree", json!({}))? else {
                continue;
            };
            let mut frames = Vec::new();
            list_frames(&tree["frameTree"], &mut frames);
            for frame in frames {
                let frame = json!({ "frameId": frame, "worldName": "cookie-decl" });
                let Some(world) = self.ask(&session, "Page.createIsolatedWorld", frame)? else {
                    continue;
                };
                let script = json!({
                    "expression": NAMES,
                    "contextId": world["executionContextId"],
                    "awaitPromise": true,
                    "returnByValue": true,
                });
                let Some(kept) = self.ask(&session, "Runtime.evaluate", script)? else {
                    continue;
                };
                for item in items_of_frame(&kept["result"]["value"]) {
                    if !items.contains(&item) {
                        items.push(item);
                    }
                }
            }
        }
        Ok(items)
    }

    /// The requests since they were last taken, and the cookies that were refused.
    pub(crate) fn take_traffic(&mut self) -> (BTreeSet<Request>, BTreeSet<Refused>) {
        let traffic = &mut self.traffic;
        let requests = traffic.requests.drain().flat_map(|(_, requests)| requests);
        let requests = requests.collect();
        let refused = traffic.refused.drain(..).filter_map(|(id, name, reason)| {
            let host = traffic.addresses.get(&id).and_then(|it| host_of(it))?;
            Some(Refused { name, host, reason })
        });
        let refused = refused.collect();
        let open = &traffic.open;
        traffic.addresses.retain(|id, _| open.contains_key(id));
        (requests, refused)
    }

    /// Sends a command and waits for its result.
    fn call(&mut self, session: &str, method: &str, parameters: Value) -> Result<Value, String> {
        let mut reply = self.reply(session, method, parameters)?;
        match reply["error"]["message"].as_str() {
            Some(error) => Err(format!("{method}: {error}")),
            None => Ok(reply["result"].take()),
        }
    }

    /// Asks something that the browser may refuse.
    fn ask(
        &mut self,
        session: &str,
        method: &str,
        parameters: Value,
    ) -> Result<Option<Value>, String> {
        let mut reply = self.reply(session, method, parameters)?;
        let is_refused = reply["error"].is_object();
        Ok((!is_refused).then(|| reply["result"].take()))
    }

    fn reply(&mut self, session: &str, method: &str, parameters: Value) -> Result<Value, String> {
        let id = self.client.send(session, method, parameters)?;
        let deadline = Instant::now() + PATIENCE;
        loop {
            let left = deadline.saturating_duration_since(Instant::now());
            let Some(message) = self.client.receive(left)? else {
                return Err(format!(
                    "the browser did not answer {method} in {PATIENCE:?}"
                ));
            };
            if message["id"] == id {
                return Ok(message);
            }
            self.handle(&message)?;
        }
    }

    fn handle(&mut self, message: &Value) -> Result<(), String> {
        let Some(method) = message["method"].as_str() else {
            return Ok(());
        };
        let (session, event) = (text(&message["sessionId"]), &message["params"]);
        let id = || text(&event["requestId"]);
        let traffic = &mut self.traffic;
        match method {
            "Target.attachedToTarget" => self.watch(text(&event["sessionId"]))?,
            "Target.detachedFromTarget" => {
                let gone = text(&event["sessionId"]);
                self.sessions.retain(|session| *session != gone);
                traffic.open.retain(|_, session| *session != gone);
            }
            "Page.javascriptDialogOpening" => {
                let accept = json!({ "accept": true });
                self.client
                    .send(&session, "Page.handleJavaScriptDialog", accept)?;
            }
            "Page.frameStartedLoading" if event["frameId"] == *self.frame => {
                traffic.is_loading = true;
                traffic.changed = Instant::now();
            }
            "Page.frameStoppedLoading" if event["frameId"] == *self.frame => {
                traffic.is_loading = false;
                traffic.changed = Instant::now();
            }
            "Network.requestWillBeSent" => {
                let address = text(&event["request"]["url"]);
                traffic.request(&id(), &address, starter(event));
                // A stream of events never ends, and the page itself is waited for as it loads.
                let is_page = event["type"] == "Document" && event["frameId"] == *self.frame;
                let is_stream = event["type"] == "EventSource";
                if !is_page && !is_stream && host_of(&address).is_some() {
                    traffic.open.insert(id(), session);
                }
                traffic.changed = Instant::now();
            }
            "Network.webSocketCreated" => {
                traffic.request(&id(), &text(&event["url"]), starter(event));
            }
            "Network.responseReceived"
                if event["frameId"] == *self.frame && event["type"] == "Document" =>
            {
                traffic.status = event["response"]["status"].as_u64();
            }
            "Network.loadingFinished" => traffic.end(&id()),
            "Network.loadingFailed" => {
                // The browser did not send it, such as for the page's `Content-Security-Policy`.
                if event["blockedReason"].is_string() {
                    traffic.requests.remove(&id());
                }
                traffic.end(&id());
            }
            "Network.responseReceivedExtraInfo" => {
                for cookie in event["blockedCookies"].as_array().into_iter().flatten() {
                    let line = cookie["cookieLine"].as_str().unwrap_or_default();
                    if let Some(name) = name_that_is_set(line) {
                        let reasons = cookie["blockedReasons"].as_array().into_iter().flatten();
                        let reasons: Vec<_> = reasons.map(text).collect();
                        traffic.refused.push((id(), name, reasons.join(", ")));
                    }
                }
            }
            _ => {}
        }
        Ok(())
    }
}

impl Traffic {
    fn request(&mut self, id: &str, address: &str, starter: String) {
        let Some(host) = host_of(address) else {
            return;
        };
        self.addresses.insert(id.to_owned(), address.to_owned());
        // A redirect is another request of the same number.
        let requests = self.requests.entry(id.to_owned()).or_default();
        requests.insert(Request { host, starter });
    }

    fn end(&mut self, id: &str) {
        self.open.remove(id);
        self.changed = Instant::now();
    }
}

impl Drop for Tab<'_> {
    fn drop(&mut self) {
        let context = json!({ "browserContextId": self.context });
        let _ = self
            .client
            .send("", "Target.disposeBrowserContext", context);
    }
}

/// Who made a request, in words.
fn starter(event: &Value) -> String {
    let initiator = &event["initiator"];
    let document = event["documentURL"].as_str();
    let place = |address: &str, line: &Value| {
        // A page of the site is named by the finding.
        if Some(address) == document || address.is_empty() {
            return "the page".to_owned();
        }
        let shown = path_of(address).split('?').next().unwrap_or_default();
        match line.as_u64() {
            Some(line) => format!("{shown}:{}", line + 1),
            None => shown.to_owned(),
        }
    };
    let mut stack = &initiator["stack"];
    while stack["callFrames"].as_array().is_none_or(Vec::is_empty) && stack["parent"].is_object() {
        stack = &stack["parent"];
    }
    let mut frames = stack["callFrames"].as_array().into_iter().flatten();
    if let Some(frame) = frames.find(|frame| frame["url"].as_str().is_some_and(|it| !it.is_empty()))
    {
        return place(&text(&frame["url"]), &frame["lineNumber"]);
    }
    place(&text(&initiator["url"]), &Value::Null)
}

/// The name of a cookie that a `Set-Cookie` line sets; `None` if the line removes it.
fn name_that_is_set(line: &str) -> Option<String> {
    let (pair, attributes) = line.split_once(';').unwrap_or((line, ""));
    let (name, _) = pair.split_once('=')?;
    let attributes = attributes.to_ascii_lowercase().replace(' ', "");
    let is_removal = attributes
        .split(';')
        .any(|it| it == "max-age=0" || it.starts_with("max-age=-"))
        || attributes.contains("01jan1970")
        || attributes.contains("01-jan-1970");
    (!is_removal).then(|| name.trim().to_owned())
}

fn list_frames(tree: &Value, frames: &mut Vec<String>) {
    frames.push(text(&tree["frame"]["id"]));
    for child in tree["childFrames"].as_array().into_iter().flatten() {
        list_frames(child, frames);
    }
}

#[cfg(test)]
mod tests {
    use crate::browse::tab::name_that_is_set;

    #[test]
    fn line_that_sets_a_cookie_has_its_name() {
        assert_eq!(name_that_is_set("a = b=c; Max-Age=60").unwrap(), "a");
        assert_eq!(name_that_is_set("a=").unwrap(), "a");
    }

    #[test]
    fn line_that_removes_a_cookie_sets_none() {
        for line in [
            "a=; Max-Age=0; Path=/",
            "a=; max-age = -1",
            "a=; Expires=Thu, 01 Jan 1970 00:00:00 GMT",
        ] {
            assert_eq!(name_that_is_set(line), None, "{line}");
        }
    }
}
