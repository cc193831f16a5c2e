//! How the built-in texts that two sites replace differ.

use std::collections::BTreeSet;

use crate::policy_file::PolicyFile;
use crate::policy_file::compare::{Differences, Weight, letters, quoted};

/// The built-in texts that a visitor answers.
const ANSWERED: [&str; 9] = [
    "question",
    "unobjected",
    "accept",
    "reject",
    "allow",
    "waits_for",
    "recipients",
    "load_once",
    "always_allow",
];

impl Differences<'_> {
    pub(super) fn built_in_texts(&mut self) {
        let keys = |file: &PolicyFile| -> BTreeSet<(String, String)> {
            let texts = file.wording.iter();
            let keys = texts.flat_map(|(language, texts)| {
                texts.keys().map(|key| (language.clone(), key.clone()))
            });
            keys.collect()
        };
        let (old, new) = (self.old, self.new);
        for (language, key) in &keys(old) | &keys(new) {
            let text = |file: &PolicyFile| file.wording.get(&language)?.get(&key).cloned();
            let (was, is) = (text(old), text(new));
            if was == is {
                continue;
            }
            let same_letters = was.as_deref().map(letters) == is.as_deref().map(letters);
            let is_answered = ANSWERED.contains(&&*key) && !same_letters;
            let (weight, advice) = if is_answered {
                let advice = "; if it asks for something else, raise `revision`";
                (Weight::Material, advice)
            } else {
                (Weight::Editorial, "")
            };
            let text =
                |text: Option<String>| text.map_or("the built-in one".into(), |it| quoted(&it));
            let message = format!(
                "the text changed from {} to {}{advice}",
                text(was),
                text(is)
            );
            self.push(weight, &format!("wording {language}, `{key}`"), message);
        }
    }
}
