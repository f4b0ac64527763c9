//! How bad something is: a word and a form.

use crate::frame::{Icon, use_lang};
use huso_agenda::Severity;
use huso_i18n::Texts as _;
use yew::{AttrValue, Children, Html, Properties, component, html};

/// How bad something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Stops the step that needs it.
    Error,
    /// Somebody should look at it.
    Warning,
    /// Has to be answered before the agenda is made.
    Question,
    /// Good to know.
    Note,
}

impl Tone {
    /// Its class in the style sheet.
    pub fn class(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Question => "question",
            Self::Note => "note",
        }
    }
}

impl From<Severity> for Tone {
    fn from(severity: Severity) -> Self {
        match severity {
            Severity::Error => Self::Error,
            Severity::Warning => Self::Warning,
            Severity::Note => Self::Note,
        }
    }
}

/// Properties of [`Mark`].
#[derive(Properties, PartialEq)]
pub struct MarkProps {
    /// How bad it is.
    pub tone: Tone,
    /// The words beside the form, in place of the tone's own.
    #[prop_or_default]
    pub words: Option<AttrValue>,
}

/// The form and the word of a tone.
#[component]
pub fn Mark(props: &MarkProps) -> Html {
    let texts = use_lang().frame();
    let own = match props.tone {
        Tone::Error => texts.error,
        Tone::Warning => texts.warning,
        Tone::Question => texts.question,
        Tone::Note => texts.note,
    };
    let words = props.words.clone().unwrap_or(AttrValue::Static(own));
    html! { <span class={format!("mark {}", props.tone.class())}><Icon name={props.tone.class()} />{words}</span> }
}

/// Properties of [`Block`].
#[derive(Properties, PartialEq)]
pub struct BlockProps {
    /// How bad it is.
    pub tone: Tone,
    /// What is the matter, in a few words.
    pub title: AttrValue,
    /// The sentence, and what can be done: buttons whose words are the result.
    #[prop_or_default]
    pub children: Children,
}

/// Something that has to be seen: mark, sentence, and what can be done.
#[component]
pub fn Block(props: &BlockProps) -> Html {
    html! {
        <div class={format!("block {}", props.tone.class())}>
            <p><Mark tone={props.tone} words={props.title.clone()} /></p>
            {props.children.clone()}
        </div>
    }
}
