//! What came of reading, where it isn't a programme.

use crate::bring::fault_list::FaultList;
use crate::bring::piece::Missing;
use crate::bring::use_reading::{Progress, Reading};
use crate::frame::{Block, Tone, use_lang};
use crate::workspace::Brought;
use huso_agenda::Lang;
use huso_agenda::problem::FileKind;
use huso_i18n::{Bring as Texts, Texts as _, fill};
use huso_import::{FindingKind, Kind, LARGEST, Opened};
use std::rc::Rc;
use yew::{Callback, Html, Properties, component, html};

/// The text that comes with the page.
const EXAMPLE: &str = "examples/import/announcement.txt";

/// Properties of [`Outcome`].
#[derive(Properties, PartialEq)]
pub struct OutcomeProps {
    /// What is done with what arrived last.
    pub reading: Reading,
    /// Goes on with what was read before somebody stopped it.
    pub on_brought: Callback<Rc<Brought>>,
    /// Wants the field to paste into.
    pub on_paste_field: Callback<()>,
    /// Opens the example.
    pub on_example: Callback<String>,
}

/// What came of reading: what was found instead, and what to do.
#[component]
pub fn Outcome(props: &OutcomeProps) -> Html {
    let lang = use_lang();
    let texts = lang.bring();
    let block = match &props.reading {
        Reading::Idle | Reading::Going(_) => Html::default(),
        Reading::Missing(Missing::File(name)) => said(&fill(texts.unreadable, &[("name", name)])),
        Reading::Missing(Missing::Address(address)) => {
            said(&fill(texts.unreachable, &[("address", address)]))
        }
        Reading::Nothing(file, bytes) => nothing(lang, file, bytes, props),
        Reading::Stopped(brought, progress) => stopped(texts, brought, progress, &props.on_brought),
    };
    html! { <div class="outcome" role="alert">{block}</div> }
}

fn said(sentence: &str) -> Html {
    html! { <Block tone={Tone::Error} title={sentence.to_owned()} /> }
}

fn stopped(
    texts: &Texts,
    brought: &Rc<Brought>,
    progress: &Progress,
    on_brought: &Callback<Rc<Brought>>,
) -> Html {
    let Progress { read, all, .. } = progress;
    let onclick = on_brought.reform({
        let brought = brought.clone();
        move |_| brought.clone()
    });
    html! {
        <Block tone={Tone::Error} title={texts.stopped}>
            <p>{fill(texts.stopped_help, &[("n", &read.to_string()), ("all", &all.to_string())])}</p>
            <div class="buttons">
                if brought.has_something() { <button type="button" {onclick}>{texts.see_read}</button> }
                <label class="button neutral" for="file">{texts.another}</label>
            </div>
        </Block>
    }
}

fn nothing(lang: Lang, file: &Opened, bytes: &[u8], props: &OutcomeProps) -> Html {
    let texts = lang.bring();
    let onpaste = props.on_paste_field.reform(|_| ());
    let onexample = props.on_example.reform(|_| EXAMPLE.to_owned());
    html! {
        <>
            <Block tone={Tone::Error} title={texts.nothing_found}>
                <p>{why(texts, file)}</p>
                <div class="buttons">
                    <button type="button" onclick={onpaste}>{texts.paste_text}</button>
                    <button type="button" class="neutral" onclick={onexample}>{texts.see_example}</button>
                </div>
            </Block>
            if file.kind == Kind::Json {
                <FaultList {lang} name={file.name.clone()} faults={Rc::from(huso_explain::open(bytes).1)} />
            }
        </>
    }
}

/// What it is instead, and what to do.
fn why(texts: &Texts, file: &Opened) -> String {
    let is =
        |wanted: fn(&FindingKind) -> bool| file.read.findings.iter().any(|finding| wanted(&finding.kind));
    let text = match file.kind {
        _ if is(|kind| matches!(kind, FindingKind::TooLarge { .. })) => texts.too_large,
        Kind::Other(FileKind::Pdf) => texts.pdf,
        Kind::Other(FileKind::Image) => texts.image,
        Kind::Other(FileKind::Document) => texts.document,
        Kind::Other(FileKind::OldOffice) => texts.old_office,
        Kind::Other(FileKind::Gzip | FileKind::Zip) => texts.compressed,
        Kind::Empty => texts.empty_file,
        _ if is(|kind| matches!(kind, FindingKind::Broken(_))) => texts.broken,
        _ if is(|kind| matches!(kind, FindingKind::Unread)) => texts.unknown_file,
        _ => texts.no_times,
    };
    fill(text, &[("name", &file.name), ("most", &(LARGEST >> 20).to_string())])
}
