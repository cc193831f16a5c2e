//! The messages to and from the browser: JSON, each ended by a zero byte.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::process::{ChildStdin, ChildStdout};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};

/// The pipes to a browser, which several clients use at once.
pub(crate) struct Connection {
    commands: Mutex<ChildStdin>,
    routes: Arc<Mutex<Routes>>,
}

/// The receivers of the messages.
#[derive(Default)]
struct Routes {
    last_id: u64,
    has_ended: bool,
    /// By the number of the command.
    replies: HashMap<u64, Sender<Value>>,
    /// By the protocol's session, which is a page, frame or worker.
    sessions: HashMap<String, Sender<Value>>,
}

impl Connection {
    pub(crate) fn open(commands: ChildStdin, messages: ChildStdout) -> Self {
        let routes = Arc::new(Mutex::new(Routes::default()));
        let heard = Arc::clone(&routes);
        thread::spawn(move || listen(&heard, messages));
        Self {
            commands: Mutex::new(commands),
            routes,
        }
    }

    pub(crate) fn client(&self) -> Client<'_> {
        let (sender, messages) = mpsc::channel();
        Client {
            connection: self,
            sender,
            messages,
        }
    }
}

fn listen(routes: &Mutex<Routes>, messages: impl Read) {
    for message in BufReader::new(messages).split(0).map_while(Result::ok) {
        let Ok(message) = serde_json::from_slice::<Value>(&message) else {
            break;
        };
        let mut routes = lock(routes);
        let receiver = if let Some(id) = message["id"].as_u64() {
            routes.replies.remove(&id)
        } else {
            let session = message["sessionId"].as_str().unwrap_or_default();
            routes.sessions.get(session).cloned()
        };
        let Some(receiver) = receiver else {
            continue;
        };
        // The owner of a page owns its frames and workers.
        if message["method"] == "Target.attachedToTarget"
            && let Some(session) = message["params"]["sessionId"].as_str()
        {
            routes.sessions.insert(session.to_owned(), receiver.clone());
        }
        let _ = receiver.send(message);
    }
    let mut routes = lock(routes);
    routes.has_ended = true;
    let routes = std::mem::take(&mut routes.replies)
        .into_values()
        .chain(std::mem::take(&mut routes.sessions).into_values());
    for receiver in routes {
        let _ = receiver.send(Value::Null);
    }
}

fn lock(routes: &Mutex<Routes>) -> MutexGuard<'_, Routes> {
    routes.lock().unwrap_or_else(PoisonError::into_inner)
}

/// One user of the connection, with its messages.
pub(crate) struct Client<'b> {
    connection: &'b Connection,
    sender: Sender<Value>,
    messages: Receiver<Value>,
}

impl Client<'_> {
    /// Takes the events of a session from now on.
    pub(crate) fn take(&self, session: &str) {
        let mut routes = lock(&self.connection.routes);
        routes
            .sessions
            .insert(session.to_owned(), self.sender.clone());
    }

    /// Sends a command and returns its number. The session of the browser itself is empty.
    pub(crate) fn send(
        &self,
        session: &str,
        method: &str,
        parameters: Value,
    ) -> Result<u64, String> {
        let id = {
            let mut routes = lock(&self.connection.routes);
            if routes.has_ended {
                return Err(ENDED.to_owned());
            }
            routes.last_id += 1;
            let id = routes.last_id;
            routes.replies.insert(id, self.sender.clone());
            id
        };
        let mut command = json!({ "id": id, "method": method });
        command["params"] = parameters;
        if !session.is_empty() {
            command["sessionId"] = session.into();
        }
        let command = format!("{command}\0");
        let commands = &self.connection.commands;
        let mut commands = commands.lock().unwrap_or_else(PoisonError::into_inner);
        commands
            .write_all(command.as_bytes())
            .and_then(|()| commands.flush())
            .map_err(|_| ENDED.to_owned())?;
        Ok(id)
    }

    /// Returns the next reply or event; `None` if nothing arrives in that time.
    pub(crate) fn receive(&self, timeout: Duration) -> Result<Option<Value>, String> {
        match self.messages.recv_timeout(timeout) {
            Ok(Value::Null) | Err(RecvTimeoutError::Disconnected) => Err(ENDED.to_owned()),
            Ok(message) => Ok(Some(message)),
            Err(RecvTimeoutError::Timeout) => Ok(None),
        }
    }
}

const ENDED: &str = "the browser ended";
