//! Nearly correct texts, which reach more code than random ones.

use bolero::TypeGenerator;

/// A part of a text to replace.
#[derive(Debug, TypeGenerator)]
pub(crate) struct Edit {
    at: u8,
    remove: u8,
    insert: Insert,
}

#[derive(Debug, TypeGenerator)]
enum Insert {
    Ascii(u8),
    Bytes(Vec<u8>),
    /// A part of one of the texts.
    Copy {
        of: u8,
        at: u8,
        length: u8,
    },
}

impl Edit {
    /// The first of some texts, with edits.
    pub(crate) fn all(edits: &[Self], texts: &[&[u8]]) -> Vec<u8> {
        edits.iter().fold(texts[0].to_vec(), |mut text, edit| {
            let inserted = match &edit.insert {
                Insert::Ascii(byte) => vec![byte & 0x7f],
                Insert::Bytes(bytes) => bytes.clone(),
                Insert::Copy { of, at, length } => {
                    let text = texts[usize::from(*of) % texts.len()];
                    text[range(text, *at, *length)].to_vec()
                }
            };
            text.splice(range(&text, edit.at, edit.remove), inserted);
            text
        })
    }
}

fn range(text: &[u8], at: u8, length: u8) -> std::ops::Range<usize> {
    let start = usize::from(at) % (text.len() + 1);
    start..(start + usize::from(length)).min(text.len())
}
