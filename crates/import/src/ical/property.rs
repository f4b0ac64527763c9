//! A property: a name, parameters, a value (RFC 5545, 3.1).

use super::lines::Line;
use ical_vcard::Contentline;

/// Characters of a value that a finding quotes.
const QUOTED: usize = 200;

/// A property.
#[derive(Clone, Debug)]
pub(super) struct Property {
    /// In capitals.
    pub(super) name: String,
    /// As written: of type TEXT still escaped.
    pub(super) value: String,
    /// The file's line, from 1.
    pub(super) line: usize,
    params: Vec<(String, String)>,
}

impl Property {
    /// The property of a line, if it is one.
    pub(super) fn new(line: &Line) -> Option<Self> {
        let content: Contentline = line.text.parse().ok()?;
        let param = |param: &ical_vcard::Param| {
            let values: Vec<_> = param.values().iter().map(|value| value.as_str()).collect();
            (param.name().to_ascii_uppercase(), values.join(","))
        };
        Some(Self {
            name: content.name().to_ascii_uppercase(),
            value: content.value().trim().to_owned(),
            line: line.number,
            params: content.params().iter().map(param).collect(),
        })
    }

    /// A parameter's values, without quotes.
    pub(super) fn param(&self, name: &str) -> Option<&str> {
        self.params.iter().find(|(other, _)| other == name).map(|(_, value)| value.trim())
    }

    /// Name and value, for a finding.
    pub(super) fn quoted(&self) -> String {
        quoted(&[&self.name, ":", &self.value].concat())
    }
}

/// The first characters of a text, for a finding.
pub(super) fn quoted(text: &str) -> String {
    text.chars().take(QUOTED).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_of_parameters_are_taken_off() {
        let line = r#"dtstart;Tzid="(UTC-05:00) Bogota, Lima, Quito";VALUE=DATE-TIME:20230809T100000"#;
        let property = Property::new(&Line { number: 7, text: line.into() }).unwrap();
        assert_eq!(
            (property.name.as_str(), property.value.as_str(), property.line),
            ("DTSTART", "20230809T100000", 7)
        );
        assert_eq!(property.param("TZID"), Some("(UTC-05:00) Bogota, Lima, Quito"));
        assert!(Property::new(&Line { number: 1, text: "what".into() }).is_none());
    }
}
