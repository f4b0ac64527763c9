//! What is known of a form before it is read.

use crate::format::Choose;
use huso_agenda::decode::{Decode as _, Decoder, Value};
use huso_agenda::model::reading::report_reversed;
use huso_agenda::phase::over_at;
use huso_agenda::{Agenda, Instant, wall_time};

/// What an agenda has to know of its form, and what is read without the rest of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outline {
    /// When registration starts.
    pub opens: Option<Instant>,
    /// When it ends: with the event, unless the file says so.
    pub closes: Option<Instant>,
    /// What one registers for.
    pub choose: Choose,
}

/// Whether registrations are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Period {
    /// Not yet; from this instant on.
    Before(Instant),
    /// Yes.
    Open,
    /// Not any more, since this instant.
    After(Instant),
}

impl Outline {
    /// Reads the outline alone of an event file's `registration`. What is wrong there, [`Form::read`] says.
    pub fn read(registration: &Value, agenda: &Agenda) -> Self {
        let mut decoder = Decoder::default();
        let text = |key| registration.get(key).and_then(Value::as_str);
        let choose = registration.get("choose").and_then(|value| Choose::decode(value, &mut decoder));
        Self::new(text("opens"), text("closes"), choose, agenda, &mut decoder)
    }

    pub(super) fn new(
        opens: Option<&str>,
        closes: Option<&str>,
        choose: Option<Choose>,
        agenda: &Agenda,
        decoder: &mut Decoder,
    ) -> Self {
        let mut moment = |key: &str, text: Option<&str>| match wall_time::wall_time(text?) {
            Ok(wall) => Some(agenda.zone.resolve(wall).instant()),
            Err(problem) => {
                decoder.report_at(key, problem);
                None
            }
        };
        let (opens, closes) = (moment("opens", opens), moment("closes", closes));
        report_reversed("closes", opens, closes, &agenda.zone, decoder);
        Self { opens, closes: closes.or_else(|| over_at(agenda)), choose: choose.unwrap_or_default() }
    }

    /// When that changes next, after an instant.
    pub fn next(&self, now: Instant) -> Option<Instant> {
        match (self.opens, self.closes) {
            (Some(opens), _) if now < opens => Some(opens),
            (_, Some(closes)) if now < closes => Some(closes),
            _ => None,
        }
    }

    /// Whether registrations are taken at an instant.
    pub fn period(&self, now: Instant) -> Period {
        match (self.opens, self.closes) {
            (_, Some(closes)) if closes <= now => Period::After(closes),
            (Some(opens), _) if now < opens => Period::Before(opens),
            _ => Period::Open,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Period;
    use crate::Event;
    use huso_agenda::chrono::DateTime;

    #[test]
    fn registration_ends_with_the_event_unless_the_file_says_so() {
        let closes = |registration: &str| {
            let text = format!(
                r#"{{"huso": 1, "id": "e", "title": "E", "timezone": "America/Lima", "registration": {registration},
                "sessions": [{{"id": "a", "title": "A", "start": "2027-08-11T10:00", "duration": "PT90M"}}]}}"#
            );
            let form = Event::parse(&text).0.unwrap().form.unwrap();
            let outline = form.outline;
            assert_eq!(outline.period(outline.closes.unwrap()), Period::After(outline.closes.unwrap()));
            outline.closes
        };
        let at = |text: &str| Some(DateTime::parse_from_rfc3339(text).unwrap().to_utc());
        assert_eq!(closes("{}"), at("2027-08-11T11:30:00-05:00"));
        assert_eq!(closes(r#"{"closes": "2027-08-12T00:00"}"#), at("2027-08-12T00:00:00-05:00"));
    }
}
