//! Lists as CSV (RFC 4180).

/// Writes lines of cells.
pub(crate) fn write<const N: usize>(
    headings: [&str; N],
    lines: impl IntoIterator<Item = [String; N]>,
) -> String {
    let mut text = line(&headings.map(String::from));
    text.extend(lines.into_iter().map(|cells| line(&cells)));
    text
}

fn line(cells: &[String]) -> String {
    let cells = cells.iter().map(|cell| {
        if cell.contains([',', '"', '\n', '\r']) {
            format!("\"{}\"", cell.replace('"', "\"\""))
        } else {
            cell.clone()
        }
    });
    cells.collect::<Vec<_>>().join(",") + "\n"
}
