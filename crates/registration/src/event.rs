//! A whole event file: the agenda and its form.

use crate::form::Form;
use crate::form_file::FormFile;
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
    /// use huso_registration::Event;
    /// let (event, faults) = Event::parse(r#"{"huso": 1, "id": "e", "title": "E", "timezone": "America/Lim"}"#);
    /// assert!(event.is_none());
    /// let lines: Vec<_> = faults.iter().map(|fault| fault.line(huso_agenda::Lang::En)).collect();
    /// assert!(lines[0].starts_with("timezone: "), "{lines:?}");
    /// ```
    pub fn parse(text: &str) -> (Option<Self>, Vec<Diagnostic>) {
        let (file, mut faults) = event_file::parse::<FormFile>(text);
        let Some(mut file) = file else { return (None, faults) };
        let form = file.registration.take();
        let (agenda, more) = Agenda::try_new(file);
        faults.extend(more);
        let Some(agenda) = agenda else { return (None, faults) };
        let form = form.map(|form| {
            let (form, more) = Form::new(form, &agenda);
            faults.extend(more);
            form
        });
        (Some(Self { agenda, form }), faults)
    }
}
