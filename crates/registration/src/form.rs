//! The form as it is meant: limits set, references checked, times resolved.

use crate::form_file::{Choose, ConsentEntry, Endpoint, FieldEntry, FieldType, FormFile, Privacy};
use crate::wire::{Answer, Answers};
use huso_agenda::decode::{Decoder, Ids};
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
    /// When it ends.
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
    pub fn new(file: &FormFile, agenda: &Agenda) -> (Self, Vec<Diagnostic>) {
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

fn read(file: &FormFile, agenda: &Agenda, decoder: &mut Decoder) -> Form {
    let moment = |key: &str, text: &Option<String>, decoder: &mut Decoder| {
        let text = text.as_ref()?;
        decoder.key(key, |decoder| match wall_time::wall_time(text) {
            Ok(wall) => Some(agenda.zone.resolve(wall).instant()),
            Err(problem) => {
                decoder.report(problem);
                None
            }
        })
    };
    let opens = moment("opens", &file.opens, decoder);
    let closes = moment("closes", &file.closes, decoder);
    if matches!((opens, closes), (Some(opens), Some(closes)) if closes <= opens) {
        decoder.report_at("closes", Problem::EndBeforeStart);
    }
    let link = |key: &str, address: &Option<String>, decoder: &mut Decoder| {
        let address = address.clone()?;
        if link::is_safe(&address) {
            return Some(address);
        }
        decoder.report_at(key, Problem::BadLink { found: address });
        None
    };
    let endpoint = file.endpoint.clone().filter(|endpoint| {
        let usable = link::is_web(&endpoint.url);
        if !usable {
            let found = endpoint.url.clone();
            decoder.key("endpoint", |d| d.key("url", |d| d.report(Problem::BadLink { found })));
        }
        usable
    });
    let privacy = file.privacy.clone().map(|mut privacy| {
        privacy.notice = decoder.key("privacy", |decoder| link("notice", &privacy.notice, decoder));
        privacy
    });
    Form {
        endpoint,
        opens,
        closes,
        capacity: file.capacity,
        choose: file.choose.unwrap_or_default(),
        fields: fields(&file.fields, decoder),
        consents: unique(
            &file.consents,
            "consents",
            |c: &ConsentEntry| &c.id,
            decoder,
            |consent, decoder| {
                Some(Consent {
                    id: consent.id.clone(),
                    text: consent.text.clone(),
                    required: consent.required.unwrap_or(false),
                    url: link("url", &consent.url, decoder),
                })
            },
        ),
        privacy,
        confirmation: file.confirmation.clone(),
    }
}

fn fields(entries: &[FieldEntry], decoder: &mut Decoder) -> Vec<Field> {
    let known = |id: &str| entries.iter().any(|field| field.id == id);
    unique(
        entries,
        "fields",
        |field| &field.id,
        decoder,
        |entry, decoder| {
            if entry.r#type == FieldType::Select && entry.options.is_empty() {
                decoder.report_at("options", Problem::NoOptions);
                return None;
            }
            let show_if = entry.show_if.as_ref().and_then(|rule| {
                if known(&rule.field) {
                    return Some((rule.field.clone(), rule.is.clone()));
                }
                let unknown = Problem::UnknownId { id: rule.field.clone(), list: "fields" };
                decoder.key("show_if", |d| d.key("field", |d| d.report(unknown)));
                None
            });
            let longest = if entry.r#type == FieldType::Textarea { TEXT_LENGTH } else { LINE_LENGTH };
            let (min_length, max_length) =
                (entry.min_length.unwrap_or(0), entry.max_length.unwrap_or(longest));
            if min_length > max_length {
                decoder.report_at("min_length", Problem::LimitsCrossed);
                return None;
            }
            Some(Field {
                id: entry.id.clone(),
                kind: entry.r#type,
                label: entry.label.clone(),
                hint: entry.hint.clone(),
                required: entry.required.unwrap_or(false),
                autocomplete: entry.autocomplete.clone(),
                options: entry
                    .options
                    .iter()
                    .map(|option| (option.value.clone(), option.label.clone()))
                    .collect(),
                show_if,
                min_length,
                max_length,
            })
        },
    )
}

/// Reads a list's items, each at its place, leaving out those whose id occurs before.
fn unique<'a, T, U>(
    items: &'a [T],
    key: &str,
    id: impl Fn(&'a T) -> &'a String,
    decoder: &mut Decoder,
    mut read: impl FnMut(&'a T, &mut Decoder) -> Option<U>,
) -> Vec<U> {
    let mut seen = Ids::default();
    decoder.key(key, |decoder| {
        let item = |(index, item)| {
            decoder.index(index, |decoder| {
                let new = seen.is_new(id(item), decoder);
                new.then(|| read(item, decoder)).flatten()
            })
        };
        items.iter().enumerate().filter_map(item).collect()
    })
}
