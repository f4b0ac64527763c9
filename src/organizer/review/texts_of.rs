//! What values and fields are called.

use huso_agenda::Lang;
use huso_i18n::Texts as _;
use huso_import::prose::Value;
use huso_import::table::Field;

/// What a value of a text is.
pub fn value_name(value: Value, lang: Lang) -> &'static str {
    let texts = lang.review();
    match value {
        Value::Title => texts.value_title,
        Value::Summary => texts.value_summary,
        Value::Date => texts.value_date,
        Value::Time => texts.value_time,
        Value::Again => texts.value_again,
        Value::Zone => texts.value_zone,
        Value::Duration => texts.value_duration,
        Value::Speaker => texts.value_speaker,
        Value::Venue => texts.value_venue,
        Value::Link => texts.value_link,
    }
}

/// What a table's column is.
pub fn field_name(field: Field, lang: Lang) -> &'static str {
    let texts = lang.review();
    match field {
        Field::Ignored => texts.field_ignored,
        Field::Key => texts.field_key,
        Field::Date => texts.field_date,
        Field::Start => texts.field_start,
        Field::End => texts.field_end,
        Field::Duration => texts.field_duration,
        Field::Title => texts.field_title,
        Field::Lane => texts.field_lane,
        Field::Summary => texts.field_summary,
        Field::Speakers => texts.field_speakers,
        Field::Organization => texts.field_organization,
        Field::Role => texts.field_role,
        Field::Venue => texts.field_venue,
        Field::Track => texts.field_track,
        Field::Kind => texts.field_kind,
        Field::Status => texts.field_status,
        Field::Language => texts.field_language,
        Field::Link => texts.field_link,
    }
}

/// What a key of a session or of the event is called; a key that has no name of its own by itself.
pub fn key_name(key: &str, lang: Lang) -> String {
    let texts = lang.review();
    match key {
        "title" => texts.field_title,
        "summary" => texts.field_summary,
        "start" => texts.field_start,
        "track" => texts.field_track,
        "venue" => texts.field_venue,
        "speakers" => texts.field_speakers,
        "links" | "url" => texts.field_link,
        "kind" => texts.field_kind,
        "status" => texts.field_status,
        "languages" => texts.field_language,
        "capacity" => texts.field_capacity,
        other => return other.to_owned(),
    }
    .to_owned()
}
