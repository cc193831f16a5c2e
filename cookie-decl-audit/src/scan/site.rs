//! Places in the source where something is stored or loaded, before they are judged.

use std::ops::Range;

/// A place in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Site {
    /// The byte at which the code begins.
    pub(crate) offset: usize,
    /// A short form of the code, such as `localStorage.setItem`.
    pub(crate) code: String,
    pub(crate) act: Act,
    pub(crate) gate: Gate,
}

/// What happens at a site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Act {
    Store(Store),
    /// The browser sends a request to this address.
    Load(Name),
    /// An element waits for a category.
    Category(String),
    /// An element has a category, but runs or loads without waiting for it.
    Runs(String),
}

/// A cookie or item that is stored or removed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Store {
    /// The storage as the table writes it, or [`EITHER`].
    pub(crate) storage: &'static str,
    pub(crate) by: By,
    pub(crate) name: Name,
    pub(crate) removal: bool,
    /// The lifetime in seconds.
    pub(crate) age: Name,
}

/// Local or session storage: the code does not say which.
pub(crate) const EITHER: &str = "local or session storage";

/// Returns the storage as the table writes it. [`EITHER`] becomes local storage.
pub(crate) fn word(storage: &'static str) -> &'static str {
    if storage == EITHER {
        "local_storage"
    } else {
        storage
    }
}

/// Who stores it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum By {
    /// Code of the server that writes the header.
    Server,
    /// A library on the server with a setting for the name, such as a session layer.
    Library,
    Script,
}

/// A name or address, as far as the source shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Name {
    /// A text. Each `{}` is a part that the source does not show.
    Text(String),
    /// An argument of the surrounding function.
    Argument {
        function: Function,
        index: usize,
    },
    /// One of several.
    OneOf(Vec<Name>),
    Unseen,
}

/// A function, with what tells its calls from those of others.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Function {
    /// The name. That of an associated function has its type: `ApiCookie::build`.
    pub(crate) path: String,
    pub(crate) kind: Kind,
    /// The byte at which it begins, if its file shows which calls are calls of it.
    pub(crate) begins: Option<usize>,
}

/// How a function is called.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Kind {
    /// By its path.
    #[default]
    Free,
    /// On a value.
    Method,
    /// By a name that is visible only in a block.
    Inner,
}

/// Whether the code waits for the visitor's grant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Gate {
    /// This place does not show it.
    Unseen,
    /// It runs at once.
    Open,
    /// It waits for this category.
    Waits(String),
}

/// A call, kept because the function may use an argument as a name.
#[derive(Debug, Clone)]
pub(crate) struct Call {
    pub(crate) offset: usize,
    /// The path with `::` between its parts.
    pub(crate) path: String,
    pub(crate) arguments: Vec<Name>,
    pub(crate) gate: Gate,
    /// Whether it is called on a value.
    pub(crate) is_method: bool,
    /// Whether the call removes what it names.
    pub(crate) removal: bool,
    /// What the file of the call declares under the path.
    pub(crate) target: Target,
}

/// What a file declares under the path of a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Target {
    /// Nothing: the function is in another file.
    Elsewhere,
    /// The function that begins at this byte.
    Function(usize),
    /// A value that may be any function.
    Value,
}

/// A `<script src>`, which says whether the code of a file waits.
#[derive(Debug, Clone)]
pub(crate) struct Tag {
    pub(crate) source: String,
    pub(crate) gate: Gate,
}

/// Everything that was seen in a file.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    pub(crate) sites: Vec<Site>,
    pub(crate) calls: Vec<Call>,
    pub(crate) tags: Vec<Tag>,
    /// Markup in the texts of scripts, with the byte at which it begins. It is read last.
    pub(crate) markup: Vec<(String, usize)>,
}

/// How much was seen before a piece of source; see [`Seen::since`].
#[derive(Debug, Clone, Copy)]
pub(crate) struct Mark {
    sites: usize,
    calls: usize,
    tags: usize,
}

/// What was seen in a piece of source.
#[derive(Debug, Clone, Default)]
pub(crate) struct Piece {
    pub(crate) sites: Range<usize>,
    calls: Range<usize>,
    tags: Range<usize>,
}

impl Gate {
    /// Lets what runs at once wait for a category.
    pub(crate) fn wait(&mut self, category: &str) {
        if *self == Self::Open {
            *self = Self::Waits(category.to_owned());
        }
    }
}

impl Seen {
    /// Marks what was seen until now.
    pub(crate) fn mark(&self) -> Mark {
        Mark {
            sites: self.sites.len(),
            calls: self.calls.len(),
            tags: self.tags.len(),
        }
    }

