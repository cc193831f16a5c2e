//! The traffic of a tab: requests, refused cookies, and how long it has been quiet.

use std::collections::{BTreeSet, HashMap};
use std::time::Instant;

use serde_json::Value;

use crate::browse::hosts::{host_of, path_of};
use crate::browse::seen::{Refused, Request, text};

/// The traffic since it was last taken.
#[derive(Debug)]
pub(super) struct Traffic {
    pub(super) is_loading: bool,
    /// When something last happened.
    pub(super) changed: Instant,
    /// The session of each open request, by request.
    pub(super) open: HashMap<String, String>,
    /// The addresses, by request.
    addresses: HashMap<String, String>,
    requests: HashMap<String, BTreeSet<Request>>,
    /// The refused cookies: the request, the name, and the reason.
    refused: Vec<(String, String, String)>,
    /// The status of the last response to the main frame.
    pub(super) status: Option<u64>,
}

impl Traffic {
    pub(super) fn new() -> Self {
        Self {
            is_loading: false,
            changed: Instant::now(),
            open: HashMap::new(),
            addresses: HashMap::new(),
            requests: HashMap::new(),
            refused: Vec::new(),
            status: None,
        }
    }

    /// Notes that the page begins or stops loading.
    pub(super) fn loading(&mut self, is_loading: bool) {
        self.is_loading = is_loading;
        self.changed = Instant::now();
    }

    /// Forgets the open requests of a frame or worker that is gone.
    pub(super) fn forget(&mut self, session: &str) {
        self.open.retain(|_, other| other != session);
    }

    /// Reads an event of the network. `is_main` says whether it is about the main frame.
    pub(super) fn event(&mut self, method: &str, event: &Value, session: String, is_main: bool) {
        let id = text(&event["requestId"]);
        let is_document = is_main && event["type"] == "Document";
        match method {
            "Network.requestWillBeSent" => {
                let address = text(&event["request"]["url"]);
                self.request(&id, &address, starter(event));
                // A stream of events never ends, and the page itself is waited for anyway.
                let is_stream = event["type"] == "EventSource";
                if !is_document && !is_stream && host_of(&address).is_some() {
                    self.open.insert(id, session);
                }
                self.changed = Instant::now();
            }
            "Network.webSocketCreated" => self.request(&id, &text(&event["url"]), starter(event)),
            "Network.responseReceived" if is_document => {
                self.status = event["response"]["status"].as_u64();
            }
            "Network.loadingFinished" => self.end(&id),
            "Network.loadingFailed" => {
                // The browser did not send it, for example because of the page's
                // `Content-Security-Policy`.
                if event["blockedReason"].is_string() {
                    self.requests.remove(&id);
                }
                self.end(&id);
            }
            "Network.responseReceivedExtraInfo" => {
                for cookie in event["blockedCookies"].as_array().into_iter().flatten() {
                    let line = cookie["cookieLine"].as_str().unwrap_or_default();
                    if let Some(name) = name_that_is_set(line) {
                        let reasons = cookie["blockedReasons"].as_array().into_iter().flatten();
                        let reasons: Vec<_> = reasons.map(text).collect();
                        self.refused.push((id.clone(), name, reasons.join(", ")));
                    }
                }
            }
            _ => {}
        }
    }

    fn request(&mut self, id: &str, address: &str, starter: String) {
        let Some(host) = host_of(address) else {
            return;
        };
        self.addresses.insert(id.to_owned(), address.to_owned());
        // A redirect is another request with the same identifier.
        let requests = self.requests.entry(id.to_owned()).or_default();
        requests.insert(Request { host, starter });
    }

    fn end(&mut self, id: &str) {
        self.open.remove(id);
        self.changed = Instant::now();
    }

    /// Takes the requests and the refused cookies since the last call.
    pub(super) fn take(&mut self) -> (BTreeSet<Request>, BTreeSet<Refused>) {
        let requests = self.requests.drain().flat_map(|(_, requests)| requests);
        let requests = requests.collect();
        let refused = self.refused.drain(..).filter_map(|(id, name, reason)| {
            let host = self.addresses.get(&id).and_then(|it| host_of(it))?;
            Some(Refused { name, host, reason })
        });
        let refused = refused.collect();
        let open = &self.open;
        self.addresses.retain(|id, _| open.contains_key(id));
        (requests, refused)
    }
}

/// Names what started a request.
fn starter(event: &Value) -> String {
    let initiator = &event["initiator"];
    let document = event["documentURL"].as_str();
    let place = |address: &str, line: &Value| {
        // The finding names the page already.
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

/// Returns the name of the cookie that a `Set-Cookie` line sets; `None` if the line removes it.
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

#[cfg(test)]
mod tests {
    use crate::browse::tab::traffic::name_that_is_set;

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
