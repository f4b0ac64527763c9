//! A page that has nothing but the agenda.

use huso_agenda::text::one_line;
use huso_agenda::{Agenda, Lang};
use maud::{DOCTYPE, PreEscaped, html};

/// A whole page for an agenda: to link to where no snippet can be pasted, and to fall back on. `lines` and `element` are
/// HTML: those of the [snippet](crate::snippet), and the element with the agenda in it.
pub fn page(agenda: &Agenda, lang: Lang, lines: &str, element: &str) -> String {
    let title = one_line(agenda.title.get(lang, agenda.language), " ");
    let page = html! {
        (DOCTYPE)
        html lang=(lang.tag()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) }
                link rel="icon" href="data:,";
                (PreEscaped(lines))
            }
            body { (PreEscaped(element)) }
        }
    };
    page.into_string() + "\n"
}
