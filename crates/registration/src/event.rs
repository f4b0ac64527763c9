//! A whole event file: the agenda and its form.

use crate::form::Form;
use huso_agenda::decode::Value;
use huso_agenda::{Agenda, Diagnostic, event_file};

/// An event, valid throughout.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// What takes place.
    pub agenda: Agenda,
    /// How one registers, if one does.
    pub form: Option<Form>,
}

impl Event {
    /// Reads an event file. Returns what of it can be shown rightly, and everything that is wrong
    /// with it.
    ///
    /// ```
    /// use huso_i18n::Message as _;
    /// use huso_registration::Event;
    /// let (event, faults) = Event::parse(r#"{"huso": 1, "id": "e", "title": "E", "timezone": "America/Lim"}"#);
    /// assert!(event.is_none());
    /// let lines: Vec<_> = faults.iter().map(|fault| fault.line(huso_agenda::Lang::En)).collect();
    /// assert!(lines.iter().any(|line| line.starts_with("timezone: ")), "{lines:?}");
    /// ```
    pub fn parse(text: &str) -> (Option<Self>, Vec<Diagnostic>) {
        let (agenda, mut faults) = Self::parse_agenda(text);
        let Some((agenda, registration)) = agenda else { return (None, faults) };
        let form = registration.and_then(|registration| {
            let (form, more) = Form::read(&registration, &agenda);
            faults.extend(more);
            form
        });
        (Some(Self { agenda, form }), faults)
    }

    /// Reads an event file but for its `registration`, which is returned as it is written, for
    /// [`Form::read`] and [`crate::form::Outline::read`].
    pub fn parse_agenda(text: &str) -> (Option<(Agenda, Option<Value>)>, Vec<Diagnostic>) {
        let (file, mut faults) = event_file::parse::<Value>(text);
        let Some(mut file) = file else { return (None, faults) };
        let registration = file.registration.take();
        let (agenda, more) = Agenda::try_new(file);
        faults.extend(more);
        (agenda.map(|agenda| (agenda, registration)), faults)
    }
}
