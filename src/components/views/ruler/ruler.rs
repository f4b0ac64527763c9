//! The ruler of a day.

use super::super::day_view::SessionsOfDay;
use super::super::place::PlaceAction;
use super::super::session_words::status;
use super::super::strand_picker::StrandPicker;
use super::bars::Bars;
use super::buttons::Buttons;
use super::cursor::CursorLine;
use super::day::{MOST_PLACES, RulerDay};
use super::head::RulerHead;
use super::hours::Hours;
use super::layout::{LEAST, arrange, is_upright};
use super::legend::{Legend, Notes};
use super::place_labels::PlaceLabels;
use super::pointer::pointed;
use super::reducer::{Cursor, CursorAction};
use super::scales::{Scales, px};
use super::slider::Slider;
use super::use_ruler_day::{UseRulerDay, use_ruler_day};
use crate::components::agenda::ViewProps;
use crate::context::{EventContext, LocaleContext, use_event, use_locale};
use crate::hooks::use_width;
use huso_i18n::{Texts as _, fill, labels};
use std::rc::Rc;
use web_sys::{Element, PointerEvent};
use yew::{
    Callback, Html, Properties, classes, component, html, use_callback, use_memo, use_node_ref,
    use_reducer_eq,
};

/// The ruler of a day.
#[component]
pub fn Ruler(props: &SessionsOfDay) -> Html {
    let locale = use_locale();
    let root = use_node_ref();
    let width = use_width(&root);
    let UseRulerDay { day, tracks, on_track } = use_ruler_day(props, width.is_some_and(is_upright));
    let Some(day) = day else { return Html::default() };
    let picker = tracks.map(|(strands, picked)| {
        html! { <StrandPicker {strands} by={day.by} {picked} on_pick={on_track} /> }
    });
    let drawing = match width {
        _ if day.places.len() > MOST_PLACES => {
            let count = day.places.len().to_string();
            no_ruler(fill(locale.lang.views().many_zones, &[("n", &count)]))
        }
        Some(width) if width < LEAST => no_ruler(locale.lang.views().no_room.to_owned()),
        Some(width) => html! { <Drawing {day} {width} of={props.clone()} /> },
        None => Html::default(),
    };
    html! {
        <div class="ruler" part="ruler" ref={root}>
            <div class="ruler-day">
                <h3 part="day-title">{labels::full_date(props.date, locale.locale)}</h3>
                <Legend />
            </div>
            {picker}
            {drawing}
        </div>
    }
}

/// Why there is none; the list, which says the same, is one click away.
fn no_ruler(words: String) -> Html {
    html! { <p class="notice">{words}</p> }
}

#[derive(Properties, PartialEq)]
struct DrawingProps {
    day: Rc<RulerDay>,
    width: f64,
    of: SessionsOfDay,
}

/// The drawing and the words above it.
#[component]
fn Drawing(props: &DrawingProps) -> Html {
    let (event, locale) = (use_event(), use_locale());
    let DrawingProps { day, width, of } = props;
    let ViewProps { rows, now, on_choose, go, .. } = &of.view;
    let titles = use_memo((event, locale, day.clone()), |(event, locale, day)| titles(day, event, *locale));
    let layout = use_memo((day.clone(), titles, *width), |(day, titles, width)| arrange(day, titles, *width));
    let (at, length) = (day.first_minute(of.selected, *now), day.scale.minutes());
    let cursor = use_reducer_eq(move || Cursor { at, pointer: None, length });
    let on_cursor = use_callback(cursor.dispatcher(), |action, cursor| cursor.dispatch(action));
    let on_select =
        use_callback((day.clone(), on_cursor.clone(), of.on_place.clone()), |index, dependencies| {
            let (day, on_cursor, on_place): &(Rc<RulerDay>, Callback<CursorAction>, Callback<PlaceAction>) =
                dependencies;
            if let Some((_, block)) = day.blocks.get(index) {
                on_cursor.emit(CursorAction::Put(day.span(block).0));
                on_place.emit(PlaceAction::Select(Some(block.index)));
            }
        });
    let svg = use_node_ref();
    let at_pointer = {
        let (svg, day, layout) = (svg.clone(), day.clone(), layout.clone());
        move |event: &PointerEvent| {
            let drawing = svg.cast::<Element>()?;
            pointed(&drawing, (event.client_x(), event.client_y()), &day, &layout)
        }
    };
    let onpointermove = {
        let (at_pointer, on_cursor) = (at_pointer.clone(), on_cursor.clone());
        move |event: PointerEvent| {
            if event.pointer_type() == "mouse" {
                on_cursor.emit(CursorAction::Follow(at_pointer(&event).map(|pointed| pointed.minute)));
            } else if event.buttons() > 0
                && let Some(pointed) = at_pointer(&event)
            {
                on_cursor.emit(CursorAction::Put(pointed.minute));
            }
        }
    };
    let onpointerup = {
        let (on_cursor, on_select) = (on_cursor.clone(), on_select.clone());
        move |event: PointerEvent| {
            let Some(pointed) = at_pointer(&event) else { return };
            match pointed.session {
                Some(session) => on_select.emit(session),
                None => on_cursor.emit(CursorAction::Put(pointed.minute)),
            }
        }
    };
    let onpointerleave = on_cursor.reform(|_: PointerEvent| CursorAction::Follow(None));
    let seen = cursor.seen();
    let looked_at = day
        .looked_at(seen, of.selected)
        .and_then(|looked_at| day.blocks.iter().position(|(_, block)| block.index == looked_at.index));
    let (width, height) = (layout.width, layout.height);
    let class = classes!("drawing", if layout.is_upright { "upright" } else { "level" });
    html! {
        <div {class}>
            <RulerHead {day} cursor={seen} {looked_at} {rows} {on_choose} {go} />
            <svg ref={svg} width={format!("{}em", width / 16.0)} height={format!("{}em", height / 16.0)}
                viewBox={format!("0 0 {} {}", px(width), px(height))} {onpointermove} {onpointerup} {onpointerleave}>
                {patterns()}
                <Scales {day} layout={layout.clone()} />
                <CursorLine {day} layout={layout.clone()} cursor={seen} {looked_at} now={*now} />
                <Hours {day} layout={layout.clone()} cursor={seen} />
                <Bars {day} layout={layout.clone()} {looked_at} />
                <PlaceLabels {day} layout={layout.clone()} cursor={seen} />
                <Slider {day} layout={layout.clone()} at={cursor.at} {on_cursor} />
                <Buttons {day} {layout} {rows} {looked_at} {on_select} />
            </svg>
            <Notes {day} />
        </div>
    }
}

/// What stands as a session's title: room is found for it before it is drawn.
fn titles(day: &RulerDay, event: &EventContext, locale: LocaleContext) -> Vec<String> {
    let title = |(_, block): &(usize, huso_agenda::strands::Block)| {
        let session = event.agenda().sessions.get(block.index)?;
        let status = status(session, locale).map(|status| format!(" {status}")).unwrap_or_default();
        Some(format!("★ {}{status}", locale.text(&session.title)))
    };
    day.blocks.iter().map(|block| title(block).unwrap_or_default()).collect()
}

/// Hatching: of the night on paper and in colours of the reader's own, and of what is cancelled.
fn patterns() -> Html {
    html! {
        <defs>
            <pattern id="night-hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                <path class="hatching" d="M0 0v5" />
            </pattern>
            <pattern id="off-hatch" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                <path class="striping" d="M1 0v4" />
            </pattern>
        </defs>
    }
}
