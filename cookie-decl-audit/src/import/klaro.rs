//! A configuration of Klaro.

use std::collections::BTreeMap;

use cookie_decl_core::browser::{check_domain, check_path};

use crate::import::cookieconsent::BANNER;
use crate::import::item::{Gate, Item, List, Published, Storage};
use crate::import::script::Value;
use crate::import::text;

pub(crate) fn is_config(value: &Value) -> bool {
    let mut services = services(value).iter();
    services.any(|service| {
        let has = |key| service.get(key).is_some();
        has("name") && (has("purposes") || has("cookies"))
    })
}

/// Returns the services, which older versions call apps.
fn services(config: &Value) -> &[Value] {
    let services = config.get("services").or_else(|| config.get("apps"));
    services.map_or(&[], Value::items)
}

/// Returns the texts in one language.
struct Texts<'c> {
    config: &'c Value,
    language: &'c str,
}

impl Texts<'_> {
    /// Returns a text of a service or of a purpose.
    fn get(&self, keys: &[&str]) -> Option<String> {
        let found = self.config.at(&["translations", self.language])?;
        Some(text::line(&found.text_at(keys)?)).filter(|text| !text.is_empty())
    }

    fn purpose_title(&self, purpose: &str) -> Option<String> {
        self.get(&["purposes", purpose])
            .or_else(|| self.get(&["purposes", purpose, "title"]))
    }

    /// Returns a text of a service, which may have its own translations.
    fn service(&self, service: &Value, key: &str) -> Option<String> {
        let own = service.text_at(&["translations", self.language, key]);
        let own = own.map(|own| text::line(&own));
        let name = service.text_at(&["name"])?;
        own.or_else(|| self.get(&[&name, key]))
    }
}

pub(crate) fn read(config: &Value) -> List {
    let mut list = List::default();
    let languages = config.get("translations").map_or(&[][..], Value::pairs);
    let has = |tag: &str| languages.iter().any(|(other, _)| other == tag);
    let default = config
        .text_at(&["lang"])
        .or_else(|| has("en").then(|| "en".to_owned()))
        .or_else(|| {
            let mut tags = languages.iter().map(|(tag, _)| tag);
            tags.find(|tag| *tag != "zz").cloned()
        })
        .unwrap_or_else(|| "en".to_owned());
    for service in services(config) {
        self::service(config, service, &default, &mut list);
    }
    for (tag, _) in languages {
        if *tag != default && tag != "zz" {
            let translated = translated(config, &default, tag);
            list.translations.insert(tag.clone(), translated);
        }
    }
    list.banner = Some(banner(config));
    list.language = Some(default).filter(|tag| tag != "en");
    list
}

fn service(config: &Value, service: &Value, language: &str, list: &mut List) {
    // `zz` has the texts of all languages.
    let find = |get: &dyn Fn(&Texts<'_>) -> Option<String>| {
        [language, "zz"]
            .into_iter()
            .find_map(|language| get(&Texts { config, language }))
    };
    let name = service.text_at(&["name"]).unwrap_or_default();
    let own = |key: &str| service.text_at(&[key]).map(|own| text::line(&own));
    let own = |key: &str| own(key).filter(|own| !own.is_empty());
    let title = own("title").or_else(|| find(&|texts| texts.service(service, "title")));
    let description =
        own("description").or_else(|| find(&|texts| texts.service(service, "description")));
    let purposes = service.get("purposes").map_or(&[][..], Value::items);
    let mut purposes = purposes.iter().filter_map(Value::text);
    let purpose = purposes.next().unwrap_or_default();
    let purpose_title = find(&|texts| texts.purpose_title(&purpose));
    let is_required = service.is_true("required") || config.is_true("required");
    let mut function = String::new();
    let group = if is_required {
        function = purpose_title.unwrap_or_else(|| purpose.clone());
        list.group("Necessary")
    } else {
        let is_opt_out = service.is_true("optOut");
        let number = list.group(&if is_opt_out {
            format!("{purpose} opt-out")
        } else {
            purpose.clone()
        });
        let group = &mut list.groups[number];
        group.gate = if is_opt_out {
            Gate::OptOut
        } else {
            Gate::OptIn
        };
        if let Some(title) = purpose_title {
            group.title = title;
        }
        let description = find(&|texts| texts.get(&["purposes", &purpose, "description"]));
        group.description = description.into_iter().collect();
        number
    };
    let item = Item {
        place: format!("service `{name}`"),
        group,
        purpose: description.unwrap_or_default(),
        function,
        provider: title.unwrap_or_else(|| name.clone()),
        comments: purposes
            .map(|other| format!("TODO: the service also has the purpose `{other}`"))
            .collect(),
        ..Item::default()
    };
    let cookies = service.get("cookies").map_or(&[][..], Value::items);
    if cookies.is_empty() {
        list.leave_out(&item.place, "the configuration does not say what it stores");
    }
    list.items.extend(cookies.iter().map(|cookie| {
        let mut item = item.clone();
        read_cookie(cookie, &mut item);
        item
    }));
}

