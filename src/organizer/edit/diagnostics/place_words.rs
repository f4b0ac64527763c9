//! Places as people call them: `Pitch: empresas de Perú · Fin`.

use crate::edit::diagnostics::field_place::field_place;
use huso_agenda::Lang;
use huso_edit::{Place, Step};
use huso_explain::Explanation;
use huso_i18n::Texts as _;

/// The title of what it is in and the name of its field; nothing for the whole file.
pub fn place_words(explanation: &Explanation, lang: Lang) -> Option<String> {
    let place = field_place(&explanation.path);
    let first = place.steps().first()?;
    let name = explanation.name(lang);
    let texts = lang.advice();
    let whose = match first {
        _ if !name.is_empty() => name,
        Step::Key(key) if key == "registration" => texts.of_registration.to_owned(),
        _ => texts.of_event.to_owned(),
    };
    Some(match field(&place, lang) {
        Some(field) => format!("{whose} · {field}"),
        None => whose,
    })
}

/// The name of the last key that has one. A key without a name is shown as it is written.
fn field(place: &Place, lang: Lang) -> Option<String> {
    let keys = place.steps().iter().rev().filter_map(|step| match step {
        Step::Key(key) => Some(key.as_str()),
        Step::Index(_) => None,
    });
    // A text's language is no field, and neither is the list that an entry is in.
    let mut keys = keys.filter(|key| Lang::from_tag(key).is_none());
    let is_entry = matches!(place.steps(), [Step::Key(_), Step::Index(_)]);
    let key = keys.next().filter(|_| !is_entry)?;
    Some(word(key, lang).map_or_else(|| key.to_owned(), str::to_owned))
}

fn word(key: &str, lang: Lang) -> Option<&'static str> {
    let texts = lang.advice();
    Some(match key {
        "title" => texts.field_title,
        "summary" => texts.field_summary,
        "start" => texts.field_start,
        "end" => texts.field_end,
        "date" => texts.field_date,
        "timezone" => texts.field_timezone,
        "track" => texts.field_track,
        "venue" => texts.field_venue,
        "speakers" => texts.field_speakers,
        "status" => texts.field_status,
        "id" => texts.field_id,
        "url" | "notice" | "calendar" => texts.field_link,
        "logo" | "photo" => texts.field_image,
        "opens" => texts.field_opens,
        "closes" => texts.field_closes,
        "capacity" => texts.field_capacity,
        "consents" => texts.field_consents,
        "name" => texts.field_name,
        "text" | "label" | "hint" => texts.field_text,
        "role" => texts.field_role,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_called_by_title_and_field() {
        let file = r#"{"huso": 1, "id": "e", "title": "E", "timezone": "America/Lima", "sessions": [
            {"id": "a", "title": "Taller", "start": "x", "colour": 1}, 7], "registration": {"capacity": "9"}}"#;
        let (_, faults) = huso_explain::open(file.as_bytes());
        let words: Vec<_> = faults.iter().filter_map(|fault| place_words(fault, Lang::Es)).collect();
        assert_eq!(words, ["Taller · Inicio", "Taller · colour", "n.º 2 de la lista", "Inscripción · Cupo"]);
    }
}
