//! The limits of an answer.

use crate::format::{FieldEntry, FieldType, Limit};
use crate::rank::rank;
use huso_agenda::Problem;
use huso_agenda::decode::Decoder;

/// Most characters of a one-line answer unless the field says otherwise.
const LINE_LENGTH: u32 = 200;
/// Most characters of a textarea unless the field says otherwise.
const TEXT_LENGTH: u32 = 4_000;

/// The least and the most of each.
pub(super) struct Limits {
    /// Characters.
    pub(super) length: (u32, u32),
    /// Boxes to tick.
    pub(super) choices: (u32, u32),
    /// Numbers or dates, as written.
    pub(super) value: (Option<String>, Option<String>),
}

/// A question's limits. Where the lower one is above the upper one, there are none: nothing is between them.
pub(super) fn limits(entry: &FieldEntry, decoder: &mut Decoder) -> Option<Limits> {
    let kind = entry.r#type;
    let longest = if kind == FieldType::Textarea { TEXT_LENGTH } else { LINE_LENGTH };
    let length = (entry.min_length.unwrap_or(0), entry.max_length.unwrap_or(longest));
    let choices = (entry.min_choices.unwrap_or(0), entry.max_choices.unwrap_or(u32::MAX));
    let value = (limit("min", kind, &entry.min, decoder), limit("max", kind, &entry.max, decoder));
    let crossed = |(least, most): (u32, u32)| (least > most).then(|| (least.to_string(), most.to_string()));
    for (key, crossed) in [
        ("min_length", crossed(length)),
        ("min_choices", crossed(choices)),
        ("min", crossed_values(kind, &value)),
    ] {
        if let Some((least, most)) = crossed {
            decoder.report_at(key, Problem::LimitsCrossed { least, most });
            return None;
        }
    }
    Some(Limits { length, choices, value })
}

/// The values, if the least is above the greatest.
fn crossed_values(
    kind: FieldType,
    (least, most): &(Option<String>, Option<String>),
) -> Option<(String, String)> {
    let (least, most) = (least.as_ref()?, most.as_ref()?);
    (rank(kind, least)? > rank(kind, most)?).then(|| (least.clone(), most.clone()))
}

/// A limit that the field's kind of answer has.
fn limit(key: &str, kind: FieldType, limit: &Option<Limit>, decoder: &mut Decoder) -> Option<String> {
    let Limit(text) = limit.as_ref()?;
    if rank(kind, text).is_some() {
        return Some(text.clone());
    }
    decoder.report_at(key, Problem::BadLimit);
    None
}
