//! How a step of publishing stands.

use crate::frame::{Icon, Mark, Tone, clock, use_lang};
use crate::publish::done::Deed;
use huso_i18n::{Texts as _, fill};
use yew::{Html, Properties, component, html};

/// How a step of publishing stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// It can be done.
    Ready,
    /// It is the one to do now.
    Next,
    /// An error stops it.
    Stopped,
    /// It waits for another, by its number.
    Waits(usize),
    /// An address is missing.
    NeedsAddress,
    /// It is being done.
    Working,
    /// It could not be done.
    Failed,
    /// It was done at a time (RFC 3339).
    Done(Deed, String),
}

/// Properties of [`StateLabel`].
#[derive(Properties, PartialEq)]
pub struct StateLabelProps {
    /// How it stands.
    pub state: State,
}

/// How a step of publishing stands, in a word and a form.
#[component]
pub fn StateLabel(props: &StateLabelProps) -> Html {
    let texts = use_lang().publish();
    let waiting = |words: String| html! { <span class="mark note"><Icon name="clock" />{words}</span> };
    match &props.state {
        State::Ready => html! { <span class="mark">{texts.state_ready}</span> },
        State::Next => html! { <span class="mark">{texts.state_next}</span> },
        State::Stopped => html! { <Mark tone={Tone::Error} words={texts.state_stopped} /> },
        State::Failed => html! { <Mark tone={Tone::Error} words={texts.state_failed} /> },
        State::Waits(number) => waiting(fill(texts.state_waits, &[("n", &number.to_string())])),
        State::NeedsAddress => waiting(texts.state_address.to_owned()),
        State::Working => waiting(texts.state_working.to_owned()),
        State::Done(deed, at) => {
            let words = match deed {
                Deed::Saved => texts.state_saved,
                Deed::Copied => texts.state_copied,
                Deed::Opened => texts.state_opened,
            };
            html! { <span class="mark"><Icon name="check" />{fill(words, &[("time", &clock(at))])}</span> }
        }
    }
}
