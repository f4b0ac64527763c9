//! After a registration: what became of it.

use super::layout::layout;
use huso_agenda::Lang;
use huso_i18n::Texts as _;
use huso_registration::wire::Status;
use huso_registration::{Event, Form, Receipt, wording};
use maud::{Markup, html};

/// What became of a registration.
pub fn done(event: &Event, form: &Form, receipt: &Receipt, lang: Lang) -> Markup {
    let texts = lang.form();
    let agenda = &event.agenda;
    let (title, sentence) = wording::outcome(Some(receipt.status), lang);
    let sessions = receipt.sessions.iter().filter_map(|one| Some((agenda.session(&one.id)?, one.status)));
    let sessions: Vec<_> = sessions.collect();
    let content = html! {
        h1 { (title) }
        p { (agenda.title.get(lang, agenda.language)) }
        p { (sentence) }
        @if let Some(words) = &form.confirmation { p { (words.get(lang, agenda.language)) } }
        @if !sessions.is_empty() {
            h2 { (texts.your_sessions) }
            ul {
                @for (session, status) in sessions {
                    li {
                        (session.title.get(lang, agenda.language))
                        @if status == Status::Waitlisted { " (" (texts.session_waitlisted) ")" }
                    }
                }
            }
        }
        @if let Some(url) = &agenda.url { p { a href=(url) rel="noreferrer" { (lang.page().back) } } }
    };
    layout(lang, title, content)
}
