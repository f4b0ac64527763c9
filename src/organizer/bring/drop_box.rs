//! The box for what there is.

use crate::bring::paste_field::PasteField;
use crate::bring::piece::Piece;
use crate::frame::{Icon, Step, open_step, use_lang};
use crate::workspace::{Action, use_workspace};
use huso::browser::{pasted, uuid};
use huso_edit::Document;
use huso_i18n::Texts as _;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlInputElement;
use yew::{Callback, Event, Html, Properties, TargetCast as _, component, html};

/// Properties of [`DropBox`].
#[derive(Properties, PartialEq)]
pub struct DropBoxProps {
    /// Whether something is held over the page.
    pub is_over: bool,
    /// Reads what arrives.
    pub read: Callback<Vec<Piece>>,
    /// Whether there is a field to paste into.
    pub is_pasting: bool,
    /// Wants that field.
    pub on_paste_field: Callback<()>,
}

/// The box for what there is: drop, choose, paste, or start from scratch.
#[component]
pub fn DropBox(props: &DropBoxProps) -> Html {
    let (texts, workspace) = (use_lang().bring(), use_workspace());
    let onchange = props.read.reform(|event: Event| {
        let input: HtmlInputElement = event.target_unchecked_into();
        let files = input.files();
        let count = files.as_ref().map_or(0, |files| files.length());
        let pieces = (0..count).filter_map(|at| files.as_ref()?.get(at)).map(Piece::File).collect();
        // The same file, corrected, can be chosen again.
        input.set_value("");
        pieces
    });
    let onpaste = {
        let (read, on_paste_field) = (props.read.clone(), props.on_paste_field.clone());
        move |_| {
            let (read, on_paste_field) = (read.clone(), on_paste_field.clone());
            spawn_local(async move {
                let names = [texts.pasted_text, texts.pasted_table];
                let piece =
                    pasted().await.and_then(|[html, plain]| Piece::of_clipboard(&html, &plain, names));
                match piece {
                    Some(piece) => read.emit(vec![piece]),
                    None => on_paste_field.emit(()),
                }
            });
        }
    };
    let onscratch = move |_| {
        workspace.dispatch(Action::Open { key: uuid(), document: Document::empty(), base: None });
        open_step(Step::Edit);
    };
    html! {
        <div class={if props.is_over { "drop over" } else { "drop" }}>
            if props.is_over {
                <p class="call">{texts.let_go}</p>
            } else {
                <p class="call">
                    <span class="wide">{texts.drop}</span>
                    <span class="narrow">{texts.paste_here}</span>
                </p>
                <div class="buttons">
                    <label class="button choose">
                        <input id="file" class="spoken" type="file" multiple=true {onchange} />
                        <Icon name="file" />{texts.choose}
                    </label>
                    <button type="button" class="paste" onclick={onpaste}><Icon name="paste" />{texts.paste}</button>
                </div>
                if props.is_pasting { <PasteField read={props.read.clone()} /> }
                <p class="anywhere">
                    <span class="wide"><kbd>{"Ctrl"}</kbd>{" "}<kbd>{"V"}</kbd>{" "}{texts.paste_anywhere}{" "}</span>
                    <button type="button" class="plain" onclick={onscratch}>{texts.from_scratch}</button>
                </p>
            }
        </div>
    }
}
