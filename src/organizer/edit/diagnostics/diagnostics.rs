//! The list.

use crate::edit::diagnostics::currency::Currency;
use crate::edit::diagnostics::diagnostic_row::DiagnosticRow;
use crate::edit::diagnostics::entry::entries;
use crate::edit::diagnostics::filters::Filters;
use crate::edit::diagnostics::use_row_focus::{HEADING, use_row_focus};
use crate::frame::{Icon, use_lang};
use crate::workspace::Checked;
use huso_agenda::Severity;
use huso_i18n::{Texts as _, fill};
use yew::{Callback, Html, Properties, component, html, use_memo, use_state};

/// How many rows are shown until somebody asks for all.
const FIRST: usize = 40;

/// Properties of [`Diagnostics`].
#[derive(Properties, PartialEq)]
pub struct DiagnosticsProps {
    /// The event file and what is wrong with it.
    pub checked: Checked,
    /// Brings the list into sight, where it is not: F8 works everywhere.
    #[prop_or_default]
    pub on_show: Callback<()>,
}

/// What is wrong with the event file and what could be better: by severity, each with the way to its place and what one
/// click mends.
#[component]
pub fn Diagnostics(DiagnosticsProps { checked, on_show }: &DiagnosticsProps) -> Html {
    let texts = use_lang().advice();
    let severity = use_state(|| None::<Severity>);
    let most = use_state(|| FIRST);
    let shown = use_memo((checked.clone(), *severity, *most), |(checked, severity, most)| {
        entries(checked, *severity, *most)
    });
    let count = severity.map_or(checked.faults.len(), |severity| checked.count(severity));
    let focus = use_row_focus(checked, shown.len(), on_show);
    let on_severity = {
        let (severity, most) = (severity.setter(), most.setter());
        Callback::from(move |chosen| {
            severity.set(chosen);
            most.set(FIRST);
        })
    };
    let on_all = {
        let most = most.setter();
        move |_| most.set(usize::MAX)
    };
    let (back, on) = (focus.step.reform(|_| false), focus.step.reform(|_| true));
    html! {
        <div class="diagnostics">
            <header>
                <h2 id={HEADING}>{texts.review}</h2>
                <Currency checked={checked.clone()} />
                <Filters checked={checked.clone()} severity={*severity} {on_severity} />
                <div class="steps">
                    <button type="button" class="neutral back" onclick={back} aria-keyshortcuts="Shift+F8"
                        aria-label={texts.previous} title={format!("{} (Shift F8)", texts.previous)}><Icon name="chevron" /></button>
                    <button type="button" class="neutral" onclick={on} aria-keyshortcuts="F8"
                        aria-label={texts.next} title={format!("{} (F8)", texts.next)}><Icon name="chevron" /></button>
                </div>
            </header>
            if shown.is_empty() { <p class="none">{texts.nothing}</p> }
            <ul>
                for (row, entry) in shown.iter().enumerate() {
                    <DiagnosticRow entry={entry.clone()} {row} focus={focus.clone()} />
                }
            </ul>
            if count > shown.len() {
                <button type="button" class="neutral" onclick={on_all}>
                    {fill(texts.more, &[("n", &(count - shown.len()).to_string())])}
                </button>
            }
        </div>
    }
}
