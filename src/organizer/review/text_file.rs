//! A text, with what was understood of it beside each word.

use crate::frame::use_lang;
use crate::review::paragraph::Paragraph;
use crate::review::reviewed::Reviewed;
use crate::review::text_pieces::parts;
use crate::workspace::{Action, use_workspace};
use gloo_timers::callback::Timeout;
use huso_i18n::Texts as _;
use huso_import::{Opened, Source};
use std::rc::Rc;
use web_sys::HtmlTextAreaElement;
use yew::{
    Callback, Html, InputEvent, Properties, TargetCast as _, component, html, use_memo, use_mut_ref,
    use_state_eq,
};

/// How long after the last key a text is read again, in milliseconds.
const PAUSE: u32 = 250;

/// Properties of [`TextFile`].
#[derive(Properties, PartialEq)]
pub struct TextFileProps {
    /// What was brought.
    pub reviewed: Rc<Reviewed>,
    /// Which of its files, from 0.
    pub at: usize,
    /// The session that is chosen, from 0.
    pub chosen: Option<usize>,
    /// Chooses a session.
    pub on_choose: Callback<usize>,
}

/// A text, with what was understood of it; it can be corrected, and is read again as one types.
#[component]
pub fn TextFile(props: &TextFileProps) -> Html {
    let (texts, workspace) = (use_lang().review(), use_workspace());
    let is_editing = use_state_eq(|| false);
    let waiting = use_mut_ref(|| None::<Timeout>);
    let shown = use_memo((props.reviewed.clone(), props.at), |(reviewed, at)| {
        let opened = &reviewed.files.get(*at)?.opened;
        let Source::Text { text, understood } = &opened.source else { return None };
        let findings: Rc<[_]> = opened.read.findings.clone().into();
        Some((opened.clone(), text.clone(), parts(text, understood, &findings), findings))
    });
    let Some((opened, text, parts, findings)) = (*shown).clone() else { return Html::default() };
    let toggle = {
        let is_editing = is_editing.clone();
        move |_| is_editing.set(!*is_editing)
    };
    let oninput = {
        let brought = props.reviewed.brought.clone();
        move |event: InputEvent| {
            let text = event.target_unchecked_into::<HtmlTextAreaElement>().value();
            let (opened, brought, workspace) = (opened.clone(), brought.clone(), workspace.clone());
            let read = move || {
                let source = Source::Text { text: text.into(), understood: Vec::new() };
                let file = Opened { source, ..opened }.dated(&brought.context());
                workspace.dispatch(Action::Bring(brought.with_file(&file).into()));
            };
            waiting.replace(Some(Timeout::new(PAUSE, read)));
        }
    };
    html! {
        <section class="source" aria-labelledby="source">
            <div class="bar">
                <h2 id="source">{texts.your_text}</h2>
                <button type="button" class="plain" aria-expanded={is_editing.to_string()} onclick={toggle}>
                    {if *is_editing { texts.corrected } else { texts.correct }}
                </button>
            </div>
            if *is_editing {
                <textarea class="correct" rows="24" spellcheck="false" aria-label={texts.correct} value={text.to_string()} {oninput} />
            } else {
                <p class="legend">
                    <span class="words understood">{texts.understood}</span>
                    <span class="words left-out">{texts.not_understood}</span>
                    <span class="faint">{texts.hover_help}</span>
                </p>
                for part in parts {
                    <Paragraph {part} findings={findings.clone()} chosen={props.chosen} on_choose={props.on_choose.clone()} />
                }
            }
        </section>
    }
}
