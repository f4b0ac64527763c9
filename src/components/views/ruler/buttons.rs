//! A button for each session, over its bar and its title, in the order of their starts.

use super::day::RulerDay;
use super::layout::{Layout, SessionBox};
use super::scales::px;
use super::words::{spoken, times};
use crate::components::agenda::RowState;
use crate::components::views::session_words::{is_mine, standing, status};
use crate::context::{LocaleContext, use_event, use_locale};
use huso_agenda::Session;
use huso_agenda::event_file::{SessionKind, SessionStatus};
use huso_agenda::strands::Block;
use std::rc::Rc;
use yew::{Callback, Html, Properties, classes, component, html};

/// The namespace of what stands in a drawing as a part of the page.
pub const XHTML: &str = "http://www.w3.org/1999/xhtml";

/// What a button takes besides its bar and its title, so that it can be hit.
const MARGIN: f64 = 3.0;

/// Properties of [`Buttons`].
#[derive(Properties, PartialEq)]
pub struct ButtonsProps {
    /// What is on the ruler.
    pub day: Rc<RulerDay>,
    /// Where.
    pub layout: Rc<Layout>,
    /// The state of each of the agenda's sessions.
    pub rows: Rc<Vec<RowState>>,
    /// Which of the day's sessions is looked at, from 0.
    pub looked_at: Option<usize>,
    /// One of the day's sessions is selected.
    pub on_select: Callback<usize>,
}

/// The buttons.
#[component]
pub fn Buttons(props: &ButtonsProps) -> Html {
    let (event, locale) = (use_event(), use_locale());
    let ButtonsProps { day, layout, rows, looked_at, on_select } = props;
    html! {
        for (index, ((_, block), place)) in day.blocks.iter().zip(&layout.boxes).enumerate() {
            if let Some((session, state)) = event.agenda().sessions.get(block.index).zip(rows.get(block.index)) {
                {Button { session, state, block, place, is_looked_at: *looked_at == Some(index) }
                    .draw(day, layout.is_upright, on_select.reform(move |()| index), locale)}
            }
        }
    }
}

/// What a button is about.
struct Button<'a> {
    session: &'a Session,
    state: &'a RowState,
    block: &'a Block,
    place: &'a SessionBox,
    is_looked_at: bool,
}

impl Button<'_> {
    fn draw(&self, day: &RulerDay, is_upright: bool, on_select: Callback<()>, locale: LocaleContext) -> Html {
        let Self { session, state, place, is_looked_at, .. } = *self;
        // Beside an upright scale, bars stand closer than their titles.
        let hit = if is_upright { place.title } else { place.bar };
        let room = hit.around(&place.title, MARGIN);
        let class = classes!(
            "session-bar",
            format!("lines-{}", place.lines),
            place.is_flush_right.then_some("flush"),
            (session.kind == SessionKind::Break).then_some("pause"),
            (session.status == SessionStatus::Cancelled).then_some("gone"),
            is_mine(state).then_some("own"),
            is_looked_at.then_some("looked-at"),
        );
        let title = locale.text(&session.title);
        let onfocus = on_select.reform(|_| ());
        let onclick = on_select.reform(|_| ());
        html! {
            <foreignObject key={session.id.as_str()} x={px(room.x)} y={px(room.y)} width={px(room.width)}
                height={px(room.height)}>
                <button xmlns={XHTML} type="button" {class} data-session={session.id.clone()} aria-current={is_looked_at.then_some("true")} {onfocus} {onclick}>
                    <span>
                        if is_mine(state) { <span aria-hidden="true">{"★ "}</span> }
                        <span class="title">{title}</span>
                        if let Some(status) = status(session, locale) {
                            {" "}<b class={(session.is_off()).then_some("danger")}>{status}</b>
                        }
                    </span>
                    <span class="spoken">{self.spoken(day, locale)}</span>
                </button>
            </foreignObject>
        }
    }

    /// After its title: the visitor's time, the countries' times, where it stands.
    fn spoken(&self, day: &RulerDay, locale: LocaleContext) -> String {
        let times = spoken(&times(day, self.block.start, locale), locale);
        let states = standing(self.state, locale).into_iter().map(str::to_owned);
        std::iter::once(times).chain(states).map(|words| format!("; {words}")).collect()
    }
}
