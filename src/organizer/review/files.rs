//! What was brought, file by file.

use crate::frame::use_lang;
use crate::review::arrived_list::ArrivedList;
use crate::review::date_question::DateQuestion;
use crate::review::elbow::Elbow;
use crate::review::finding_block::FindingBlock;
use crate::review::other_file::OtherFile;
use crate::review::reviewed::Reviewed;
use crate::review::session_list::SessionList;
use crate::review::table_file::TableFile;
use crate::review::text_file::TextFile;
use crate::review::verdict::Verdict;
use crate::review::zone_question::ZoneQuestionBlock;
use crate::review::zone_said::ZoneSaid;
use huso_i18n::{Texts as _, fill};
use huso_import::Source;
use std::rc::Rc;
use yew::{Callback, Html, Properties, component, html, use_node_ref, use_state_eq};

/// Properties of [`Files`].
#[derive(Properties, PartialEq)]
pub struct FilesProps {
    /// What was brought.
    pub reviewed: Rc<Reviewed>,
}

/// What was brought, file by file, each with what has to be asked and what was found.
#[component]
pub fn Files(props: &FilesProps) -> Html {
    let texts = use_lang().bring();
    let found = props.reviewed.files.iter().map(|file| {
        let sessions = file.program.sessions.len().to_string();
        fill(texts.found, &[("name", &file.opened.name), ("sessions", &sessions)])
    });
    html! {
        <>
            <p class="spoken" role="status">{found.collect::<Vec<_>>().join(" ")}</p>
            <ArrivedList reviewed={props.reviewed.clone()} />
            <DateQuestion reviewed={props.reviewed.clone()} />
            for at in 0..props.reviewed.files.len() { <FileView reviewed={props.reviewed.clone()} {at} /> }
        </>
    }
}

/// Properties of [`FileView`].
#[derive(Properties, PartialEq)]
struct FileViewProps {
    reviewed: Rc<Reviewed>,
    at: usize,
}

/// One file.
#[component]
fn FileView(props: &FileViewProps) -> Html {
    let texts = use_lang().review();
    let (chosen, area) = (use_state_eq(|| None::<usize>), use_node_ref());
    let on_choose = {
        let chosen = chosen.setter();
        Callback::from(move |session| chosen.set(Some(session)))
    };
    let (reviewed, at) = (&props.reviewed, props.at);
    let Some(file) = reviewed.files.get(at) else { return Html::default() };
    let question = html! {
        if file.is_asked {
            <ZoneQuestionBlock key={file.opened.file} reviewed={reviewed.clone()} {at} />
        } else if !file.program.sessions.is_empty() && reviewed.brought.event().is_none() {
            <ZoneSaid reviewed={reviewed.clone()} {at} />
        }
    };
    let others = file.other_findings();
    let left_over = html! {
        if !others.is_empty() {
            <section class="left-over" aria-labelledby={format!("left-over-{at}")}>
                <h3 id={format!("left-over-{at}")}>{fill(texts.left_over, &[("n", &others.len().to_string())])}</h3>
                <ul>for finding in others { <li><FindingBlock {finding} reviewed={reviewed.clone()} {at} /></li> }</ul>
                <p class="faint">{texts.left_over_help}</p>
            </section>
        }
    };
    let list = html! { <SessionList reviewed={reviewed.clone()} {at} chosen={*chosen} on_choose={on_choose.clone()} /> };
    match &file.opened.source {
        Source::Text { text, .. } => html! {
            <div class="two" ref={&area}>
                <TextFile reviewed={reviewed.clone()} {at} chosen={*chosen} {on_choose} />
                <div class="side">
                    {question}{list}
                    <div class="below"><Verdict text={text.clone()} context_date={reviewed.brought.date} />{left_over}</div>
                </div>
                <Elbow reviewed={reviewed.clone()} chosen={*chosen} {area} />
            </div>
        },
        Source::Table { .. } => html! {
            <><TableFile reviewed={reviewed.clone()} {at} />{question}{list}{left_over}</>
        },
        Source::Entries | Source::EventFile(_) => html! {
            <><OtherFile name={file.opened.name.clone()} kind={file.opened.kind} />{question}{list}{left_over}</>
        },
    }
}
