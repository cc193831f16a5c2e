//! Holds the portal against its table.

use crate::cookies::POLICY;

#[test]
fn the_table_is_as_it_was_reviewed() {
    cookie_decl_audit::policy_file(POLICY, "cookie-policy.json");
}
