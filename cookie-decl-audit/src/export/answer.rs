//! The cookie in which another tool keeps the visitor's answer.

use crate::policy_file::PolicyFile;

/// Returns for how many days the tool keeps the answer, as the table declares it. With `None`, the
/// tool keeps its own default.
pub(crate) fn days(
    file: &PolicyFile,
    name: &str,
    usual: u64,
    tool: &str,
    remarks: &mut Vec<String>,
) -> Option<u64> {
    const DAY: u64 = 86_400;
    let rows = file.find("cookie", name);
    let days = rows
        .first()
        .and_then(|row| row.duration.max_age())
        .map(|seconds| seconds / DAY);
    let days = days.filter(|days| *days > 0);
    if days.is_none() {
        remarks.push(format!(
            "{tool} keeps the answer in the cookie `{name}`, for {usual} days: declare it as \
             `\"{name}\" | {usual} days | set_by = script` in an `exempt` category"
        ));
    }
    days
}
