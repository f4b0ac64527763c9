//! How far reading is.

use crate::bring::use_reading::Progress;
use crate::frame::use_lang;
use huso_i18n::{Texts as _, fill};
use yew::{Callback, Html, Properties, component, html};

/// Properties of [`ReadingBox`].
#[derive(Properties, PartialEq)]
pub struct ReadingBoxProps {
    /// How far it is.
    pub progress: Progress,
    /// Stops it.
    pub stop: Callback<()>,
}

/// How far reading is. The style sheet shows it after a moment only: most files are read before.
#[component]
pub fn ReadingBox(props: &ReadingBoxProps) -> Html {
    let texts = use_lang().bring();
    let Progress { name, read, all, sessions } = &props.progress;
    let number = read + 1;
    let far = fill(
        texts.progress,
        &[("n", &number.to_string()), ("all", &all.to_string()), ("sessions", &sessions.to_string())],
    );
    let name = fill(texts.reading, &[("name", name)]);
    html! {
        <div class="drop reading">
            <p class="call" role="status">{&name}</p>
            <progress max={all.to_string()} value={read.to_string()} aria-label={name.clone()} />
            <p class="faint">{far}</p>
            <button type="button" class="neutral" onclick={props.stop.reform(|_| ())}>{texts.stop}</button>
        </div>
    }
}
