//! Formats of a report for programs: JSON, SARIF, and the workflow commands of GitHub.

use std::fmt::Write as _;

use serde_json::{Value, json};

use crate::report::{Finding, Place, Report, Rule};

impl Report {
    /// Returns the report as JSON. It has `notes` and `findings`, each with `rule`, `place`,
    /// `subject`, `message` and `help`.
    #[must_use]
    pub fn to_json(&self) -> String {
        pretty(&json!(self))
    }

    /// Returns the report in SARIF 2.1.0, which code hosts show beside the source.
    pub fn to_sarif(&self) -> String {
        let rules: Vec<_> = Rule::ALL.iter().copied().map(sarif_rule).collect();
        let results: Vec<_> = self.findings.iter().map(sarif_result).collect();
        pretty(&json!({
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
            "version": "2.1.0",
            "runs": [{
                "tool": { "driver": {
                    "name": "cookies",
                    "version": env!("CARGO_PKG_VERSION"),
                    "rules": rules,
                } },
                "results": results,
            }],
        }))
    }

    /// Returns the report as workflow commands, which GitHub shows beside the changed lines.
    #[must_use]
    pub fn to_github(&self) -> String {
        let mut text = String::new();
        for finding in &self.findings {
            let Finding {
                rule,
                place,
                message,
                help,
                ..
            } = finding;
            let (place, before) = match place {
                Place::Source { file, line, column } => (
                    format!(" file={},line={line},col={column},", property(file)),
                    String::new(),
                ),
                other => (" ".to_owned(), format!("{other}: ")),
            };
            let message = data(&format!("{before}{message}\n{help}"));
            // Writing to a `String` cannot fail.
            let _ = writeln!(text, "::error{place}title={}::{message}", rule.name());
        }
        for note in &self.notes {
            let _ = writeln!(text, "::notice::{}", data(note));
        }
        text
    }
}

fn pretty(value: &Value) -> String {
    format!("{value:#}\n")
}

fn sarif_rule(rule: Rule) -> Value {
    json!({
        "id": rule.name(),
        "shortDescription": { "text": rule.about().trim() },
    })
}

fn sarif_result(finding: &Finding) -> Value {
    let Finding {
        rule,
        place,
        message,
        help,
        ..
    } = finding;
    let location = match place {
        Place::Source { file, line, column } => json!({ "physicalLocation": {
            "artifactLocation": { "uri": file.replace('\\', "/") },
            "region": { "startLine": line, "startColumn": column },
        } }),
        other => json!({ "logicalLocations": [{ "fullyQualifiedName": other.to_string() }] }),
    };
    json!({
        "ruleId": rule.name(),
        "level": "error",
        "message": { "text": format!("{message}. {help}") },
        "locations": [location],
    })
}

/// Escapes a text for a workflow command.
fn data(text: &str) -> String {
    text.trim_end()
        .replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// Escapes the value of a property. A comma or a colon would end it.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(place: Place) -> Report {
        let finding = Finding {
            rule: Rule::Undeclared,
            place,
            subject: "theme".into(),
            message: "a script sets `theme`, 100% undeclared".into(),
            help: "declare it".into(),
        };
        Report {
            findings: vec![finding],
            notes: vec!["one file was not read".into()],
        }
    }

    fn source() -> Place {
        Place::Source {
            file: "src/a,b.rs".into(),
            line: 7,
            column: 3,
        }
    }

    fn page() -> Place {
        Place::Visit {
            request: "/about".into(),
            visitor: "refused".into(),
        }
    }

    #[test]
    fn a_github_command_has_the_line_and_its_text_is_escaped() {
        assert_eq!(
            report(source()).to_github(),
            "::error file=src/a%2Cb.rs,line=7,col=3,title=undeclared::a script sets `theme`, 100%25 undeclared%0Adeclare \
             it\n::notice::one file was not read\n"
        );
        let text = report(page()).to_github();
        assert!(
            text.starts_with("::error title=undeclared::/about (refused): a script"),
            "{text}"
        );
    }

    #[test]
    fn sarif_lists_every_rule_that_it_names() {
        for place in [source(), page()] {
            let sarif: Value = serde_json::from_str(&report(place).to_sarif()).unwrap();
            let run = &sarif["runs"][0];
            let id = &run["results"][0]["ruleId"];
            let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
            assert!(rules.iter().any(|rule| rule["id"] == *id));
        }
    }

    #[test]
    fn sarif_has_the_place_in_the_source() {
        let sarif: Value = serde_json::from_str(&report(source()).to_sarif()).unwrap();
        let place = &sarif["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], "src/a,b.rs");
        assert_eq!(place["region"]["startLine"], 7);
    }

    #[test]
    fn json_has_all_parts_of_a_finding() {
        let json: Value = serde_json::from_str(&report(page()).to_json()).unwrap();
        let finding = &json["findings"][0];
        assert_eq!(finding["rule"], "undeclared");
        assert_eq!(finding["place"]["request"], "/about");
        assert_eq!(json["notes"][0], "one file was not read");
    }
}
