//! The grid of a day.

use super::super::day_view::SessionsOfDay;
use super::super::ruler::{XHTML, px};
use super::super::session_words::is_mine;
use super::super::strand_name::StrandName;
use super::super::strand_picker::StrandPicker;
use super::block::GridBlock;
use super::day::GridDay;
use super::layout::{BlockBox, Layout};
use super::lines::{Lines, NowLine};
use crate::components::agenda::ViewProps;
use crate::context::{use_event, use_locale, use_zones};
use crate::hooks::use_width;
use huso_agenda::Session;
use huso_agenda::event_file::SessionKind;
use huso_i18n::{Texts as _, fill, labels};
use std::rc::Rc;
use yew::{Html, classes, component, html, use_memo, use_node_ref, use_state_eq};

/// The grid of a day.
#[component]
pub fn Grid(props: &SessionsOfDay) -> Html {
    let (event, locale, zones) = (use_event(), use_locale(), use_zones());
    let root = use_node_ref();
    let width = use_width(&root);
    let picked = use_state_eq(|| None::<usize>);
    let shown = props.view.shown.clone();
    let day = use_memo((event.clone(), locale, zones.clone(), props.date, shown), |dependencies| {
        let (event, locale, zones, date, shown) = dependencies;
        GridDay::new(event, *locale, zones, *date, shown).map(Rc::new)
    });
    let layout = use_memo((day.clone(), *picked, width), |(day, picked, width)| {
        let day = day.as_ref().as_ref()?;
        Some(Rc::new(Layout::new(day, *picked, (*width)?)))
    });
    let on_pick = {
        let picked = picked.clone();
        move |strand| picked.set(Some(strand))
    };
    let Some(day) = (*day).clone() else { return Html::default() };
    let only = layout.as_ref().as_ref().and_then(|layout| layout.only);
    let is_narrow = layout.as_ref().as_ref().is_some_and(|layout| layout.event_axis.is_none());
    html! {
        <div class="grid-view" part="grid" ref={root}>
            <h3 part="day-title">{labels::full_date(props.date, locale.locale)}</h3>
            if let Some(picked) = only { <StrandPicker strands={day.named_columns()} by={day.by} {picked} {on_pick} /> }
            if is_narrow {
                <p class="grid-whose">
                    <b>{zones.your_time(locale)}</b>
                    if let Some((place, _)) = &day.event {
                        {" "}{fill(locale.lang.views().and_event, &[("place", place)])}
                    }
                </p>
            }
            if let Some(layout) = (*layout).clone() {
                <Drawing {day} {layout} view={props.view.clone()} />
            }
        </div>
    }
}

#[derive(yew::Properties, PartialEq)]
struct DrawingProps {
    day: Rc<GridDay>,
    layout: Rc<Layout>,
    view: ViewProps,
}

#[component]
fn Drawing(props: &DrawingProps) -> Html {
    let (event, locale, zones) = (use_event(), use_locale(), use_zones());
    let DrawingProps { day, layout, view } = props;
    let (width, height) = (layout.width, layout.height);
    let sessions = &event.agenda().sessions;
    let found = |place: &BlockBox| {
        let (name, _) = day.strands.get(place.strand)?;
        Some((*place, sessions.get(place.index)?, *view.rows.get(place.index)?, name))
    };
    let blocks: Vec<_> = layout.blocks.iter().filter_map(found).collect();
    html! {
        <div class="grid-scroll">
            <svg role="group" aria-label={labels::full_date(day.date, locale.locale)}
                width={format!("{}em", width / 16.0)} height={format!("{}em", height / 16.0)}
                viewBox={format!("0 0 {} {}", px(width), px(height))}>
                <defs>
                    for (_, name, _) in day.columns_of_strands() { {hatching(name)} }
                </defs>
                if layout.only.is_none() { {heads(day, layout, locale.lang.widget().your_time, zones.viewer_place())} }
                <Lines {day} layout={layout.clone()} now={view.now} />
                for (place, session, state, name) in &blocks {
                    {ground(place, session, is_mine(state), name)}
                }
                for place in &layout.slivers { {sliver(place, day)} }
                <NowLine {day} layout={layout.clone()} now={view.now} />
                for (place, session, state, name) in blocks {
                    <foreignObject key={session.id.as_str()} x={px(place.x)} y={px(place.y)} width={px(place.width)}
                        height={px(place.height)}>
                        <GridBlock index={place.index} {state} strand={name.name.clone()} columns={&day.columns}
                            day={day.date} size={(place.width, place.height)} on_choose={&view.on_choose} go={&view.go} />
                    </foreignObject>
                }
            </svg>
        </div>
    }
}

