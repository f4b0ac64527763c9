//! The line from the words of the session that is chosen to its row.

use crate::review::reviewed::Reviewed;
use huso::browser::Resized;
use std::rc::Rc;
use web_sys::Element;
use yew::{Html, NodeRef, Properties, component, hook, html, use_effect_with, use_state_eq};

/// Properties of [`Elbow`].
#[derive(Properties, PartialEq)]
pub struct ElbowProps {
    /// What was brought.
    pub reviewed: Rc<Reviewed>,
    /// The session that is chosen, from 0.
    pub chosen: Option<usize>,
    /// What holds the text and, beside it, the rows.
    pub area: NodeRef,
}

/// The line, where both ends are drawn. It says nothing that the tint and the numbers don't.
#[component]
pub fn Elbow(props: &ElbowProps) -> Html {
    let points = use_points(props);
    html! {
        <svg class="elbow" aria-hidden="true" focusable="false">
            if let Some(points) = points { <polyline {points} /> }
        </svg>
    }
}

/// Its corners, in px of the area.
#[hook]
fn use_points(props: &ElbowProps) -> Option<String> {
    let points = use_state_eq(|| None);
    use_effect_with((props.area.clone(), props.chosen, props.reviewed.clone()), {
        let set = points.setter();
        move |(area, ..)| {
            let area = area.cast::<Element>();
            set.set(area.as_ref().and_then(measured));
            let resized = area.and_then(|area| {
                let columns = area.children();
                let columns: Vec<_> = (0..columns.length()).filter_map(|at| columns.item(at)).collect();
                Resized::watch(&columns, move || set.set(measured(&area)))
            });
            move || drop(resized)
        }
    });
    (*points).clone()
}

/// From the words' edge at their number, through the middle of the gap, to the row's edge at its number.
fn measured(area: &Element) -> Option<String> {
    let find =
        |selector| area.query_selector(selector).ok().flatten().map(|found| found.get_bounding_client_rect());
    let (words, row) = (find(".source .chosen")?, find(".found .chosen")?);
    let (from, to) = (find(".source .chosen .ring")?, find(".found .chosen .ring")?);
    let seen = area.get_bounding_client_rect();
    let [from, to] = [from, to].map(|ring| ring.top() + ring.height() / 2.0 - seen.top());
    let (left, right) = (words.right() - seen.left(), row.left() - seen.left());
    let middle = f64::midpoint(left, right);
    (left < right).then(|| format!("{left},{from} {middle},{from} {middle},{to} {right},{to}"))
}
