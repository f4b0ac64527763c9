//! A part of a text, with what was understood of it.

use crate::frame::use_lang;
use crate::review::text_pieces::{Part, Piece};
use crate::review::texts_of::value_name;
use huso_agenda::Severity;
use huso_i18n::{Texts as _, plural};
use huso_import::{Finding, FindingKind};
use std::rc::Rc;
use yew::{Callback, Html, Properties, classes, component, html};

/// Properties of [`Paragraph`].
#[derive(Properties, PartialEq)]
pub struct ParagraphProps {
    /// The part.
    pub part: Part,
    /// What is wrong with the text.
    pub findings: Rc<[Finding]>,
    /// The session that is chosen, from 0.
    pub chosen: Option<usize>,
    /// Chooses a session.
    pub on_choose: Callback<usize>,
}

/// A part of a text, with what was understood of it.
#[component]
pub fn Paragraph(props: &ParagraphProps) -> Html {
    let lang = use_lang();
    let texts = lang.review();
    match &props.part {
        Part::Folded(lines) => html! {
            <details class="folded">
                <summary>{plural(lines.len(), texts.folded_one, texts.folded_other)}{" "}<span class="see">{texts.see}</span></summary>
                for line in lines { <p>{line}</p> }
            </details>
        },
        Part::Lines { session: None, lines } => {
            html! { <div class="part">for line in lines { <p>{for line.iter().map(|piece| words(piece, props, None))}</p> }</div> }
        }
        Part::Again { session, lines } => {
            let is_chosen = session.is_some() && props.chosen == *session;
            let choose = session.map(|session| props.on_choose.reform(move |_| session));
            let name = is_chosen.then_some(lang);
            html! {
                <div class={classes!("part", "of-session", is_chosen.then_some("chosen"))} onmouseenter={choose}>
                    <span class="ring again" role="img" aria-label={texts.value_again}>{"="}</span>
                    <div>for line in lines { <p>{for line.iter().map(|piece| words(piece, props, name))}</p> }</div>
                </div>
            }
        }
        Part::Lines { session: Some(session), lines } => {
            let is_chosen = props.chosen == Some(*session);
            let choose = |session: usize| props.on_choose.reform(move |_| session);
            let number = session + 1;
            let name = is_chosen.then_some(lang);
            html! {
                <div class={classes!("part", "of-session", is_chosen.then_some("chosen"))} onmouseenter={choose(*session)}>
                    <button type="button" class="ring" aria-label={format!("{} {number}", texts.session)} aria-pressed={is_chosen.to_string()}
                        onfocus={props.on_choose.reform({let session = *session; move |_| session})}>{number}</button>
                    <div>for line in lines { <p>{for line.iter().map(|piece| words(piece, props, name))}</p> }</div>
                </div>
            }
        }
    }
}

/// Words of a line; `named` is the language in which their values are named.
fn words(piece: &Piece, props: &ParagraphProps, named: Option<huso_agenda::Lang>) -> Html {
    let fault = piece.finding.and_then(|at| props.findings.get(at));
    let is_left_out = fault.is_some_and(|fault| matches!(fault.kind, FindingKind::LeftOut(_)));
    let is_doubt = fault.is_some() && !is_left_out;
    let is_error = fault.is_some_and(|fault| fault.severity() == Severity::Error);
    let is_blank = piece.text.trim().is_empty() || (piece.value.is_none() && fault.is_none());
    if is_blank {
        return html! { {&piece.text} };
    }
    let class = classes!(
        "words",
        (piece.value.is_some() && fault.is_none()).then_some("understood"),
        is_left_out.then_some("left-out"),
        is_doubt.then_some("doubt"),
        is_error.then_some("error"),
    );
    let name = piece.value.zip(named).map(|(value, lang)| value_name(value, lang));
    let doubt = named.filter(|_| is_doubt).map(|lang| lang.review().value_doubt);
    html! { <span {class} data-name={name} data-doubt={doubt}>{&piece.text}</span> }
}
