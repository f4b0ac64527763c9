//! What a view of hours can't show: whole days, and times that nobody knows yet.

use crate::components::agenda::{ViewProps, title_id};
use crate::context::{use_event, use_locale};
use huso_agenda::When;
use huso_i18n::Texts as _;
use yew::{Html, Properties, component, html};

/// Properties of [`Untimed`].
#[derive(Properties, PartialEq)]
pub struct UntimedProps {
    /// What every view is given.
    pub view: ViewProps,
}

/// The sessions without an hour, each a way to its row in the list.
#[component]
pub fn Untimed(props: &UntimedProps) -> Html {
    let (event, locale) = (use_event(), use_locale());
    let ViewProps { shown, go, .. } = &props.view;
    let session = |index: &usize| event.agenda().sessions.get(*index).map(|session| (*index, session));
    let untimed: Vec<_> = shown
        .iter()
        .filter_map(session)
        .filter(|(_, session)| !matches!(session.when, When::Timed { .. }))
        .collect();
    html! {
        if !untimed.is_empty() {
            <div class="untimed">
                <p>{locale.lang.views().untimed}</p>
                <ul>
                    for (index, session) in untimed {
                        <li>
                            <button type="button" class="plain" onclick={go.reform(move |_| title_id(index))}>
                                {locale.text(&session.title)}
                            </button>
                        </li>
                    }
                </ul>
            </div>
        }
    }
}
