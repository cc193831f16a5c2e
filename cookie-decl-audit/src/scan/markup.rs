//! Elements of a page, in any language.

use crate::scan::site::{Act, Gate, Name, Seen, Site, Tag};

/// A start tag.
#[derive(Debug, Default)]
pub(crate) struct Element {
    /// The name in lower case.
    pub(crate) name: String,
    pub(crate) attributes: Vec<Attribute>,
}

#[derive(Debug)]
pub(crate) struct Attribute {
    /// The name in lower case.
    pub(crate) name: String,
    pub(crate) value: Name,
    /// The byte at which the value begins.
    pub(crate) offset: usize,
}

/// The elements that load something, with the attributes that have its address.
const LOADS: [(&str, &[&str]); 14] = [
    ("script", &["src"]),
    ("img", &["src", "srcset"]),
    ("image", &["href", "xlink:href", "src"]),
    ("iframe", &["src"]),
    ("frame", &["src"]),
    ("link", &["href"]),
    ("video", &["src", "poster"]),
    ("audio", &["src"]),
    ("source", &["src", "srcset"]),
    ("track", &["src"]),
    ("embed", &["src"]),
    ("object", &["data"]),
    ("input", &["src"]),
    ("use", &["href", "xlink:href"]),
];

/// Whether a text has an element that loads something.
pub(crate) fn has_elements(text: &str) -> bool {
    let starts = [
        "<script",
        "<img",
        "<iframe",
        "<link",
        "<video",
        "<source",
        "<template",
    ];
    starts.iter().any(|start| text.contains(start))
}

/// The attributes whose value is the address of a request, on any element.
const REQUESTS: [&str; 9] = [
    "ping",
    "background",
    "hx-get",
    "hx-post",
    "hx-put",
    "hx-patch",
    "hx-delete",
    "sse-connect",
    "ws-connect",
];

/// The relations of a `<link>` for which a browser sends a request at once.
const RELATIONS: [&str; 11] = [
    "stylesheet",
    "icon",
    "apple-touch-icon",
    "mask-icon",
    "manifest",
    "preload",
    "modulepreload",
    "prefetch",
    "preconnect",
    "dns-prefetch",
    "prerender",
];

const CATEGORY: &str = "data-cookie-category";

/// The elements beside scripts and templates that the guard's script starts, and the attribute that
/// has their address until then.
const WAITING: [&str; 2] = ["iframe", "img"];
const WAITING_SOURCE: &str = "data-src";

/// Whether an element of this name may load something.
pub(crate) fn loads(name: &str) -> bool {
    LOADS.iter().any(|(element, _)| *element == name)
}

impl Element {
    fn value(&self, name: &str) -> Option<&Name> {
        let attribute = self.attributes.iter().find(|it| it.name == name)?;
        Some(&attribute.value)
    }

    fn text(&self, name: &str) -> Option<&str> {
        match self.value(name)? {
            Name::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Whether the element is a script in JavaScript, including one that waits.
    pub(crate) fn is_script(&self) -> bool {
        self.name == "script"
            && self.text("type").is_none_or(|kind| {
                let kind = kind.trim().to_ascii_lowercase();
                let known = ["", "module", "text/plain", "text/babel", "text/partytown"];
                known.contains(&kind.as_str()) || kind.ends_with("javascript")
            })
    }

    /// Whether the element is an import map.
    pub(crate) fn is_import_map(&self) -> bool {
        self.name == "script" && self.text("type").is_some_and(|kind| kind == "importmap")
    }

    /// Returns the gate of the code in the element.
    pub(crate) fn gate(&self) -> Gate {
        let waits = match self.name.as_str() {
            "script" => self
                .text("type")
                .is_some_and(|kind| kind.eq_ignore_ascii_case("text/plain")),
            "template" => true,
            name => WAITING.contains(&name) && self.value(WAITING_SOURCE).is_some(),
        };
        match self.text(CATEGORY) {
            Some(category) if waits => Gate::Waits(category.to_owned()),
            _ if waits && self.value(CATEGORY).is_some() => Gate::Unseen,
            _ => Gate::Open,
        }
    }

    /// Adds what the element stores and loads.
    pub(crate) fn read(&self, seen: &mut Seen) {
        let gate = self.gate();
        for attribute in self.attributes.iter().filter(|it| it.name == CATEGORY) {
            if let Name::Text(category) = &attribute.value {
                let category = category.clone();
                let loads = WAITING.contains(&&*self.name) && self.value("src").is_some();
                let act = match gate {
                    Gate::Open if self.name == "script" || loads => Act::Runs(category),
                    _ => Act::Category(category),
                };
                seen.sites.push(Site {
                    offset: attribute.offset,
                    code: format!("<{}>", self.name),
                    act,
                    gate: gate.clone(),
                });
            }
        }
        if self.name == "script"
            && let Some(source) = self.text("src")
        {
            let source = source.to_owned();
            let gate = gate.clone();
            seen.tags.push(Tag { source, gate });
        }
        if self.name == "link" {
            let relations = self
                .text("rel")
                .unwrap_or("stylesheet")
                .to_ascii_lowercase();
            let is_hidden = relations.contains("{}");
            let mut relations = relations.split_whitespace();
            if !(is_hidden || relations.any(|it| RELATIONS.contains(&it))) {
                return;
            }
        }
        let own = LOADS.iter().find(|(element, _)| *element == self.name);
        let own = own.map_or(&[][..], |(_, names)| names);
        for attribute in &self.attributes {
            let name = attribute.name.as_str();
            let waits = name == WAITING_SOURCE && gate != Gate::Open && self.name != "template";
            if !(own.contains(&name) || REQUESTS.contains(&name) || waits) {
                continue;
            }
            // Beside the address that waits, another loads at once.
            let gate = if waits || self.name == "script" {
                &gate
            } else {
                &Gate::Open
            };
            let code = format!("<{} {}>", self.name, attribute.name);
            match &attribute.value {
                Name::Text(set) if attribute.name == "srcset" => {
                    let images = set.split(',').filter_map(|it| it.split_whitespace().next());
                    for image in images {
                        seen.load(attribute.offset, &code, gate, Name::text(image));
                    }
                }
                Name::OneOf(all) => {
                    for one in all {
                        seen.load(attribute.offset, &code, gate, one.clone());
                    }
                }
                address => seen.load(attribute.offset, &code, gate, address.clone()),
            }
        }
    }
}

impl Attribute {
    /// Whether the name says that the value is JavaScript.
    pub(crate) fn is_script(&self) -> bool {
        let name = &self.name;
        [
            "on", "hx-on", "x-on", "x-init", "x-data", "x-effect", "@", "v-on:",
        ]
        .iter()
        .any(|start| name.starts_with(start))
    }
}
