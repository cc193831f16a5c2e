//! Prints what differs between two policy files, for a terminal and as Markdown.

use std::fmt;

use crate::policy_file::compare::{AskedAgain, Comparison, Date, Difference, Weight};

/// The marks of a format.
struct Marks {
    heading: &'static str,
    after_heading: &'static str,
    item: &'static str,
    /// Formats a name, unless it is in backticks already.
    name: &'static str,
}

const TEXT: Marks = Marks {
    heading: "",
    after_heading: ":",
    item: "  ",
    name: "",
};

const MARKDOWN: Marks = Marks {
    heading: "### ",
    after_heading: "\n",
    item: "- ",
    name: "**",
};

impl Comparison {
    /// Returns the differences as Markdown, for a pull request.
    #[must_use]
    pub fn to_markdown(&self) -> String {
        let mut text = String::new();
        let Ok(()) = write(self, &MARKDOWN, &mut text) else {
            unreachable!("writing to a `String` cannot fail");
        };
        text
    }
}

/// Writes the differences as text for people, the most important first.
impl fmt::Display for Comparison {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write(self, &TEXT, f)
    }
}

fn write(comparison: &Comparison, marks: &Marks, f: &mut impl fmt::Write) -> fmt::Result {
    let Comparison {
        differences,
        asked_again,
        date,
    } = comparison;
    if comparison.is_empty() {
        return f.write_str("The tables say the same.\n");
    }
    section(f, marks, "Gate loosened", differences, Weight::GateLoosened)?;
    if !asked_again.is_empty() {
        let Marks {
            heading,
            after_heading,
            ..
        } = marks;
        writeln!(f, "{heading}Asks visitors again{after_heading}")?;
        for category in asked_again {
            again(f, marks, category)?;
        }
        f.write_char('\n')?;
    }
    section(f, marks, "Material", differences, Weight::Material)?;
    section(f, marks, "Editorial", differences, Weight::Editorial)?;
    match date {
        Date::Missing => f.write_str(
            "The table has no `last_updated`, so visitors cannot see that it has changed.\n",
        ),
        Date::Moved(date) => writeln!(f, "`last_updated` is {date} now."),
        Date::Same(date) if comparison.needs_new_date() => {
            writeln!(
                f,
                "`last_updated` is still {date}: change it, because visitors read it as the date of the last change."
            )
        }
        Date::Same(date) => writeln!(f, "`last_updated` is still {date}."),
    }
}

fn section(
    f: &mut impl fmt::Write,
    marks: &Marks,
    title: &str,
    differences: &[Difference],
    weight: Weight,
) -> fmt::Result {
    let Marks {
        heading,
        after_heading,
        item,
        name,
    } = marks;
    let lines: Vec<_> = differences
        .iter()
        .filter(|difference| difference.weight == weight)
        .map(
            |Difference {
                 subject, message, ..
             }| {
                let name = if subject.starts_with('`') { "" } else { name };
                format!("{item}{name}{subject}{name}: {message}")
            },
        )
        .collect();
    if lines.is_empty() {
        return Ok(());
    }
    writeln!(f, "{heading}{title}{after_heading}\n{}\n", lines.join("\n"))
}

fn again(f: &mut impl fmt::Write, marks: &Marks, category: &AskedAgain) -> fmt::Result {
    let Marks { item, name, .. } = marks;
    write!(f, "{item}{name}{}{name}", category.category)?;
    let gate = if category.opt_out {
        f.write_str(
            ": nobody is asked, but it is denied for everybody who has answered, until they grant it",
        )?;
        "opt_out"
    } else {
        "opt_in"
    };
    let also = category.also.as_ref().map(|also| match &category.provider {
        Some(provider) => format!("also {provider} \"{also}\""),
        None => format!("also \"{also}\""),
    });
    match also {
        Some(also) => writeln!(
            f,
            "; it only became narrower, so earlier answers can count: `{gate}({also})`"
        ),
        None => writeln!(f),
    }
}
