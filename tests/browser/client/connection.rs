//! Messages to the browser and back: JSON, each ended by a zero byte.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

/// How long anything may take before the test fails.
pub(crate) const PATIENCE: Duration = Duration::from_secs(30);

/// One connection, used by all tests at once.
pub(super) struct Connection<W> {
    commands: Mutex<W>,
    heard: Mutex<Heard>,
    changed: Condvar,
}

#[derive(Default)]
struct Heard {
    last_id: u64,
    replies: HashMap<u64, Value>,
    events: Vec<Value>,
    ended: bool,
}

impl<W: Write + Send + 'static> Connection<W> {
    pub(super) fn open(commands: W, messages: impl Read + Send + 'static) -> Arc<Self> {
        let (commands, heard) = (Mutex::new(commands), Mutex::new(Heard::default()));
        let connection = Arc::new(Self {
            commands,
            heard,
            changed: Condvar::new(),
        });
        let listener = Arc::clone(&connection);
        thread::spawn(move || listener.listen(messages));
        connection
    }

    fn listen(&self, messages: impl Read) {
        for message in BufReader::new(messages).split(0).map_while(Result::ok) {
            let mut message: Value =
                serde_json::from_slice(&message).expect("the browser speaks JSON");
            let mut heard = self.heard();
            match message["id"].as_u64() {
                Some(id) => drop(heard.replies.insert(id, message.take())),
                None => heard.events.push(message),
            }
            self.changed.notify_all();
        }
        self.heard().ended = true;
        self.changed.notify_all();
    }

    /// Sends a command and waits for its result. The session of the browser itself is empty.
    pub(super) fn call(
        &self,
        session: &str,
        method: &str,
        parameters: Value,
    ) -> Result<Value, String> {
        let id = {
            let mut heard = self.heard();
            heard.last_id += 1;
            heard.last_id
        };
        let mut command = json!({ "id": id, "method": method });
        command["params"] = parameters;
        if !session.is_empty() {
            command["sessionId"] = session.into();
        }
        let command = format!("{command}\0");
        let mut commands = self.commands.lock().unwrap_or_else(PoisonError::into_inner);
        commands
            .write_all(command.as_bytes())
            .and_then(|()| commands.flush())
            .map_err(|error| error.to_string())?;
        drop(commands);
        let mut reply = self.until(method, |heard| heard.replies.remove(&id))?;
        match reply["error"]["message"].as_str() {
            Some(error) => Err(format!("{method}: {error}")),
            None => Ok(reply["result"].take()),
        }
    }

    /// How many events there were, to look at later ones only.
    pub(super) fn mark(&self) -> usize {
        self.heard().events.len()
    }

    /// The parameters of all events of a kind.
    pub(super) fn events(&self, session: &str, method: &str) -> Vec<Value> {
        let heard = self.heard();
        let events = heard
            .events
            .iter()
            .filter(|event| event["sessionId"] == session && event["method"] == method);
        events.map(|event| event["params"].clone()).collect()
    }

    /// Waits until an event after `mark` has these parameters.
    pub(super) fn wait_event(
        &self,
        session: &str,
        method: &str,
        mark: usize,
        fits: impl Fn(&Value) -> bool,
    ) -> Result<(), String> {
        self.until(method, |heard| {
            let mut events = heard.events[mark..].iter();
            let found = events
                .any(|e| e["sessionId"] == session && e["method"] == method && fits(&e["params"]));
            found.then_some(())
        })
    }

    fn until<T>(
        &self,
        what: &str,
        mut look: impl FnMut(&mut Heard) -> Option<T>,
    ) -> Result<T, String> {
        let deadline = Instant::now() + PATIENCE;
        let mut heard = self.heard();
        loop {
            if let Some(found) = look(&mut heard) {
                return Ok(found);
            }
            let left = deadline.saturating_duration_since(Instant::now());
            if heard.ended {
                return Err(format!(
                    "the browser ended before {what}; what it said is in a `.log` in `tmp` of the target"
                ));
            }
            if left.is_zero() {
                return Err(format!("no {what} in {PATIENCE:?}"));
            }
            heard = self
                .changed
                .wait_timeout(heard, left)
                .unwrap_or_else(PoisonError::into_inner)
                .0;
        }
    }

    fn heard(&self) -> MutexGuard<'_, Heard> {
        self.heard.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
