//! A session that can be chosen, or why it can't.

use crate::choice::ChoiceAction;
use crate::components::agenda::SessionWhen;
use crate::context::{LocaleContext, Zones, use_event, use_locale, use_zones};
use huso_agenda::Session;
use huso_i18n::{Texts as _, fill};
use huso_registration::sessions::Availability;
use huso_registration::wire::SeatsLeft;
use huso_registration::wording;
use yew::{Callback, Event, Html, Properties, component, html};

/// Properties of [`SessionOption`].
#[derive(Properties, PartialEq)]
pub struct SessionOptionProps {
    /// Which of the agenda's sessions, from 0.
    pub index: usize,
    /// Whether this visitor can choose it.
    pub availability: Availability,
    /// How many seats are left, as far as that is known.
    pub seats: Option<SeatsLeft>,
    /// Whether they did.
    pub is_chosen: bool,
    /// Changes the choice.
    pub on_choice: Callback<ChoiceAction>,
}

/// A session that can be chosen, or why it can't. What was chosen can always be taken out.
#[component]
pub fn SessionOption(props: &SessionOptionProps) -> Html {
    let (event, locale, zones) = (use_event(), use_locale(), use_zones());
    let Some(session) = event.agenda().sessions.get(props.index) else { return Html::default() };
    let id = format!("choice-{}", props.index);
    let disabled = !props.availability.is_choosable() && !props.is_chosen;
    let onchange = {
        let session = session.id.clone();
        props.on_choice.reform(move |_: Event| ChoiceAction::Toggle(session.clone()))
    };
    html! {
        <div class={if disabled { "check unavailable" } else { "check" }}>
            <input type="checkbox" id={id.clone()} name={format!("session-{}", session.id)}
                checked={props.is_chosen} {disabled} {onchange} />
            <label for={id}>
                {locale.text(&session.title).to_owned()}
                if let Some(remark) = remark(session, props, locale, &zones) {
                    <span class="optional">{format!(" ({remark})")}</span>
                }
                <SessionWhen when={session.when} />
            </label>
        </div>
    }
}

/// What else there is to know before one chooses it.
fn remark(
    session: &Session,
    props: &SessionOptionProps,
    locale: LocaleContext,
    zones: &Zones,
) -> Option<String> {
    let lang = locale.lang;
    match props.availability {
        Availability::Open => {
            let left = props.seats.and_then(|seats| wording::seats(seats, lang));
            let deadline = session.closes.map(|closes| zones.deadline(closes, locale));
            let until = deadline.map(|deadline| fill(lang.form().session_until, &[("when", &deadline)]));
            let remarks: Vec<String> = left.into_iter().chain(until).collect();
            (!remarks.is_empty()).then(|| remarks.join(", "))
        }
        // It is shown only to take it out again.
        Availability::OtherAudience => Some(lang.form().session_invitation.to_owned()),
        other => wording::remark(other, lang, |opens| zones.moment(opens, locale)),
    }
}
