//! Finds the later row of each earlier row.

use crate::policy_file::Row;

/// The rows of two policy files, in pairs where they are the same thing.
pub(super) struct Pairs<'f> {
    pub(super) gone: Vec<&'f Row>,
    pub(super) kept: Vec<(&'f Row, &'f Row)>,
    pub(super) added: Vec<&'f Row>,
}

impl<'f> Pairs<'f> {
    /// Pairs rows with the same name. Several rows can have one name, so the most similar rows are
    /// paired first.
    pub(super) fn of(old: &'f [Row], new: &'f [Row]) -> Self {
        let mut pairs = Self {
            gone: old.iter().collect(),
            kept: Vec::new(),
            added: new.iter().collect(),
        };
        pairs.pair(|one, other| {
            one.storage == other.storage
                && one.set_by == other.set_by
                && one.scope() == other.scope()
                && one.category == other.category
        });
        pairs.pair(|one, other| one.storage == other.storage);
        pairs.pair(|_, _| true);
        pairs
    }

    fn pair(&mut self, is_like: impl Fn(&Row, &Row) -> bool) {
        let Self { gone, kept, added } = self;
        gone.retain(|before| {
            let is_same =
                |after: &&Row| shape(&before.name) == shape(&after.name) && is_like(before, after);
            match added.iter().position(is_same) {
                Some(found) => {
                    kept.push((*before, added.remove(found)));
                    false
                }
                None => true,
            }
        });
    }
}

/// Returns a name without the names of its holes.
fn shape(name: &str) -> String {
    let mut pieces = name.split('{');
    let head = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(head, |shape, piece| {
        shape + "{}" + piece.split_once('}').map_or("", |(_, text)| text)
    })
}
