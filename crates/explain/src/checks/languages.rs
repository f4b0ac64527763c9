//! Texts that are not there in every language of the event.

use super::scope::{Placed, Scope};
use crate::remark::{Part, Remark};
use crate::several::Several;
use crate::texts::Written;
use huso_agenda::{Lang, Text};

/// Texts that lack a language in which the event's title, a session's or a summary is written; told once for each kind
/// of text and language.
pub fn not_translated(scope: &Scope) -> Vec<Placed> {
    let own = scope.agenda.language;
    let all: Vec<_> = scope.texts.iter().map(|text| (text, languages(&text.text, own))).collect();
    let is_main = |text: &Written| matches!(text.part, Part::Title | Part::Summary) || text.path == "title";
    let is_used = |lang: &Lang| all.iter().any(|(text, written)| is_main(text) && written.contains(lang));
    let wanted = Lang::ALL.into_iter().filter(is_used);
    let parts = [Part::Title, Part::Summary, Part::Form, Part::Other];
    wanted.flat_map(|lang| parts.map(|part| missing(&all, part, lang))).flatten().collect()
}

fn missing(all: &[(&Written, Vec<Lang>)], part: Part, lang: Lang) -> Option<Placed> {
    let lacks = |(text, written): &&(&Written, Vec<Lang>)| {
        text.part == part && !written.is_empty() && !written.contains(&lang)
    };
    let mut lacking = all.iter().filter(lacks).map(|(text, _)| *text).peekable();
    let path = lacking.peek()?.path.clone();
    let texts: Several = lacking.map(|text| &text.text).collect();
    Some(Placed { path, remark: Remark::NotTranslated { part, missing: lang, texts } })
}

/// The languages in which a text has words.
fn languages(text: &Text, own: Lang) -> Vec<Lang> {
    let written = |text: &str| !text.trim().is_empty();
    match text {
        Text::Plain(text) => Vec::from_iter(written(text).then_some(own)),
        Text::ByLanguage(all) => {
            all.iter().filter(|(_, text)| written(text)).filter_map(|(tag, _)| Lang::from_tag(tag)).collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{event, says};

    fn session(id: &str, title: &str) -> String {
        format!(
            r#"{{"id": "{id}", "title": {title}, "start": "2027-08-11T09:00", "end": "2027-08-11T10:00"}}"#
        )
    }

    #[test]
    fn titles_that_lack_a_language_are_told_together() {
        let whole = session("a", r#"{"es": "Apertura", "pt": "Abertura"}"#);
        let (one, other) = (session("b", r#"{"es": "Taller", "pt": " "}"#), session("c", "\"Cierre\""));
        let keys = r#""summary": {"es": "Feria", "pt": "Feira"},"#;
        let file = event(keys, &[&whole, &one, &other])
            .replace("\"title\": \"E\"", r#""title": {"es": "E", "pt": "E"}"#);
        assert_eq!(
            says(&file),
            ["sessions[1].title note: 2 titles are not in Portuguese: “Taller”, “Cierre”."]
        );
        assert_eq!(says(&event("", &[&other])), [""; 0]);
    }

    #[test]
    fn names_written_once_are_those_of_every_language() {
        let keys = r#""tracks": [{"id": "t", "name": "Pitch"}, {"id": "u", "name": {"es": "Ruedas"}}],
            "zones": [{"timezone": "America/Bogota", "label": "Colombia"}],"#;
        let file = event(keys, &[&session("a", r#"{"es": "Apertura", "en": "Opening"}"#)])
            .replace("\"title\": \"E\"", r#""title": {"es": "E", "en": "E"}"#);
        assert_eq!(says(&file), ["tracks[1].name note: A text is not in English: “Ruedas”."]);
    }

    #[test]
    fn languages_that_only_the_form_has_are_not_asked_of_the_agenda() {
        let keys = r#""registration": {"fields": [], "consents": [{"id": "c", "text": {"es": "Acepto", "en": "I agree"}}]},"#;
        assert_eq!(says(&event(keys, &[&session("a", "\"Apertura\"")])), [""; 0]);
        let keys = r#""registration": {"fields": [], "consents": [{"id": "c", "text": "Acepto"}]},"#;
        let said = says(&event(keys, &[&session("a", r#"{"es": "Apertura", "en": "Opening"}"#)]));
        assert!(
            said.contains(
                &"registration.consents[0].text note: A text of the form is not in English: “Acepto”."
                    .to_owned()
            ),
            "{said:?}"
        );
    }
}
