//! The form as it is meant: limits set, references checked, times resolved.

use crate::form_file::{
    Choose, Encoding, Endpoint, FieldEntry, FieldOption, FieldType, FormFile, LegalBasis, Limit, Privacy,
    Purpose,
};
use crate::pattern::Pattern;
use crate::preset::encoding;
use crate::rank::rank;
use crate::secret::report_secrets;
use crate::wire::{Answer, Answers, NoticeReceipt};
use huso_agenda::decode::{Decode as _, Decoder, Ids, List, Value, each};
use huso_agenda::model::reading::{known, report_reversed, safe_link};
use huso_agenda::phase::over_at;
use huso_agenda::{Agenda, Diagnostic, Instant, Lang, Problem, Text, link, wall_time};

/// Most characters of a one-line answer unless the field says otherwise.
const LINE_LENGTH: u32 = 200;
/// Most characters of a textarea unless the field says otherwise.
const TEXT_LENGTH: u32 = 4_000;
/// Most bytes of a file unless the field says otherwise.
const FILE_BYTES: u32 = 5_000_000;
/// Id of the consent by which the visitor says that they are old enough.
pub const MINIMUM_AGE: &str = "minimum_age";

/// A registration form, valid throughout.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Form {
    /// Where the answers go.
    pub endpoint: Option<Endpoint>,
    /// What is known of it before it is read.
    pub outline: Outline,
    /// Seats of the whole event.
    pub capacity: Option<u32>,
    /// Fewest sessions to choose.
    pub min_sessions: u32,
    /// Most sessions to choose.
    pub max_sessions: Option<u32>,
    /// Id of the field whose answer is the visitor's audience.
    pub audience_field: Option<String>,
    /// Id of the field in which an answer means that the visitor is invited.
    pub invitation_field: Option<String>,
    /// Questions.
    pub fields: Vec<Field>,
    /// What the visitor agrees to: a box each, those without which there is no registration first.
    /// The purposes that rest on consent are among them.
    pub consents: Vec<Consent>,
    /// Who keeps the answers.
    pub privacy: Option<Privacy>,
    /// Uses of the answers that rest on no consent: told, not asked.
    pub purposes: Vec<Purpose>,
    /// Shown after a registration.
    pub confirmation: Option<Text>,
}

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
    /// Audiences that are asked; everybody when empty.
    pub audience: Vec<String>,
    /// Fewest characters.
    pub min_length: u32,
    /// Most characters.
    pub max_length: u32,
    /// Least number or first date, as written.
    pub min: Option<String>,
    /// Greatest number or last date, as written.
    pub max: Option<String>,
    /// Fewest boxes to tick in a group.
    pub min_choices: u32,
    /// Most boxes to tick in a group.
    pub max_choices: u32,
    /// What the answer must match, and what to say if it doesn't.
    pub pattern: Option<(Pattern, Option<Text>)>,
    /// URL parameter that a hidden field takes its answer from.
    pub parameter: Option<String>,
    /// Most bytes of a file.
    pub max_bytes: u32,
    /// Kinds of file that are taken; all when empty.
    pub accept: Vec<String>,
    /// Whether the tab keeps the answer until the form is sent.
    pub draft: bool,
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

impl Form {
    /// Whether a field is asked, given the other answers.
    pub fn asks(&self, field: &Field, answers: &Answers) -> bool {
        self.asks_at(field, answers, self.fields.len())
    }

    /// A field that depends on one that isn't asked is not asked. `depth` ends circles of dependence.
    fn asks_at(&self, field: &Field, answers: &Answers, depth: usize) -> bool {
        self.is_for(&field.audience, answers)
            && field.show_if.as_ref().is_none_or(|(id, wanted)| {
                let other = self.fields.iter().find(|other| other.id == *id);
                let (Some(other), Some(depth)) = (other, depth.checked_sub(1)) else { return false };
                let given = answers.get(id).map_or_else(|| vec![""], Answer::values);
                given.iter().any(|value| wanted.iter().any(|wanted| wanted == value))
                    && self.asks_at(other, answers, depth)
            })
    }

