//! The sessions that were found in a file.

use crate::frame::{Mark, Tone, use_lang};
use crate::review::reviewed::Reviewed;
use crate::review::session_row::SessionRow;
use huso_agenda::Severity;
use huso_i18n::{Texts as _, fill, plural};
use huso_import::Source;
use std::rc::Rc;
use yew::{Callback, Html, Properties, component, html};

/// Properties of [`SessionList`].
#[derive(Properties, PartialEq)]
pub struct SessionListProps {
    /// What was brought.
    pub reviewed: Rc<Reviewed>,
    /// Which of its files, from 0.
    pub at: usize,
    /// The session that is chosen, from 0.
    pub chosen: Option<usize>,
    /// Chooses a session.
    pub on_choose: Callback<usize>,
}

/// The sessions that were found in a file. Where a comparison tells of them, only those of which something is wrong, but for
/// a text: its numbers lead here.
#[component]
pub fn SessionList(props: &SessionListProps) -> Html {
    let texts = use_lang().review();
    let (reviewed, at) = (&props.reviewed, props.at);
    let Some(file) = reviewed.files.get(at) else { return Html::default() };
    let is_short = reviewed.comparison.is_some() && !matches!(file.opened.source, Source::Text { .. });
    let sessions = file.program.sessions.len();
    let shown: Vec<usize> =
        (0..sessions).filter(|session| !is_short || !file.findings_of(*session).is_empty()).collect();
    if shown.is_empty() {
        return Html::default();
    }
    let count = |severity| file.count(severity, &reviewed.brought);
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    let in_days = fill(
        texts.found_in,
        &[
            ("sessions", &plural(sessions, texts.sessions_one, texts.sessions_other)),
            ("days", &plural(file.days(), texts.days_one, texts.days_other)),
        ],
    );
    html! {
        <section class="found" aria-labelledby={format!("found-{at}")}>
            <div class="bar">
                <h2 id={format!("found-{at}")}>{in_days}</h2>
                <span class="marks">
                    if errors > 0 { <Mark tone={Tone::Error} words={plural(errors, texts.errors_one, texts.errors_other)} /> }
                    if warnings > 0 { <Mark tone={Tone::Warning} words={plural(warnings, texts.warnings_one, texts.warnings_other)} /> }
                </span>
            </div>
            <ol>
                for session in shown {
                    <SessionRow key={session} reviewed={reviewed.clone()} {at} {session} is_chosen={props.chosen == Some(session)}
                        on_choose={props.on_choose.clone()} />
                }
            </ol>
        </section>
    }
}
