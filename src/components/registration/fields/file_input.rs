//! A file of the visitor's.

use super::ControlProps;
use huso_registration::Answer;
use huso_registration::wire::FileInfo;
use web_sys::{File, HtmlInputElement};
use yew::{Html, InputEvent, TargetCast as _, component, html};

/// A file of the visitor's. The answer is what is known of it; the input itself holds the file until the
/// form is sent.
#[component]
pub fn FileInput(props: &ControlProps) -> Html {
    let oninput =
        props.on_answer.reform(|event: InputEvent| match chosen_file(&event.target_unchecked_into()) {
            Some(file) => Answer::File(file_info(&file)),
            None => Answer::Text(String::new()),
        });
    let accept = Some(props.field.accept.join(", ")).filter(|accept| !accept.is_empty());
    html! {
        <input id={props.id.clone()} name={props.field.id.clone()} type="file"
            aria-invalid={props.invalid()} aria-describedby={props.described_by()} aria-required={props.required()}
            autocomplete={props.field.autocomplete.clone()} {accept} {oninput} />
    }
}

/// The file that an input holds.
pub fn chosen_file(input: &HtmlInputElement) -> Option<File> {
    input.files()?.get(0)
}

fn file_info(file: &File) -> FileInfo {
    FileInfo {
        name: file.name(),
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "saturates")]
        size: file.size() as u32,
        r#type: Some(file.type_()).filter(|kind| !kind.is_empty()),
    }
}
