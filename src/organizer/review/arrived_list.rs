//! What arrived together.

use crate::frame::{Icon, use_lang};
use crate::review::reviewed::Reviewed;
use crate::workspace::{Action, Found, use_workspace};
use huso_i18n::{Texts as _, fill, plural};
use std::rc::Rc;
use yew::{Callback, Html, Properties, component, html};

/// Properties of [`ArrivedList`].
#[derive(Properties, PartialEq)]
pub struct ArrivedListProps {
    /// What was brought.
    pub reviewed: Rc<Reviewed>,
}

/// What arrived together, with what was found in each: what is ticked is reviewed and taken over in one go, the rest after it.
/// Nothing where one thing arrived.
#[component]
pub fn ArrivedList(props: &ArrivedListProps) -> Html {
    let (texts, workspace) = (use_lang().review(), use_workspace());
    let brought = &props.reviewed.brought;
    if brought.arrived.len() < 2 {
        return Html::default();
    }
    let waiting: Vec<usize> = brought.waiting().collect();
    let row = |at: usize| {
        let (found, is_done) = (brought.found(at), brought.done.contains(&at));
        let (is_reviewed, is_waiting) = (brought.reviewed.contains(&at), waiting.contains(&at));
        let onchange = {
            let (workspace, brought) = (workspace.clone(), brought.clone());
            Callback::from(move |_| workspace.dispatch(Action::Bring(brought.toggled(at).into())))
        };
        let name = brought.arrived.get(at).map(|one| one.name.clone()).unwrap_or_default();
        let what = match found {
            Found::Event => texts.arrived_event.to_owned(),
            Found::Sessions(0) => texts.arrived_nothing.to_owned(),
            Found::Sessions(count) => plural(count, texts.sessions_one, texts.sessions_other),
        };
        html! {
            <li key={at}>
                if is_reviewed || is_waiting {
                    <label class="check"><input type="checkbox" checked={is_reviewed} {onchange} />{name}</label>
                } else {
                    <span class="check">if is_done { <Icon name="check" /> } else { <Icon name="minus" /> }{name}</span>
                }
                <span class="faint">{what}</span>
                <span class="faint">
                    if is_done { {texts.arrived_done} } else if is_waiting { {texts.arrived_later} }
                </span>
            </li>
        }
    };
    html! {
        <section class="arrived" aria-labelledby="arrived">
            <h2 id="arrived">{fill(texts.arrived, &[("n", &brought.arrived.len().to_string())])}</h2>
            <ul>{for (0..brought.arrived.len()).map(row)}</ul>
            <p class="faint">{texts.arrived_help}</p>
        </section>
    }
}