    /// Whether what is meant for these audiences is meant for this visitor. What is for none in
    /// particular is for everybody, and so is everything in a form that doesn't ask.
    pub fn is_for(&self, audiences: &[String], answers: &Answers) -> bool {
        let (Some(field), false) = (&self.audience_field, audiences.is_empty()) else { return true };
        let theirs = answers.get(field).map_or_else(Vec::new, Answer::values);
        theirs.iter().any(|value| audiences.iter().any(|audience| audience == value))
    }

    /// Age from which one may register without a parent or guardian.
    pub fn minimum_age(&self) -> Option<u32> {
        self.privacy.as_ref()?.minimum_age
    }

    /// What a visitor was told in a language, and agreed to; `at` is RFC 3339. `None` if the form tells
    /// nothing and asks for nothing.
    pub fn notice(&self, lang: Lang, own: Lang, given: &[String], at: String) -> Option<NoticeReceipt> {
        let age = self.minimum_age().map(|_| MINIMUM_AGE);
        if self.privacy.is_none() && self.consents.is_empty() {
            return None;
        }
        let mut consents = Answers::default();
        for id in self.consents.iter().map(|consent| consent.id.as_str()).chain(age) {
            let is_given = given.iter().any(|other| other == id);
            consents.set(id.to_owned(), Answer::Checked(is_given));
        }
        let stated = self.privacy.as_ref().and_then(|privacy| privacy.version.clone());
        let version = stated.unwrap_or_else(|| self.shown_hash(lang, own));
        Some(NoticeReceipt { version, at, language: lang.tag().to_owned(), consents })
    }

    /// A hash of what is shown in a language, for notices without a version: 64-bit FNV-1a, in
    /// hexadecimal.
    fn shown_hash(&self, lang: Lang, own: Lang) -> String {
        let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
        let mut add = |text: &str| {
            for byte in text.bytes().chain([0]) {
                hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
            }
        };
        if let Some(privacy) = &self.privacy {
            let texts = [
                &privacy.controller,
                &privacy.address,
                &privacy.purpose,
                &privacy.retention,
                &privacy.recipients,
                &privacy.transfers,
            ];
            for text in texts.into_iter().flatten() {
                add(text.get(lang, own));
            }
            for text in [&privacy.contact, &privacy.rights, &privacy.notice].into_iter().flatten() {
                add(text);
            }
        }
        let told = self.purposes.iter().map(|purpose| &purpose.text);
        for text in told.chain(self.consents.iter().map(|consent| &consent.text)) {
            add(text.get(lang, own));
        }
        format!("{hash:016x}")
    }
}

impl Form {
    /// Makes a form of a file's `registration`. What can't be asked rightly is left out and reported.
    pub fn read(registration: &Value, agenda: &Agenda) -> (Option<Self>, Vec<Diagnostic>) {
        let mut decoder = Decoder::default();
        let form = decoder.key("registration", |decoder| {
            Some(read(FormFile::decode(registration, decoder)?, agenda, decoder))
        });
        (form, decoder.into_diagnostics())
    }
}

impl Outline {
    /// Reads the outline alone of an event file's `registration`. What is wrong there, [`Form::read`] says.
    pub fn read(registration: &Value, agenda: &Agenda) -> Self {
        let mut decoder = Decoder::default();
        let text = |key| registration.get(key).and_then(Value::as_str);
        let choose = registration.get("choose").and_then(|value| Choose::decode(value, &mut decoder));
        Self::new(text("opens"), text("closes"), choose, agenda, &mut decoder)
    }

