//! The form as it is meant: limits set, references checked, times resolved.

use crate::form_file::{Choose, Endpoint, FieldEntry, FieldType, FormFile, Privacy};
use crate::wire::{Answer, Answers};
use huso_agenda::agenda::safe_link;
use huso_agenda::decode::{Decoder, Ids, List, each};
use huso_agenda::phase::over_at;
use huso_agenda::{Agenda, Diagnostic, Instant, Problem, Text, link, wall_time};

/// Most characters of a one-line answer unless the field says otherwise.
const LINE_LENGTH: u32 = 200;
/// Most characters of a textarea unless the field says otherwise.
const TEXT_LENGTH: u32 = 4_000;

/// A registration form, valid throughout.
#[derive(Clone, Debug, PartialEq)]
pub struct Form {
    /// Where the answers go.
    pub endpoint: Option<Endpoint>,
    /// When registration starts.
    pub opens: Option<Instant>,
    /// When it ends: with the event, unless the file says so.
    pub closes: Option<Instant>,
    /// Seats of the whole event.
    pub capacity: Option<u32>,
    /// What one registers for.
    pub choose: Choose,
    /// Questions.
    pub fields: Vec<Field>,
    /// What the visitor agrees to.
    pub consents: Vec<Consent>,
    /// Who keeps the answers.
    pub privacy: Option<Privacy>,
    /// Shown after a registration.
    pub confirmation: Option<Text>,
}

/// A question.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// Names the answer.
    pub id: String,
    /// What kind of answer.
    pub kind: FieldType,
    /// The question.
    pub label: Text,
    /// Help.
    pub hint: Option<Text>,
    /// Whether it must be answered.
    pub required: bool,
    /// HTML autofill token.
    pub autocomplete: Option<String>,
    /// Value and label of what can be chosen.
    pub options: Vec<(String, Text)>,
    /// Id and answers of the field on which it depends.
    pub show_if: Option<(String, Vec<String>)>,
    /// Fewest characters.
    pub min_length: u32,
    /// Most characters.
    pub max_length: u32,
}

/// Something the visitor agrees to.
#[derive(Clone, Debug, PartialEq)]
pub struct Consent {
    /// Names it.
    pub id: String,
    /// What is agreed to.
    pub text: Text,
    /// Whether there is no registration without it.
    pub required: bool,
    /// The full text; a safe link.
    pub url: Option<String>,
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

impl Field {
    /// Whether it is asked, given the other answers.
    pub fn is_asked(&self, answers: &Answers) -> bool {
        self.show_if.as_ref().is_none_or(|(field, values)| {
            let answer = match answers.get(field) {
                Some(Answer::Text(text)) => text.trim(),
                Some(Answer::Checked(true)) => "true",
                Some(Answer::Checked(false)) => "false",
                None => "",
            };
            values.iter().any(|value| value == answer)
        })
    }
}

impl Form {
    /// Makes a form of a file's `registration`. What can't be asked rightly is left out and reported.
    pub fn new(file: FormFile, agenda: &Agenda) -> (Self, Vec<Diagnostic>) {
        let mut decoder = Decoder::default();
        let form = decoder.key("registration", |decoder| read(file, agenda, decoder));
        (form, decoder.into_diagnostics())
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

fn read(file: FormFile, agenda: &Agenda, decoder: &mut Decoder) -> Form {
    let moment = |key: &str, text: Option<String>, decoder: &mut Decoder| match wall_time::wall_time(&text?) {
        Ok(wall) => Some(agenda.zone.resolve(wall).instant()),
        Err(problem) => {
            decoder.report_at(key, problem);
            None
        }
    };
    let opens = moment("opens", file.opens, decoder);
    let closes = moment("closes", file.closes, decoder);
    if matches!((opens, closes), (Some(opens), Some(closes)) if closes <= opens) {
        decoder.report_at("closes", Problem::EndBeforeStart);
    }
    let mut endpoint = file.endpoint;
    if let Some(unusable) = endpoint.take_if(|endpoint| !link::is_web(&endpoint.url)) {
        let problem = Problem::BadLink { found: unusable.url };
        decoder.key("endpoint", |decoder| decoder.report_at("url", problem));
    }
    let privacy = file.privacy.map(|mut privacy| {
        privacy.notice = decoder.key("privacy", |decoder| safe_link("notice", privacy.notice, decoder));
        privacy
    });
    let mut seen = Ids::default();
    let consents = each(file.consents, "consents", decoder, |consent, decoder| {
        seen.is_new(&consent.id, decoder).then(|| Consent {
            url: safe_link("url", consent.url, decoder),
            id: consent.id,
            text: consent.text,
            required: consent.required.unwrap_or(false),
        })
    });
    Form {
        endpoint,
        opens,
        closes: closes.or_else(|| over_at(agenda)),
        capacity: file.capacity,
        choose: file.choose.unwrap_or_default(),
        fields: fields(file.fields, decoder),
        consents,
        privacy,
        confirmation: file.confirmation,
    }
}

fn fields(entries: List<FieldEntry>, decoder: &mut Decoder) -> Vec<Field> {
    let ids: Vec<String> = entries.iter().map(|field| field.id.clone()).collect();
    let mut seen = Ids::default();
    each(entries, "fields", decoder, |entry, decoder| {
        if !seen.is_new(&entry.id, decoder) {
            return None;
        }
        if entry.r#type == FieldType::Select && entry.options.is_empty() {
            decoder.report_at("options", Problem::NoOptions);
            return None;
        }
        let show_if = entry.show_if.and_then(|rule| {
            if ids.contains(&rule.field) {
                return Some((rule.field, rule.is));
            }
            let unknown = Problem::UnknownId { id: rule.field, list: "fields" };
            decoder.key("show_if", |decoder| decoder.report_at("field", unknown));
            None
        });
        let longest = if entry.r#type == FieldType::Textarea { TEXT_LENGTH } else { LINE_LENGTH };
        let (min_length, max_length) = (entry.min_length.unwrap_or(0), entry.max_length.unwrap_or(longest));
        if min_length > max_length {
            decoder.report_at("min_length", Problem::LimitsCrossed);
            return None;
        }
        Some(Field {
            id: entry.id,
            kind: entry.r#type,
            label: entry.label,
            hint: entry.hint,
            required: entry.required.unwrap_or(false),
            autocomplete: entry.autocomplete,
            options: entry.options.into_iter().map(|option| (option.value, option.label)).collect(),
            show_if,
            min_length,
            max_length,
        })
    })
}

#[cfg(test)]
mod tests {
    use crate::Event;
    use crate::form::Period;
    use huso_agenda::chrono::DateTime;

    #[test]
    fn registration_ends_with_the_event_unless_the_file_says_so() {
        let closes = |registration: &str| {
            let text = format!(
                r#"{{"huso": 1, "id": "e", "title": "E", "timezone": "America/Lima", "registration": {registration},
                "sessions": [{{"id": "a", "title": "A", "start": "2027-08-11T10:00", "duration": "PT90M"}}]}}"#
            );
            let form = Event::parse(&text).0.unwrap().form.unwrap();
            assert_eq!(form.period(form.closes.unwrap()), Period::After(form.closes.unwrap()));
            form.closes
        };
        let at = |text: &str| Some(DateTime::parse_from_rfc3339(text).unwrap().to_utc());
        assert_eq!(closes("{}"), at("2027-08-11T11:30:00-05:00"));
        assert_eq!(closes(r#"{"closes": "2027-08-12T00:00"}"#), at("2027-08-12T00:00:00-05:00"));
    }
}
