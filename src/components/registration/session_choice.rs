//! The sessions to choose, each with the visitor's own time.

use super::form_context::use_form;
use super::selection::Selection;
use super::session_option::SessionOption;
use crate::choice::ChoiceAction;
use crate::context::{use_event, use_locale};
use crate::hooks::{LONG_LIST, use_drawn_rows};
use huso_agenda::{Instant, Session};
use huso_i18n::{Texts as _, fill};
use huso_registration::Form;
use huso_registration::controls::{SESSIONS_ID, fault_id};
use huso_registration::sessions::{Availability, availability, takes_registrations};
use huso_registration::wire::{Answers, Seats};
use huso_registration::wording::session_limits;
use std::rc::Rc;
use yew::{AttrValue, Callback, Html, Properties, component, html, use_state_eq};

/// Sessions up to which all are listed; of more, only those that are chosen, until somebody wants to see the others. Each is a
/// stop of the keyboard.
const MOST_LISTED: usize = 12;

/// Properties of [`SessionChoice`].
#[derive(Properties, PartialEq)]
pub struct SessionChoiceProps {
    /// Ids of the sessions chosen.
    pub chosen: Vec<String>,
    /// Changes the choice.
    pub on_choice: Callback<ChoiceAction>,
    /// The answers by which it goes who can choose which session: [`deciding_answers`].
    pub answers: Answers,
    /// How many seats are left.
    pub seats: Rc<Seats>,
    /// What is wrong with the choice.
    pub fault: Option<AttrValue>,
    /// Whether a session can be chosen then.
    pub now: Instant,
}

/// The sessions to choose; where they are many, those that were chosen in the agenda.
#[component]
pub fn SessionChoice(props: &SessionChoiceProps) -> Html {
    let (event, locale, form) = (use_event(), use_locale(), use_form());
    let texts = locale.lang.form();
    let SessionChoiceProps { chosen, on_choice, answers, seats, fault, now } = props;
    let options = event.agenda().sessions.iter().enumerate().filter_map(|(index, session)| {
        let seats = seats.sessions.get(&session.id).copied();
        let availability = availability(&form, session, answers, *now).given(seats);
        let is_chosen = chosen.contains(&session.id);
        let is_shown = is_chosen || is_worth_showing(session, availability, *now);
        is_shown.then(|| (index, session.id.clone(), availability, seats, is_chosen))
    });
    let options: Vec<_> = options.collect();
    let count = options.len();
    let is_listed = use_state_eq(|| false);
    let is_short = count <= MOST_LISTED;
    let listed = if is_short || *is_listed { count } else { 0 };
    let drawn = use_drawn_rows(listed);
    let on_list = {
        let is_listed = is_listed.clone();
        move |_| is_listed.set(!*is_listed)
    };
    html! {
        <fieldset class={if fault.is_some() { "choice wrong" } else { "choice" }}
            aria-describedby={fault.is_some().then(|| fault_id(SESSIONS_ID))}>
            <legend id={SESSIONS_ID} tabindex="-1">{texts.choose}</legend>
            if let Some(limits) = session_limits(&form, locale.lang) { <p class="hint">{limits}</p> }
            if let Some(fault) = fault { <p class="fault" id={fault_id(SESSIONS_ID)}>{fault}</p> }
            if !is_short {
                if chosen.is_empty() && !*is_listed { <p class="hint">{texts.none_chosen}</p> }
                <button type="button" class="quiet list-all" aria-expanded={is_listed.to_string()} onclick={on_list}>
                    {if *is_listed { texts.list_chosen.to_owned() } else { fill(texts.list_all, &[("n", &count.to_string())]) }}
                </button>
            }
            <div class="options" data-count={(listed >= LONG_LIST).then(|| listed.to_string())}>
                for (index, id, availability, seats, is_chosen) in options.into_iter().take(drawn) {
                    <SessionOption key={id} {index} {availability} {seats} {is_chosen}
                        on_choice={on_choice.clone()} />
                }
            </div>
            <Selection chosen={chosen.clone()} title={texts.selection} seats={seats.clone()} />
        </fieldset>
    }
}

/// Those of the answers by which it goes who can choose which session. What else is typed changes nothing.
pub fn deciding_answers(form: &Form, answers: &Answers) -> Answers {
    let mut deciding = answers.clone();
    deciding.retain(|id, _| {
        [&form.audience_field, &form.invitation_field].iter().any(|field| field.as_deref() == Some(id))
    });
    deciding
}

/// Sessions that nobody registers for, that are over or meant for others are left out.
fn is_worth_showing(session: &Session, availability: Availability, now: Instant) -> bool {
    let is_over = session.end().or(session.start()).is_some_and(|end| end <= now);
    takes_registrations(session) && !is_over && availability != Availability::OtherAudience
}
