//! A tab of the browser, with its frames and workers.

mod kept;
mod page;
mod traffic;

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::browse::connection::Client;
use crate::browse::seen::{Refused, Request, text};
use crate::browse::tab::traffic::Traffic;

/// How long the browser may take to answer a command.
const PATIENCE: Duration = Duration::from_secs(30);

/// How long to wait for a page that is never quiet.
const BUSY: Duration = Duration::from_secs(10);

/// How long the network must be quiet.
const QUIET: Duration = Duration::from_millis(120);

/// How long to wait for the last open requests.
const STALLED: Duration = Duration::from_secs(5);

/// A tab in its own browser context, which has the cookies and storage of one visitor.
pub(crate) struct Tab<'b> {
    client: Client<'b>,
    /// How long to watch a page after it has loaded, and after a step.
    linger: Duration,
    context: String,
    /// The main frame, which has the identifier of the tab.
    frame: String,
    /// The sessions: first that of the tab, then those of frames on other sites and of workers.
    sessions: Vec<String>,
    sends_gpc: bool,
    traffic: Traffic,
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
            traffic: Traffic::new(),
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
        // Each tab behaves as if it were in front, so several visitors can visit at once.
        tab.call(
            &session,
            "Emulation.setFocusEmulationEnabled",
            json!({ "enabled": true }),
        )?;
        tab.watch(session)?;
        Ok(tab)
    }

    /// Watches a new tab, frame or worker.
    fn watch(&mut self, session: String) -> Result<(), String> {
        let send = |method, parameters| self.client.send(&session, method, parameters);
        send("Network.enable", json!({}))?;
        send("Page.enable", json!({}))?;
        // Then a request names the script that started it, even later.
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
        // Frames on other sites, and workers, wait until they are watched as well.
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
    /// Waits until the page has loaded, the network is quiet, and nothing has happened for a while.
    pub(crate) fn settle(&mut self, linger: Duration) -> Result<(), String> {
        let start = Instant::now();
        loop {
            let (traffic, now) = (&self.traffic, Instant::now());
            let quiet = now.duration_since(traffic.changed);
            let has_loaded = !traffic.is_loading || quiet >= STALLED;
            let is_quiet = traffic.open.is_empty() && quiet >= QUIET || quiet >= STALLED;
            let lasted = now.duration_since(start);
            // Without a time to linger, the page only has to be loaded.
            let is_done = has_loaded && (linger.is_zero() || is_quiet && lasted >= linger);
            if is_done || lasted >= BUSY {
                return Ok(());
            }
            if let Some(message) = self.client.receive(Duration::from_millis(20))? {
                self.handle(&message)?;
            }
        }
    }

    /// Takes the requests and the refused cookies since the last call.
    pub(crate) fn take_traffic(&mut self) -> (BTreeSet<Request>, BTreeSet<Refused>) {
        self.traffic.take()
    }

    /// Sends a command and waits for its result.
    fn call(&mut self, session: &str, method: &str, parameters: Value) -> Result<Value, String> {
        let mut reply = self.reply(session, method, parameters)?;
        match reply["error"]["message"].as_str() {
            Some(error) => Err(format!("{method}: {error}")),
            None => Ok(reply["result"].take()),
        }
    }

    /// Sends a command that the browser may refuse.
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
        let is_main = event["frameId"] == *self.frame;
        match method {
            "Target.attachedToTarget" => self.watch(text(&event["sessionId"]))?,
            "Target.detachedFromTarget" => {
                let gone = text(&event["sessionId"]);
                self.sessions.retain(|session| *session != gone);
                self.traffic.forget(&gone);
            }
            "Page.javascriptDialogOpening" => {
                let accept = json!({ "accept": true });
                self.client
                    .send(&session, "Page.handleJavaScriptDialog", accept)?;
            }
            "Page.frameStartedLoading" if is_main => self.traffic.loading(true),
            "Page.frameStoppedLoading" if is_main => self.traffic.loading(false),
            method => self.traffic.event(method, event, session, is_main),
        }
        Ok(())
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
