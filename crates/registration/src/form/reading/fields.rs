//! The questions.

use super::condition::{Labels, condition};
use super::limits::limits;
use crate::form::field::Field;
use crate::format::{Encoding, Endpoint, FieldEntry, FieldOption, FieldType};
use crate::pattern::Pattern;
use crate::preset::encoding;
use huso_agenda::Problem;
use huso_agenda::decode::{Decoder, Ids, List, each};
use huso_agenda::model::reading::known;

/// Most bytes of a file unless the field says otherwise.
const FILE_BYTES: u32 = 5_000_000;

/// What a field may refer to.
struct Others<'a> {
    labels: &'a Labels,
    /// The audiences: what can be chosen in the field that asks for them.
    audiences: Vec<FieldOption>,
    /// Whether the endpoint takes files.
    takes_files: bool,
}

pub(super) fn fields(
    entries: List<FieldEntry>,
    labels: &Labels,
    endpoint: Option<&Endpoint>,
    audience_field: Option<&str>,
    decoder: &mut Decoder,
) -> Vec<Field> {
    let asks_audience = |field: &&FieldEntry| Some(field.id.as_str()) == audience_field;
    let others = Others {
        labels,
        audiences: entries.iter().find(asks_audience).map_or_else(Vec::new, |field| field.options.clone()),
        takes_files: endpoint.is_none_or(|endpoint| encoding(endpoint) == Encoding::Multipart),
    };
    let mut ids = Ids::default();
    each(entries, "fields", decoder, |entry, decoder| {
        ids.is_new(&entry.id, decoder).then(|| field(entry, &others, decoder))?
    })
}

/// A question, unless it can't be asked.
fn field(entry: FieldEntry, others: &Others<'_>, decoder: &mut Decoder) -> Option<Field> {
    if let Some((key, problem)) = obstacle(&entry, others) {
        decoder.report_at(key, problem);
        return None;
    }
    let kind = entry.r#type;
    let show_if = entry.show_if.as_ref().and_then(|rule| condition(rule, others.labels, decoder));
    let audience = each(entry.audience.clone(), "audience", decoder, |id, decoder| {
        let options = others.audiences.iter().map(|option| (option.value.as_str(), option.label.all()));
        known(id, "audience_field", options, decoder)
    });
    let limits = limits(&entry, decoder)?;
    let pattern = entry.pattern.and_then(|found| pattern(found, decoder));
    Some(Field {
        id: entry.id,
        kind,
        label: entry.label,
        hint: entry.hint,
        // Nobody could mend the answer to what isn't shown.
        required: entry.required.unwrap_or(false) && !matches!(kind, FieldType::Hidden | FieldType::Heading),
        autocomplete: entry.autocomplete.or_else(|| autocomplete(kind).map(str::to_owned)),
        options: entry.options.into_iter().map(|option| (option.value, option.label)).collect(),
        show_if,
        audience,
        min_length: limits.length.0,
        max_length: limits.length.1,
        min: limits.value.0,
        max: limits.value.1,
        min_choices: limits.choices.0,
        max_choices: limits.choices.1,
        pattern: pattern.map(|pattern| (pattern, entry.pattern_message)),
        parameter: entry.parameter,
        max_bytes: entry.max_bytes.unwrap_or(FILE_BYTES),
        accept: entry.accept,
        draft: entry.draft.unwrap_or(true),
    })
}

/// Why a question can't be asked, and the key where that shows.
fn obstacle(entry: &FieldEntry, others: &Others<'_>) -> Option<(&'static str, Problem)> {
    match entry.r#type {
        FieldType::Select | FieldType::Radio | FieldType::Checkboxes if entry.options.is_empty() => {
            Some(("options", Problem::NoOptions))
        }
        FieldType::Hidden if entry.parameter.is_none() => Some(("parameter", Problem::Missing)),
        FieldType::File if !others.takes_files => Some(("type", Problem::FileNeedsMultipart)),
        _ => None,
    }
}

fn pattern(found: String, decoder: &mut Decoder) -> Option<Pattern> {
    let pattern = Pattern::new(&found);
    if pattern.is_none() {
        decoder.report_at("pattern", Problem::BadPattern { found });
    }
    pattern
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