    fn new(
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

fn read(file: FormFile, agenda: &Agenda, decoder: &mut Decoder) -> Form {
    let outline = Outline::new(file.opens.as_deref(), file.closes.as_deref(), file.choose, agenda, decoder);
    let mut endpoint = file.endpoint;
    endpoint.take_if(|endpoint| decoder.key("endpoint", |decoder| report_secrets(endpoint, decoder)));
    if let Some(unusable) = endpoint.take_if(|endpoint| !link::is_web(&endpoint.url)) {
        let problem = Problem::BadLink { found: unusable.url };
        decoder.key("endpoint", |decoder| decoder.report_at("url", problem));
    }
    let mut seen = Ids::default();
    seen.reserve(MINIMUM_AGE);
    let mut consents = each(file.consents, "consents", decoder, |consent, decoder| {
        seen.is_new(&consent.id, decoder).then(|| Consent {
            url: safe_link("url", consent.url, decoder),
            id: consent.id,
            text: consent.text,
            required: consent.required.unwrap_or(false),
        })
    });
    let mut told = Vec::new();
    let privacy = file.privacy.map(|mut privacy| {
        decoder.key("privacy", |decoder| {
            privacy.notice = safe_link("notice", privacy.notice.take(), decoder);
            let purposes = std::mem::take(&mut privacy.purposes);
            told = each(purposes, "purposes", decoder, |mut purpose, decoder| {
                if !seen.is_new(&purpose.id, decoder) {
                    return None;
                }
                purpose.url = safe_link("url", purpose.url, decoder);
                if purpose.legal_basis.unwrap_or_default() != LegalBasis::Consent {
                    return Some(purpose);
                }
                let required = purpose.required.unwrap_or(false);
                consents.push(Consent { id: purpose.id, text: purpose.text, required, url: purpose.url });
                None
            });
        });
        privacy
    });
    consents.sort_by_key(|consent| !consent.required);
    let fields = fields(file.fields, endpoint.as_ref(), file.audience_field.as_deref(), decoder);
    let field_at = |key: &str, id: Option<String>, decoder: &mut Decoder| {
        let entries = fields.iter().map(|field| (field.id.as_str(), field.label.all()));
        decoder.key(key, |decoder| known(id?, "fields", entries, decoder))
    };
    let min_sessions = file.min_sessions.unwrap_or(1);
    if let Some(most) = file.max_sessions.filter(|most| *most < min_sessions) {
        let (least, most) = (min_sessions.to_string(), most.to_string());
        decoder.report_at("max_sessions", Problem::LimitsCrossed { least, most });
    }
    Form {
        endpoint,
        outline,
        capacity: file.capacity,
        min_sessions,
        max_sessions: file.max_sessions.filter(|most| *most >= min_sessions),
        audience_field: field_at("audience_field", file.audience_field, decoder),
        invitation_field: field_at("invitation_field", file.invitation_field, decoder),
        fields,
        consents,
        privacy,
        purposes: told,
        confirmation: file.confirmation,
    }
}

fn fields(
    entries: List<FieldEntry>,
    endpoint: Option<&Endpoint>,
    audience_field: Option<&str>,
    decoder: &mut Decoder,
) -> Vec<Field> {
    let labels: Vec<(String, Text)> =
        entries.iter().map(|field| (field.id.clone(), field.label.clone())).collect();
    let asked = entries.iter().find(|field| Some(field.id.as_str()) == audience_field);
    let audiences: Vec<FieldOption> = asked.map(|field| field.options.clone()).unwrap_or_default();
    let mut seen = Ids::default();
    each(entries, "fields", decoder, |entry, decoder| {
        if !seen.is_new(&entry.id, decoder) {
            return None;
        }
        let kind = entry.r#type;
        let chooses = matches!(kind, FieldType::Select | FieldType::Radio | FieldType::Checkboxes);
        if chooses && entry.options.is_empty() {
            decoder.report_at("options", Problem::NoOptions);
            return None;
        }
        if kind == FieldType::Hidden && entry.parameter.is_none() {
            decoder.report_at("parameter", Problem::Missing);
            return None;
        }
        let takes_files = endpoint.is_none_or(|endpoint| encoding(endpoint) == Encoding::Multipart);
        if kind == FieldType::File && !takes_files {
            decoder.report_at("type", Problem::FileNeedsMultipart);
            return None;
        }
        let show_if = entry.show_if.and_then(|rule| {
            let others = labels.iter().map(|(id, label)| (id.as_str(), label.all()));
            let field = |decoder: &mut Decoder| known(rule.field, "fields", others, decoder);
            let field = decoder.key("show_if", |decoder| decoder.key("field", field))?;
            Some((field, rule.is))
        });
        let audience = each(entry.audience, "audience", decoder, |id, decoder| {
            let options = audiences.iter().map(|option| (option.value.as_str(), option.label.all()));
            known(id, "audience_field", options, decoder)
        });
        let longest = if kind == FieldType::Textarea { TEXT_LENGTH } else { LINE_LENGTH };
        let (min_length, max_length) = (entry.min_length.unwrap_or(0), entry.max_length.unwrap_or(longest));
        let (min_choices, max_choices) =
            (entry.min_choices.unwrap_or(0), entry.max_choices.unwrap_or(u32::MAX));
        let (min, max) = (limit("min", kind, entry.min, decoder), limit("max", kind, entry.max, decoder));
        let rank = |limit: &Option<String>| limit.as_ref().and_then(|limit| rank(kind, limit));
        let crossed = matches!((rank(&min), rank(&max)), (Some(min), Some(max)) if min > max);
        for (is_crossed, key, least, most) in [
            (min_length > max_length, "min_length", min_length.to_string(), max_length.to_string()),
            (min_choices > max_choices, "min_choices", min_choices.to_string(), max_choices.to_string()),
            (crossed, "min", min.clone().unwrap_or_default(), max.clone().unwrap_or_default()),
        ] {
            if is_crossed {
                decoder.report_at(key, Problem::LimitsCrossed { least, most });
                return None;
            }
        }
        let pattern = entry.pattern.and_then(|found| match Pattern::new(&found) {
            Some(pattern) => Some((pattern, entry.pattern_message)),
            None => {
                decoder.report_at("pattern", Problem::BadPattern { found });
                None
            }
        });
        Some(Field {
            id: entry.id,
            kind,
            label: entry.label,
            hint: entry.hint,
            // Nobody could mend the answer to what isn't shown.
            required: entry.required.unwrap_or(false)
                && !matches!(kind, FieldType::Hidden | FieldType::Heading),
            autocomplete: entry.autocomplete.or_else(|| autocomplete(kind).map(str::to_owned)),
            options: entry.options.into_iter().map(|option| (option.value, option.label)).collect(),
            show_if,
            audience,
            min_length,
            max_length,
            min,
            max,
            min_choices,
            max_choices,
            pattern,
            parameter: entry.parameter,
            max_bytes: entry.max_bytes.unwrap_or(FILE_BYTES),
            accept: entry.accept,
            draft: entry.draft.unwrap_or(true),
        })
    })
}

/// A limit that the field's kind of answer has.
fn limit(key: &str, kind: FieldType, limit: Option<Limit>, decoder: &mut Decoder) -> Option<String> {
    let Limit(text) = limit?;
    if rank(kind, &text).is_some() {
        return Some(text);
    }
    decoder.report_at(key, Problem::BadLimit);
    None
}

/// The autofill token of a kind of answer (WCAG 2.2, 1.3.5).
fn autocomplete(kind: FieldType) -> Option<&'static str> {
    match kind {
        FieldType::Email | FieldType::Tel | FieldType::Url | FieldType::Country | FieldType::Organization => {
            Some(kind.word())
        }
        _ => None,
    }
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
            let outline = form.outline;
            assert_eq!(outline.period(outline.closes.unwrap()), Period::After(outline.closes.unwrap()));
            outline.closes
        };
        let at = |text: &str| Some(DateTime::parse_from_rfc3339(text).unwrap().to_utc());
        assert_eq!(closes("{}"), at("2027-08-11T11:30:00-05:00"));
        assert_eq!(closes(r#"{"closes": "2027-08-12T00:00"}"#), at("2027-08-12T00:00:00-05:00"));
    }
}
