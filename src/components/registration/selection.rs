//! What was chosen, in the visitor's time, and what of it overlaps.

use super::seats_remark::SeatsRemark;
use crate::components::agenda::{MomentRange, SessionWhen};
use crate::context::{LocaleContext, use_event, use_locale};
use huso_agenda::When;
use huso_i18n::{Texts as _, fill};
use huso_registration::sessions::{Clash, clashes};
use huso_registration::wire::Seats;
use std::rc::Rc;
use yew::{AttrValue, Html, Properties, component, html};

/// Properties of [`Selection`].
#[derive(Properties, PartialEq)]
pub struct SelectionProps {
    /// Ids of the sessions chosen.
    pub chosen: Vec<String>,
    /// Ids of the sessions that are registered already: the chosen ones may overlap with them.
    #[prop_or_default]
    pub registered: Vec<String>,
    /// What they are called together.
    pub title: AttrValue,
    /// How many seats they have left.
    pub seats: Rc<Seats>,
}

/// What was chosen, and what of it overlaps. The region for that is there from the start, so that screen
/// readers tell of what comes into it.
#[component]
pub fn Selection(props: &SelectionProps) -> Html {
    let (event, locale) = (use_event(), use_locale());
    let agenda = event.agenda();
    let all = [&*props.registered, &*props.chosen].concat();
    let chosen = agenda.sessions.iter().filter(|session| props.chosen.contains(&session.id));
    html! {
        <div class="selection">
            if !props.chosen.is_empty() {
                <p class="chosen-title">{&props.title}</p>
                <ul class="kept">
                    for session in chosen {
                        <li class="entry">
                            {locale.text(&session.title).to_owned()}
                            <SeatsRemark seats={props.seats.sessions.get(&session.id).copied()} />
                            <SessionWhen when={session.when} />
                        </li>
                    }
                </ul>
            }
            <div role="status">
                for clash in clashes(agenda, &all) { {warning(&clash, locale)} }
            </div>
        </div>
    }
}

fn warning(clash: &Clash, locale: LocaleContext) -> Html {
    let texts = locale.lang.form();
    let (first, second) = (locale.text(&clash.first.title), locale.text(&clash.second.title));
    let end = (clash.from < clash.to).then_some(clash.to);
    html! {
        <p class="clash">
            {fill(texts.clash, &[("first", first), ("second", second)])}
            <MomentRange when={When::Timed { start: clash.from, end }} />
            {". "}{texts.clash_allowed}
        </p>
    }
}
