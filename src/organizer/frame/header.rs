//! The page's head.

use crate::frame::saved::Saved;
use crate::frame::{Step, use_lang};
use crate::workspace::{Keeping, use_workspace};
use huso_agenda::Lang;
use huso_edit::Place;
use huso_i18n::Texts as _;
use yew::{Callback, Html, Properties, component, html};

/// Properties of [`Header`].
#[derive(Properties, PartialEq)]
pub struct HeaderProps {
    /// The step that is open.
    pub step: Step,
    /// How many things each step has open.
    pub open: [usize; 4],
    /// Whether the browser keeps the event file.
    pub keeping: Keeping,
    /// Chooses another language.
    pub choose: Callback<Lang>,
}

/// Name, event, steps, whether it is kept, and the language.
#[component]
pub fn Header(props: &HeaderProps) -> Html {
    let (lang, workspace) = (use_lang(), use_workspace());
    let texts = lang.frame();
    let title = title(&workspace.document().get(&Place::parse("title")).cloned().unwrap_or_default(), lang);
    let languages = Lang::ALL.into_iter().map(|one| {
        let onclick = props.choose.reform(move |_| one);
        html! {
            <button type="button" lang={one.tag()} aria-pressed={(one == lang).to_string()} {onclick}>
                {one.tag().to_uppercase()}
            </button>
        }
    });
    html! {
        <header class="head">
            <p class="name">
                <a href="#bring">{"Huso"}</a>
                <span class="event">{if title.is_empty() { texts.for_organizers.to_owned() } else { title }}</span>
            </p>
            <nav aria-label={texts.steps}>
                <ol class="segments steps">
                    for (step, open) in Step::STEPS.into_iter().zip(props.open) {
                        <li>
                            <a href={format!("#{}", step.fragment())} aria-current={(step == props.step).then_some("step")}>
                                {step.name(lang)}
                                if open > 0 { <span class="count">{format!(" ({open})")}</span> }
                            </a>
                        </li>
                    }
                </ol>
            </nav>
            <Saved keeping={props.keeping.clone()} />
            <div class="segments languages" role="group" aria-label={texts.language}>{for languages}</div>
        </header>
    }
}

/// A title in a language, or in any.
fn title(written: &serde_json::Value, lang: Lang) -> String {
    let text = written.as_str().or_else(|| written.get(lang.tag())?.as_str());
    let any = || written.as_object()?.values().find_map(serde_json::Value::as_str);
    text.or_else(any).unwrap_or_default().to_owned()
}
