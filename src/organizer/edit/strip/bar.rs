//! A session's bar.

use crate::edit::strip::drag::{Drag, Edge};
use crate::edit::strip::layout::{BAR, Layout, Title};
use crate::edit::strip::titles::place;
use huso_edit::Bar;
use yew::{AttrValue, Html, Properties, classes, component, html};

/// How wide the ends of a bar are by which it is resized, in px.
const END: f64 = 6.0;
/// The narrowest bar that has such ends.
const WIDE: f64 = 24.0;

/// Properties of [`SessionBar`].
#[derive(Properties, PartialEq)]
pub struct SessionBarProps {
    /// The bar.
    pub bar: Bar,
    /// From where to where its title has room.
    pub room: (f64, f64),
    /// Where things are.
    pub layout: Layout,
    /// The session's title.
    pub title: AttrValue,
    /// What screen readers say of it.
    pub label: AttrValue,
    /// Its track's colour.
    pub color: Option<AttrValue>,
    /// Whether it is in the form.
    pub is_chosen: bool,
    /// Whether Tab stops at it.
    pub is_stop: bool,
    /// How it is being moved.
    pub drag: Option<Drag>,
}

/// A session's bar, with its title beside it; chosen, with two handles.
#[component]
pub fn SessionBar(props: &SessionBarProps) -> Html {
    let SessionBarProps { bar, room, layout, title, label, color, is_chosen, is_stop, drag } = props;
    let (start, end) = drag.map_or((bar.start, bar.end), |drag| drag.span(bar));
    let (left, right, y) = (layout.x(start), layout.x(end), layout.y(bar.row) + 2.0);
    let width = (right - left).max(3.0);
    let text_y = (y + 15.0).to_string();
    let edge = |edge: Edge, x: f64| {
        html! { <rect class="edge" data-edge={name(edge)} x={x.to_string()} y={y.to_string()} width={END.to_string()} height={BAR.to_string()} /> }
    };
    let title = match place(title, (left, right), *room) {
        Title::Right(x) => html! { <text x={x.to_string()} y={text_y}>{title}</text> },
        Title::Left(x) => html! { <text x={x.to_string()} y={text_y} text-anchor="end">{title}</text> },
        Title::Inside(x, shown) if *is_chosen => {
            html! { <text class="inside" x={x.to_string()} y={text_y}>{shown}</text> }
        }
        Title::Inside(..) => Html::default(),
    };
    html! {
        <>
            <g class={classes!("bar", is_chosen.then_some("chosen"), drag.map(|_| "moving"))} role="button" data-bar={bar.index.to_string()}
                tabindex={if *is_stop { "0" } else { "-1" }} aria-label={label} aria-pressed={is_chosen.to_string()}>
                <rect class="body" x={left.to_string()} y={y.to_string()} width={width.to_string()} height={BAR.to_string()} rx="2" fill={color.clone()} />
                if width >= WIDE { {edge(Edge::Start, left)}{edge(Edge::End, right - END)} }
                if *is_chosen {
                    for (edge, x) in [(Edge::Start, left), (Edge::End, right)] {
                        <rect class="grip" data-edge={name(edge)} x={(x - END / 2.0).to_string()} y={(y - 3.0).to_string()} width={END.to_string()} height="28" rx="2" />
                    }
                }
            </g>
            // What a bar is called is said by its label: the title in sight may be shortened.
            <g class="titles" aria-hidden="true">{title}</g>
        </>
    }
}

fn name(edge: Edge) -> &'static str {
    match edge {
        Edge::Whole => "whole",
        Edge::Start => "start",
        Edge::End => "end",
    }
}

/// The edge of a name.
pub fn edge_of(name: Option<&str>) -> Edge {
    match name {
        Some("start") => Edge::Start,
        Some("end") => Edge::End,
        _ => Edge::Whole,
    }
}
