//! Slots: what a look-up reads of a name or a pattern.

use cookie_decl_core::layout::index::{CONDITIONAL, FLAGS, INNER, NEXT, ROW, SLOT, TEXT};

use crate::model::{Declaration, SetBy, Storage};

/// The flags that every slot of a declaration has.
pub(super) fn flags(declaration: &Declaration) -> u8 {
    if declaration.when.is_some() {
        CONDITIONAL
    } else {
        0
    }
}

/// Whether it is anything but a cookie of the site itself. Those are found first.
pub(super) fn is_elsewhere(declaration: &Declaration) -> bool {
    declaration.storage != Storage::Cookie || matches!(declaration.set_by, SetBy::ThirdParty(_))
}

/// Lays out a slot: the words of a text, and what is known about it. One byte is spare.
pub(super) fn slot(words: [u64; 3], known: [u16; 2], [byte, length, flags]: [u8; 3]) -> [u8; SLOT] {
    let mut slot = [0; SLOT];
    for (bytes, word) in slot.chunks_exact_mut(8).zip(words) {
        bytes.copy_from_slice(&word.to_le_bytes());
    }
    for (at, number) in [ROW, NEXT].into_iter().zip(known) {
        slot[at..at + 2].copy_from_slice(&number.to_le_bytes());
    }
    (slot[INNER], slot[TEXT], slot[FLAGS]) = (byte, length, flags);
    slot
}
