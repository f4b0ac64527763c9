//! One line, and what becomes of it.

use crate::bring::seen::{Seen, seen};
use crate::frame::use_lang;
use crate::workspace::Brought;
use huso_i18n::{Texts as _, fill};
use huso_import::open;
use yew::{Html, component, html, use_memo};

/// The line, as people write them.
const LINE: &str = "Inauguración | 09.08.27 |\n09:00 – 9:30 hora COL";

/// One line, and what becomes of it where the reader is.
#[component]
pub fn Sample() -> Html {
    let lang = use_lang();
    let texts = lang.bring();
    let seen = use_memo(lang, |lang| {
        let brought = Brought::new(Vec::new());
        let brought = Brought::new(open(LINE.as_bytes(), "", 0, &brought.context()));
        seen(&brought.document()?, *lang)
    });
    let Some(Seen { title, place, start, end, others }) = (*seen).clone() else { return Html::default() };
    html! {
        <section class="sample" aria-labelledby="sample">
            <h2 id="sample">{texts.line}</h2>
            <pre>{LINE}</pre>
            <div class="result">
                <p class="own"><strong>{start}</strong>if let Some(end) = end { {" – "}{end} }</p>
                <p class="others">for (time, place) in others { <span><b>{time}</b>{" "}{place}</span>{" "} }</p>
                <p class="title">{title}</p>
                if let Some(place) = place { <p class="faint">{fill(texts.seen_from, &[("place", &place)])}</p> }
            </div>
        </section>
    }
}
