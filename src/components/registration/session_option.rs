//! A session that can be chosen, or why it can't.

use crate::choice::ChoiceAction;
use crate::components::agenda::SessionWhen;
use crate::context::{LocaleContext, Zones, use_event, use_locale, use_zones};
use huso_agenda::Session;
use huso_i18n::{Texts as _, fill};
use huso_registration::sessions::Availability;
use yew::{Callback, Event, Html, Properties, component, html};

/// Properties of [`SessionOption`].
#[derive(Properties, PartialEq)]
pub struct SessionOptionProps {
    /// Which of the agenda's sessions, from 0.
    pub index: usize,
    /// Whether this visitor can choose it.
    pub availability: Availability,
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
                if let Some(remark) = remark(session, props.availability, locale, &zones) {
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
    availability: Availability,
    locale: LocaleContext,
    zones: &Zones,
) -> Option<String> {
    let texts = locale.lang.form();
    let when = |text, moment: String| fill(text, &[("when", &moment)]);
    Some(match availability {
        Availability::Open => when(texts.session_until, zones.deadline(session.closes?, locale)),
        Availability::Waitlist => texts.session_waitlisted.to_owned(),
        Availability::Before(opens) => when(texts.session_before, zones.moment(opens, locale)),
        Availability::Full => texts.session_full.to_owned(),
        Availability::Invitation | Availability::OtherAudience => texts.session_invitation.to_owned(),
        Availability::Closed => locale.lang.widget().session_closed.to_owned(),
    })
}
