//! The pane that the previews are in.

use crate::frame::use_lang;
use crate::preview::controls::Controls;
use crate::preview::form_moment::open_moment;
use crate::preview::form_shown::{filled, states};
use crate::preview::jump;
use crate::preview::missing::missing;
use crate::preview::moments::Moments;
use crate::preview::pane_head::PaneHead;
use crate::preview::places::{own_places, several};
use crate::preview::several_caption::SeveralCaption;
use crate::preview::shown_page::ShownPage;
use crate::preview::state::{Device, MOST, PreviewAction, PreviewState};
use crate::preview::use_jump::{use_jump, use_marked};
use crate::workspace::Checked;
use huso::browser::now;
use huso_agenda::{Instant, Offsets as _, Zone, iso};
use huso_i18n::Texts as _;
use huso_registration::{Event, Filled};
use std::rc::Rc;
use web_sys::Element;
use yew::{AttrValue, Html, Properties, classes, component, html, use_memo, use_node_ref, use_reducer};

/// Properties of [`Pane`].
#[derive(Properties)]
pub struct PaneProps {
    /// The event file and what is wrong with it.
    pub checked: Checked,
    /// What is in it.
    pub event: Rc<Event>,
    /// Its address.
    pub src: AttrValue,
    /// While the registration is edited, the question that is, from 0.
    pub question: Option<usize>,
}

/// Equal to what is of the same file only.
impl PartialEq for PaneProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.event, &other.event) && self.src == other.src && self.question == other.question
    }
}

/// The previews with their controls: beside what is edited or, for a desktop's page and for several at a time, across the
/// whole window.
#[component]
pub fn Pane(PaneProps { checked, event, src, question }: &PaneProps) -> Html {
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
    let is_wide = is_several || state.device == Device::Desktop;
    let on_several = {
        let (state, event) = (state.clone(), event.clone());
        move |()| {
            let one = || state.places.iter().take(1).cloned().collect();
            let all = if state.is_several() { one() } else { several(&event.agenda, MOST) };
            state.dispatch(PreviewAction::SeeAll(all));
        }
    };
    let edited = question.and_then(|question| Some((event.form.as_ref()?, question)));
    let form = edited.filter(|_| !state.is_whole);
    let way = match edited {
        Some(_) if state.is_whole => Some(lang.preview().form_alone),
        Some(_) => Some(lang.preview().whole),
        None => event.form.as_ref().filter(|_| !is_wide).map(|_| lang.preview().to_form),
    };
    let on_way = {
        let (pane, state, is_edited) = (pane.clone(), state.clone(), edited.is_some());
        move |()| match pane.cast::<Element>() {
            _ if is_edited => state.dispatch(PreviewAction::Whole(!state.is_whole)),
            Some(pane) => jump::show(&pane, "part", "registration"),
            None => {}
        }
    };
    let moment = match form {
        Some((form, _)) => open_moment(&form.outline, state.moment, now()),
        None => state.moment,
    };
    let reader = state.lang.unwrap_or(lang);
    let marked = form.and_then(|(form, question)| Some(form.fields.get(question)?.id.clone()));
    use_marked(&pane, marked.as_ref());
    let shown = form.map(|(form, _)| {
        let filled = filled(event, form, state.form, moment.unwrap_or_else(now), reader);
        Filled { marked: marked.clone(), ..filled }
    });
    let shown = shown.and_then(|filled| serde_json::to_string(&filled).ok()).map(AttrValue::from);
    let lacks: Rc<[String]> =
        form.map(|(form, _)| missing(checked, event, form, reader)).unwrap_or_default().into();
    let moment = moment.map(|moment| AttrValue::from(attribute(moment, &event.agenda.zone)));
    let seats = state.moment.and_then(|moment| moments.seats(moment)).map(AttrValue::Static);
    let page = |(index, zone): (usize, &String)| {
        html! {
            <figure key={index}>
                if is_several {
                    <figcaption>
                        <SeveralCaption {index} state={state.clone()} places={places.clone()} />
                    </figcaption>
                }
                <ShownPage {index} {src} zone={zone.clone()} lang={reader.tag()} device={state.device} theme={state.theme}
                    moment={moment.clone()} seats={seats.clone()} filled={shown.clone()} missing={lacks.clone()} />
            </figure>
        }
    };
    html! {
        <section class={classes!("preview", is_wide.then_some("wide"))} aria-labelledby="preview" ref={&pane}>
            <PaneHead {is_several} {way} {on_several} {on_way} />
            <Controls event={event.clone()} state={state.clone()} moments={moments.clone()}
                places={places.clone()} states={form.map(|(form, _)| states(event, form, reader))} />
            <div class="pages">{for state.places.iter().enumerate().map(page)}</div>
        </section>
    }
}

/// A moment as the element's attribute has it: `2027-08-09T09:55-05:00`.
fn attribute(moment: Instant, zone: &Zone) -> String {
    iso::minute(zone.wall_time(moment)) + &iso::offset(zone.offset_at(moment))
}