/// Reads `'name'`, `/^name/`, `[/^name/, path, domain]` or an object with these.
fn read_cookie(cookie: &Value, item: &mut Item) {
    let cell = |number: usize, key: &str| match cookie {
        Value::List(cells) => cells.get(number),
        _ => cookie.get(key),
    };
    let name = match cookie {
        Value::Object(_) => cell(0, "pattern").or_else(|| cell(0, "name")),
        Value::List(_) => cell(0, "name"),
        name => Some(name),
    };
    item.name = match name {
        Some(Value::Expression(source)) => Published::Expression(source.clone()),
        Some(Value::Text(text)) if text.starts_with('^') => Published::Expression(text.clone()),
        name => Published::name(&name.and_then(Value::text).unwrap_or_default()),
    };
    let path = cell(1, "path").and_then(Value::text);
    let path = path.filter(|path| path != "/" && check_path(path).is_ok());
    let domain = cell(2, "domain").and_then(Value::text);
    let domain = domain.map(|domain| domain.trim_start_matches('.').to_owned());
    if domain.as_deref() == Some("localhost") {
        item.is_hint = true;
    }
    // A script can only remove cookies of the site's own domains.
    let domain = domain.filter(|domain| check_domain(domain).is_ok());
    let attributes = [
        path.map(|path| format!("Path={path:?}")),
        domain.map(|domain| format!("Domain={domain:?}")),
    ];
    let attributes: Vec<_> = attributes.into_iter().flatten().collect();
    item.attributes = (!attributes.is_empty()).then(|| attributes.join(" "));
    let days = cell(3, "expiresAfter").and_then(Value::text);
    item.retention = days.map_or_else(String::new, |days| {
        if days.bytes().all(|byte| byte.is_ascii_digit()) {
            format!("{days} days")
        } else {
            days
        }
    });
}

fn banner(config: &Value) -> Item {
    let name = config.text_at(&["storageName"]);
    let name = name.or_else(|| config.text_at(&["cookieName"]));
    let days = config.text_at(&["cookieExpiresAfterDays"]);
    let method = config.text_at(&["storageMethod"]);
    Item {
        name: Published::name(name.as_deref().unwrap_or("klaro")),
        retention: format!("{} days", days.as_deref().unwrap_or("120")),
        storage: match method.as_deref() {
            Some("localStorage") => Storage::Local,
            _ => Storage::Cookie,
        },
        comments: vec![BANNER.to_owned()],
        ..Item::default()
    }
}

/// Adds the texts in another language, by those of the first language.
fn translated(config: &Value, language: &str, other: &str) -> BTreeMap<String, String> {
    let texts = Texts { config, language };
    let others = Texts {
        config,
        language: other,
    };
    let mut found = BTreeMap::new();
    let mut add = |source: Option<String>, text: Option<String>| {
        if let (Some(source), Some(text)) = (source, text) {
            found.insert(source, text);
        }
    };
    for service in services(config) {
        add(
            texts.service(service, "description"),
            others.service(service, "description"),
        );
        for purpose in service.get("purposes").map_or(&[][..], Value::items) {
            let Some(purpose) = purpose.text() else {
                continue;
            };
            add(
                texts.purpose_title(&purpose),
                others.purpose_title(&purpose),
            );
            let description = ["purposes", &*purpose, "description"];
            add(texts.get(&description), others.get(&description));
        }
    }
    found
}
