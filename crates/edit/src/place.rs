//! Places of values in an event file.

use std::fmt;

/// Where a value stands in an event file, as faults write it: `sessions[2].links[0].url`. Empty for the whole file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Place(Vec<Step>);

/// A step from a value to one in it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// A key of an object.
    Key(String),
    /// An entry of a list, from 0.
    Index(usize),
}

impl Place {
    /// Reads a place: `sessions[2].start`. What is no number between brackets is a key.
    pub fn parse(written: &str) -> Self {
        let mut steps = Vec::new();
        for part in written.split('.').filter(|part| !part.is_empty()) {
            let (key, indexes) = part.split_once('[').unwrap_or((part, ""));
            if !key.is_empty() {
                steps.push(Step::Key(key.to_owned()));
            }
            for index in indexes.split('[').filter(|index| !index.is_empty()) {
                let index = index.trim_end_matches(']');
                steps.push(index.parse().map_or_else(|_| Step::Key(index.to_owned()), Step::Index));
            }
        }
        Self(steps)
    }

    /// The place of a key in this one.
    #[must_use]
    pub fn key(&self, key: &str) -> Self {
        self.then(Step::Key(key.to_owned()))
    }

    /// The place of an entry in this one, from 0.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        self.then(Step::Index(index))
    }

    /// Its steps from the whole file on.
    pub fn steps(&self) -> &[Step] {
        &self.0
    }

    /// The place that this is in, and its last step; nothing for the whole file.
    pub fn parent(&self) -> Option<(Self, &Step)> {
        let (last, before) = self.0.split_last()?;
        Some((Self(before.to_vec()), last))
    }

    /// Whether it is the other, or in it.
    pub fn is_in(&self, other: &Self) -> bool {
        self.0.starts_with(&other.0)
    }

    /// Which entry of a list of the file it is in, from 0: of `sessions`, 2 for `sessions[2].start`.
    pub fn entry_of(&self, list: &str) -> Option<usize> {
        let list = Self::parse(list);
        match self.0.get(list.0.len()) {
            Some(Step::Index(index)) if self.is_in(&list) => Some(*index),
            _ => None,
        }
    }

    fn then(&self, step: Step) -> Self {
        Self(self.0.iter().cloned().chain([step]).collect())
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, step) in self.0.iter().enumerate() {
            match step {
                Step::Key(key) if at == 0 => write!(f, "{key}")?,
                Step::Key(key) => write!(f, ".{key}")?,
                Step::Index(index) => write!(f, "[{index}]")?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_read_as_they_are_written() {
        for written in
            ["", "title", "sessions[2].start", "sessions[0].links[10].label.pt", "registration.fields[1]"]
        {
            assert_eq!(Place::parse(written).to_string(), written);
        }
        assert_eq!(Place::default().key("sessions").index(2).key("end").to_string(), "sessions[2].end");
        assert_eq!(Place::parse("sessions[2].start").entry_of("sessions"), Some(2));
        assert_eq!(Place::parse("speakers[2].name").entry_of("sessions"), None);
        assert!(Place::parse("sessions[2].start").is_in(&Place::parse("sessions[2]")));
    }
}
