//! The pane that the previews are in.

use crate::frame::use_lang;
use crate::preview::controls::Controls;
use crate::preview::jump;
use crate::preview::moments::Moments;
use crate::preview::pane_head::PaneHead;
use crate::preview::places::{own_places, several};
use crate::preview::several_caption::SeveralCaption;
use crate::preview::shown_page::ShownPage;
use crate::preview::state::{Device, MOST, PreviewAction, PreviewState};
use crate::preview::use_jump::use_jump;
use huso_agenda::{Instant, Offsets as _, Zone, iso};
use huso_registration::Event;
use std::rc::Rc;
use web_sys::Element;
use yew::{AttrValue, Html, Properties, classes, component, html, use_memo, use_node_ref, use_reducer};

/// Properties of [`Pane`].
#[derive(Properties)]
pub struct PaneProps {
    /// What is in the event file.
    pub event: Rc<Event>,
    /// Its address.
    pub src: AttrValue,
}

/// Equal to what is of the same file only.
impl PartialEq for PaneProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.event, &other.event) && self.src == other.src
    }
}

/// The previews with their controls: beside what is edited or, for a desktop's page and for several at a time, across the
/// whole window.
#[component]
pub fn Pane(PaneProps { event, src }: &PaneProps) -> Html {
    let lang = use_lang();
    let (pane, places) =
        (use_node_ref(), use_memo((src.clone(), lang), |(_, lang)| own_places(&event.agenda, *lang)));
    let state = use_reducer(|| {
        let first =
            places.first().map_or_else(|| event.agenda.zone.name().to_owned(), |place| place.zone.clone());
        PreviewState::seen_from(first)
    });
    let moments = use_memo(src.clone(), |_| Moments::of(event));
    use_jump(&pane);
    let is_several = state.is_several();
    let on_several = {
        let (state, event) = (state.clone(), event.clone());
        move |()| {
            let one = || state.places.iter().take(1).cloned().collect();
            let all = if state.is_several() { one() } else { several(&event.agenda, MOST) };
            state.dispatch(PreviewAction::SeeAll(all));
        }
    };
    let on_form = {
        let pane = pane.clone();
        move |()| {
            if let Some(pane) = pane.cast::<Element>() {
                jump::show(&pane, "part", "registration");
            }
        }
    };
    let moment = state.moment.map(|moment| AttrValue::from(attribute(moment, &event.agenda.zone)));
    let seats = state.moment.and_then(|moment| moments.seats(moment)).map(AttrValue::Static);
    let page = |(index, zone): (usize, &String)| {
        html! {
            <figure key={index}>
                if is_several {
                    <figcaption>
                        <SeveralCaption {index} state={state.clone()} places={places.clone()} />
                    </figcaption>
                }
                <ShownPage {index} {src} zone={zone.clone()} lang={state.lang.unwrap_or(lang).tag()}
                    device={state.device} theme={state.theme} moment={moment.clone()} seats={seats.clone()} />
            </figure>
        }
    };
    let is_wide = is_several || state.device == Device::Desktop;
    html! {
        <section class={classes!("preview", is_wide.then_some("wide"))} aria-labelledby="preview" ref={&pane}>
            <PaneHead {is_several} has_form={event.form.is_some() && !is_wide} {on_several} {on_form} />
            <Controls event={event.clone()} state={state.clone()} moments={moments.clone()}
                places={places.clone()} />
            <div class="pages">{for state.places.iter().enumerate().map(page)}</div>
        </section>
    }
}

/// A moment as the element's attribute has it: `2027-08-09T09:55-05:00`.
fn attribute(moment: Instant, zone: &Zone) -> String {
    iso::minute(zone.wall_time(moment)) + &iso::offset(zone.offset_at(moment))
}
