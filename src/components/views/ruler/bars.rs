//! The sessions as bars, in lanes of their tracks.

use super::day::{RulerDay, RulerStrand};
use super::layout::{Layout, Rect, SessionBox};
use super::scales::px;
use crate::context::use_event;
use huso_agenda::Session;
use huso_agenda::event_file::SessionKind;
use huso_agenda::strands::Block;
use std::rc::Rc;
use yew::{Html, Properties, classes, component, html};

/// Properties of [`Bars`].
#[derive(Properties, PartialEq)]
pub struct BarsProps {
    /// What is on the ruler.
    pub day: Rc<RulerDay>,
    /// Where.
    pub layout: Rc<Layout>,
    /// Which of the day's sessions is looked at, from 0.
    pub looked_at: Option<usize>,
}

/// The lanes, the bars, and beside an upright scale the lines to their titles.
#[component]
pub fn Bars(props: &BarsProps) -> Html {
    let event = use_event();
    let BarsProps { day, layout, looked_at } = props;
    let sessions = &event.agenda().sessions;
    html! {
        <g class="bars" aria-hidden="true">
            if !layout.is_upright { <path class="grid-lines" d={hour_lines(day, layout)} /> }
            for lane in layout.lanes.iter().skip(1) {
                <path class="lane" d={format!("M0 {}H{}", px(lane.start), px(layout.width))} />
            }
            if layout.is_upright {
                for session in &layout.boxes { <path class="leader" d={leader(session)} /> }
            }
            for (index, ((strand, block), place)) in day.blocks.iter().zip(&layout.boxes).enumerate() {
                if let Some((session, strand)) = sessions.get(block.index).zip(day.strands.get(*strand)) {
                    {ghost(session, block, place, day, layout)}
                    {bar(session, strand, &place.bar, *looked_at == Some(index))}
                }
            }
        </g>
    }
}

fn bar(session: &Session, strand: &RulerStrand, place: &Rect, is_looked_at: bool) -> Html {
    let class = classes!(
        "bar",
        (session.kind == SessionKind::Break).then_some("pause"),
        session.is_off().then_some("off"),
        is_looked_at.then_some("looked-at"),
    );
    let Rect { x, y, width, height } = *place;
    html! {
        <g {class}>
            <rect x={px(x)} y={px(y)} width={px(width)} height={px(height)} rx="1" fill={strand.name.color.clone()} />
            if strand.name.color.is_some() {
                <rect class="tone" x={px(x)} y={px(y)} width={px(width)} height={px(height)} rx="1" />
            }
            if session.is_off() {
                <rect class="stripes" x={px(x)} y={px(y)} width={px(width)} height={px(height)} fill="url(#off-hatch)" />
            }
        </g>
    }
}

/// Where a session was before it was moved.
fn ghost(session: &Session, block: &Block, place: &SessionBox, day: &RulerDay, layout: &Layout) -> Html {
    let before = session.previous_start.filter(|before| *before != block.start && !session.is_off());
    let Some(minute) = before.and_then(|before| day.scale.within(before)) else { return Html::default() };
    let length = block.end.signed_duration_since(block.start).num_minutes();
    let end = (minute + length).min(day.scale.minutes());
    let bar = place.bar;
    let across = if layout.is_upright { bar.x..bar.x + bar.width } else { bar.y..bar.y + bar.height };
    let ghost = layout.rect(minute..end, &across);
    html! {
        <rect class="ghost" x={px(ghost.x)} y={px(ghost.y)} width={px(ghost.width)} height={px(ghost.height)} />
    }
}

/// A hairline down from each full hour of the event's own zone, through all lanes.
fn hour_lines(day: &RulerDay, layout: &Layout) -> String {
    let below = layout.across().end..layout.height;
    (1..day.scale.minutes() / 60).map(|hour| layout.line(hour * 60, &below)).collect()
}

/// From a bar's start to its title, which may have been pushed down.
fn leader(session: &SessionBox) -> String {
    let SessionBox { bar, title, .. } = session;
    let (from, to) = (bar.y + 0.5, title.y + 8.0);
    let right = title.x - 3.0;
    format!(
        "M{} {}H{}L{} {}H{}",
        px(bar.x + bar.width),
        px(from),
        px(right - 6.0),
        px(right - 2.0),
        px(to),
        px(right)
    )
}