    /// What was seen since.
    pub(crate) fn since(&self, mark: Mark) -> Piece {
        Piece {
            sites: mark.sites..self.sites.len(),
            calls: mark.calls..self.calls.len(),
            tags: mark.tags..self.tags.len(),
        }
    }

    /// Lets a piece of source wait for a category.
    pub(crate) fn wait(&mut self, piece: &Piece, category: &str) {
        let sites = self.sites[piece.sites.clone()].iter_mut();
        let calls = self.calls[piece.calls.clone()].iter_mut();
        let tags = self.tags[piece.tags.clone()].iter_mut();
        let gates = sites.map(|it| &mut it.gate);
        let gates = gates.chain(calls.map(|it| &mut it.gate));
        let gates = gates.chain(tags.map(|it| &mut it.gate));
        gates.for_each(|it| it.wait(category));
    }

    /// Lets everything that was seen since wait for a category.
    pub(crate) fn wait_since(&mut self, mark: Mark, category: &str) {
        self.wait(&self.since(mark), category);
    }

    /// Adds a site for each name.
    pub(crate) fn store(&mut self, offset: usize, code: &str, gate: &Gate, store: Store) {
        let names = match store.name {
            Name::OneOf(names) => names,
            name => vec![name],
        };
        self.sites.extend(names.into_iter().map(|name| Site {
            offset,
            code: code.to_owned(),
            act: Act::Store(Store {
                name,
                age: store.age.clone(),
                ..store
            }),
            gate: gate.clone(),
        }));
    }

    /// Adds an address that the browser sends a request to.
    pub(crate) fn load(&mut self, offset: usize, code: &str, gate: &Gate, address: Name) {
        if let Name::Text(_) = address {
            self.sites.push(Site {
                offset,
                code: code.to_owned(),
                act: Act::Load(address),
                gate: gate.clone(),
            });
        }
    }
}

impl Name {
    pub(crate) fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// Returns the name that these parts make.
    pub(crate) fn join(mut parts: Vec<Self>) -> Self {
        parts.retain(|part| !matches!(part, Self::Text(text) if text.is_empty()));
        if parts.len() == 1 && !matches!(&parts[0], Self::Text(text) if text == "{}") {
            return parts.remove(0);
        }
        let text: String = parts
            .iter()
            .map(|part| match part {
                Self::Text(text) => text,
                _ => "{}",
            })
            .collect();
        if text.replace("{}", "").is_empty() {
            Self::Unseen
        } else {
            Self::Text(text)
        }
    }

    /// Returns the name in a text such as `name=value; Path=/`.
    pub(crate) fn of_cookie(parts: &[Self]) -> Self {
        let mut name = Vec::new();
        for part in parts {
            match part {
                Self::Text(text) => match text.split_once('=') {
                    Some((head, _)) => {
                        name.push(Self::text(head));
                        break;
                    }
                    None => name.push(part.clone()),
                },
                Self::OneOf(all) if parts.len() == 1 => {
                    let all = all
                        .iter()
                        .map(|one| Self::of_cookie(std::slice::from_ref(one)));
                    return Self::OneOf(all.collect());
                }
                _ => name.push(part.clone()),
            }
        }
        match Self::join(name) {
            Self::Text(text) => Self::Text(text.trim().to_owned()),
            name => name,
        }
    }

    /// Returns the lifetime in a text such as `name=value; Max-Age=60`, in seconds. `0` if it is a
    /// removal, `Unseen` if there is no lifetime or the source does not show it.
    pub(crate) fn age(parts: &[Self]) -> Self {
        for (index, part) in parts.iter().enumerate() {
            let Self::Text(text) = part else {
                continue;
            };
            let text = text.to_ascii_lowercase();
            if let Some((_, age)) = text.split_once("max-age=") {
                let age = age.split(';').next().unwrap_or_default().trim();
                return match parts.get(index + 1) {
                    Some(after) if age.is_empty() => after.clone(),
                    _ => Self::text(age),
                };
            }
            let expires = text.split_once("expires=");
            if expires.is_some_and(|(_, date)| date.contains(" 1970 ") || date.contains("-1970 ")) {
                return Self::text("0");
            }
        }
        Self::Unseen
    }

    /// Returns the seconds of a lifetime, if the source shows them.
    pub(crate) fn seconds(&self) -> Option<u64> {
        match self {
            Self::Text(text) if text.starts_with('-') => Some(0),
            Self::Text(text) => text.parse().ok(),
            _ => None,
        }
    }
}
