//! How two providers differ.

use std::collections::BTreeSet;

use crate::policy_file::Provider;
use crate::policy_file::compare::{Differences, Weight, quoted};

impl Differences<'_> {
    pub(super) fn providers(&mut self) {
        let names: BTreeSet<_> = self
            .old
            .providers
            .keys()
            .chain(self.new.providers.keys())
            .collect();
        for name in names {
            match (self.old.providers.get(name), self.new.providers.get(name)) {
                (Some(before), Some(after)) => self.provider(name, before, after),
                (None, Some(after)) => {
                    let message = format!("the provider {} is new", after.title);
                    self.push(Weight::Material, name, message);
                }
                (Some(before), None) => {
                    let message = format!("the provider {} is gone", before.title);
                    self.push(Weight::Material, name, message);
                    self.narrows(true);
                }
                (None, None) => {}
            }
        }
    }

    fn provider(&mut self, name: &str, before: &Provider, after: &Provider) {
        let first = self.found.len();
        let facts = |provider: &Provider| {
            [
                ("title", Some(provider.title.clone())),
                (
                    "domain",
                    (!provider.domains.is_empty()).then(|| provider.domains.join(", ")),
                ),
                ("country", provider.country.clone()),
                ("transfer", provider.transfer.clone()),
            ]
        };
        for ((what, was), (_, is)) in facts(before).into_iter().zip(facts(after)) {
            if was != is {
                let text =
                    |text: Option<String>| text.map_or("nothing".into(), |text| quoted(&text));
                let message = format!("the {what} changed from {} to {}", text(was), text(is));
                self.push(Weight::Material, name, message);
            }
        }
        if before.third_party != after.third_party {
            let message = if after.third_party {
                "it is now a third party: it reads what is stored"
            } else {
                "it is no longer a third party"
            };
            self.push(Weight::Material, name, message.to_owned());
            self.narrows(!after.third_party);
        }
        for (what, was, is) in [
            (
                "address of the privacy policy",
                &before.privacy,
                &after.privacy,
            ),
            ("page for objections", &before.opt_out, &after.opt_out),
            ("contact", &before.contact, &after.contact),
            ("address", &before.address, &after.address),
        ] {
            self.wording(name, what, was.as_deref(), is.as_deref());
        }
        for row in &self.new.rows {
            if row.provider.as_deref() == Some(name) {
                self.is_about(first, &row.category);
            }
        }
    }
}