/// Above the columns: whose times, and the tracks with how many sessions they have.
fn heads(day: &GridDay, layout: &Layout, yours: &str, place: &str) -> Html {
    let mut left = layout.axis;
    let column = |(_, name, count): (usize, &StrandName, usize)| {
        let x = left;
        left += layout.column;
        html! {
            <foreignObject x={px(x)} y="0" width={px(layout.column - 6.0)} height={px(layout.top - 6.0)}>
                <div xmlns={XHTML} class="grid-head">
                    <b>{name.mark()}{&name.name}</b>{" "}<span>{count}</span>
                </div>
            </foreignObject>
        }
    };
    let heads: Vec<Html> = day.columns_of_strands().map(column).collect();
    html! {
        <g aria-hidden="true">
            <foreignObject x="0" y="0" width={px(layout.event_axis.unwrap_or(layout.axis) - 6.0)} height={px(layout.top - 6.0)}>
                <div xmlns={XHTML} class="grid-head own"><span>{yours}</span><span>{place}</span></div>
            </foreignObject>
            if let Some((x, (place, _))) = layout.event_axis.zip(day.event.as_ref()) {
                <foreignObject x={px(x)} y="0" width={px(layout.axis - x - 6.0)} height={px(layout.top - 6.0)}>
                    <div xmlns={XHTML} class="grid-head event-head">{place}</div>
                </foreignObject>
            }
            {for heads}
            <path class="head-line" d={format!("M0 {}H{}", px(layout.top - 2.0), px(layout.width))} />
        </g>
    }
}

/// What a session's words stand on, and its track's edge.
fn ground(place: &BlockBox, session: &Session, is_chosen: bool, name: &StrandName) -> Html {
    let is_break = session.kind == SessionKind::Break;
    let class = classes!(
        "ground",
        is_break.then_some("break"),
        session.is_off().then_some("struck"),
        is_chosen.then_some("added"),
    );
    let (y, height) = (px(place.y), px(place.height));
    html! {
        <g aria-hidden="true">
            <rect {class} x={px(place.x)} y={y.clone()} width={px(place.width)} height={height.clone()} />
            if !is_break {
                <rect class="edge" x={px(place.x)} {y} width="3" {height} fill={name.color.clone()} />
            }
        </g>
    }
}

/// A session of another track.
fn sliver(place: &BlockBox, day: &GridDay) -> Html {
    let name = day.strands.get(place.strand).map(|(name, _)| name);
    let color = name.and_then(|name| name.color.clone());
    html! {
        <rect class="sliver" aria-hidden="true" x={px(place.x)} y={px(place.y)} width={px(place.width)}
            height={px(place.height)} fill={format!("url(#{})", hatching_id(name))} stroke={color} />
    }
}

fn hatching(name: &StrandName) -> Html {
    html! {
        <pattern id={hatching_id(Some(name))} width="5" height="5" patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)">
            <path class="strand-hatching" d="M1 0v5" stroke={name.color.clone()} />
        </pattern>
    }
}

fn hatching_id(name: Option<&StrandName>) -> String {
    let number = name.and_then(|name| name.number);
    number.map_or_else(|| "strand-hatch".to_owned(), |number| format!("strand-hatch-{number}"))
}
