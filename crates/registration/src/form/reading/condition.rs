//! On which answers a question or a consent depends.

use crate::format::ShowIf;
use huso_agenda::Text;
use huso_agenda::decode::Decoder;
use huso_agenda::model::reading::known;

/// Id and question of every field.
pub(super) type Labels = [(String, Text)];

/// Id and answers of the field on which something depends.
pub(super) fn condition(
    rule: &ShowIf,
    labels: &Labels,
    decoder: &mut Decoder,
) -> Option<(String, Vec<String>)> {
    let fields = labels.iter().map(|(id, label)| (id.as_str(), label.all()));
    let id = |decoder: &mut Decoder| known(rule.field.clone(), "fields", fields, decoder);
    let id = decoder.key("show_if", |decoder| decoder.key("field", id))?;
    Some((id, rule.is.clone()))
}
