//! Components, which hold properties and other components (RFC 5545, 3.4 and 3.6).

use super::lines::{Line, is_known};
use super::property::Property;

/// How deep components may be in each other; RFC 9073 needs five.
const DEEPEST: usize = 12;

/// A component, such as VEVENT.
#[derive(Clone, Debug, Default)]
pub(super) struct Component {
    /// In capitals; empty for what holds the whole file.
    pub(super) name: String,
    /// The file's line, from 1.
    pub(super) line: usize,
    pub(super) properties: Vec<Property>,
    pub(super) components: Vec<Component>,
}

impl Component {
    /// The file's components, and its lines that are nothing.
    pub(super) fn whole(lines: Vec<Line>) -> (Self, Vec<Line>) {
        let mut stack = Stack { open: vec![Self::default()], left_out: Vec::new() };
        for line in lines {
            stack.push(line);
        }
        stack.close(1);
        (stack.open.pop().unwrap_or_default(), stack.left_out)
    }

    /// All properties of a name, in order.
    pub(super) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Property> {
        self.properties.iter().filter(move |property| property.name == name)
    }

    /// The first of them.
    pub(super) fn first<'a>(&'a self, name: &'a str) -> Option<&'a Property> {
        self.all(name).next()
    }
}

/// Components that have begun. The first holds the file and never ends.
struct Stack {
    open: Vec<Component>,
    left_out: Vec<Line>,
}

impl Stack {
    fn push(&mut self, line: Line) {
        let Some(property) = Property::new(&line) else {
            self.left_out.push(line);
            return;
        };
        let is_name = is_known(&property.name) || property.name.starts_with("X-");
        match property.name.as_str() {
            "BEGIN" => self.begin(property, line),
            "END" => self.end(&property, line),
            _ if is_name => self.open.last_mut().map_or((), |last| last.properties.push(property)),
            _ => self.left_out.push(line),
        }
    }

    /// A calendar is in nothing, an event in nothing else: what is before it, and has no end, ends here.
    fn begin(&mut self, property: Property, line: Line) {
        let name = property.value.to_ascii_uppercase();
        match name.as_str() {
            "VCALENDAR" => self.close(1),
            "VEVENT" => self.close(self.depth("VCALENDAR").map_or(1, |depth| depth + 1)),
            _ if self.open.len() > DEEPEST => return self.left_out.push(line),
            _ => {}
        }
        self.open.push(Component { name, line: property.line, ..Component::default() });
    }

    fn end(&mut self, property: &Property, line: Line) {
        match self.depth(&property.value.to_ascii_uppercase()) {
            Some(depth) => self.close(depth),
            None => self.left_out.push(line),
        }
    }

    /// How many components are open around the innermost of a name.
    fn depth(&self, name: &str) -> Option<usize> {
        self.open.iter().skip(1).rposition(|component| component.name == name).map(|index| index + 1)
    }

    /// Ends components until so many are open.
    fn close(&mut self, depth: usize) {
        while self.open.len() > depth {
            let Some(last) = self.open.pop() else { return };
            if let Some(around) = self.open.last_mut() {
                around.components.push(last);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::*;

    fn names(component: &Component) -> String {
        let inner: Vec<_> = component.components.iter().map(names).collect();
        format!("{}{}({})", component.name, component.properties.len(), inner.join(" "))
    }

    #[test]
    fn what_does_not_end_ends_with_what_is_around_it() {
        for (text, expected, left_out) in [
            (
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nEND:VEVENT\nEND:VCALENDAR",
                "0(VCALENDAR0(VEVENT1()))",
                0,
            ),
            (
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nBEGIN:VEVENT\nEND:VCALENDAR",
                "0(VCALENDAR0(VEVENT1() VEVENT0()))",
                0,
            ),
            // END:VTOOD of a public file took all events after it away.
            ("BEGIN:VCALENDAR\nBEGIN:VTODO\nEND:VTOOD\nBEGIN:VEVENT", "0(VCALENDAR0(VTODO0() VEVENT0()))", 1),
            ("BEGIN:VEVENT\nUID:1\nEND:VALARM\nBEGIN:VCALENDAR", "0(VEVENT1() VCALENDAR0())", 1),
            ("END:VEVENT\nNOVALUE\nVTIMEZONE:Europe/Rome", "0()", 3),
        ] {
            let (whole, left) = Component::whole(lines(text));
            assert_eq!((names(&whole).as_str(), left.len()), (expected, left_out), "{text}");
        }
        let deep = "BEGIN:X\n".repeat(1000);
        assert_eq!(Component::whole(lines(&deep)).1.len(), 1000 - DEEPEST);
    }
}
