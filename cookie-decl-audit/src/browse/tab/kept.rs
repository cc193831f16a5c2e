//! What the browser keeps for a visitor.

use std::time::SystemTime;

use serde_json::{Value, json};

use crate::browse::seen::{Item, NAMES, items_of_frame, text};
use crate::browse::tab::Tab;

impl Tab<'_> {
    /// Returns the cookies and items that the browser keeps for this visitor.
    pub(crate) fn items(&mut self) -> Result<Vec<Item>, String> {
        let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
        let now = now.unwrap_or_default().as_secs_f64();
        let context = json!({ "browserContextId": self.context });
        let reply = self.call("", "Storage.getCookies", context)?;
        let cookies = reply["cookies"].as_array().into_iter().flatten();
        let mut items: Vec<_> = cookies.map(|cookie| Item::cookie(cookie, now)).collect();
        for session in self.sessions.clone() {
            // Workers have no frames, and a frame may disappear at any time.
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
}

fn list_frames(tree: &Value, frames: &mut Vec<String>) {
    frames.push(text(&tree["frame"]["id"]));
    for child in tree["childFrames"].as_array().into_iter().flatten() {
        list_frames(child, frames);
    }
}
