//! Bars that are moved, by pointer and by keyboard.

use crate::edit::state::{Chosen, EditAction, use_edit};
use crate::edit::strip::bar::edge_of;
use crate::edit::strip::drag::{Drag, Edge};
use crate::edit::strip::keys::{BarKey, bar_key};
use crate::edit::strip::layout::Layout;
use crate::edit::strip::moves::{day_under, move_bar};
use crate::workspace::{Action, use_workspace};
use huso::browser::{focus, share_of};
use huso_agenda::chrono::NaiveDate;
use huso_edit::{Bar, Strip, move_to_day, session_place};
use wasm_bindgen::JsCast as _;
use web_sys::{Element, FocusEvent, KeyboardEvent, PointerEvent};
use yew::{Callback, TargetCast as _, hook, use_mut_ref, use_state_eq};

/// Bars that are moved.
pub struct Bars {
    /// The bar that a pointer moves.
    pub drag: Option<Drag>,
    /// The session whose times are said, since the keyboard moved it.
    pub said: Option<usize>,
    pub onpointerdown: Callback<PointerEvent>,
    pub onpointermove: Callback<PointerEvent>,
    pub onpointerup: Callback<PointerEvent>,
    pub onpointercancel: Callback<PointerEvent>,
    pub onkeydown: Callback<KeyboardEvent>,
    pub onfocusin: Callback<FocusEvent>,
    pub onfocusout: Callback<FocusEvent>,
}

/// Moves bars by pointer, in steps of 5 minutes, and by arrows. What arrows do to a bar while it has the focus is one step.
#[hook]
pub fn use_bars(drawn: Option<(Strip, Layout)>, day: NaiveDate) -> Bars {
    let (workspace, edit) = (use_workspace(), use_edit());
    let drawn_drag = use_state_eq(|| None::<Drag>);
    // Pointers are faster than the drawing: what they do next goes by this.
    let drag = use_mut_ref(|| None::<Drag>);
    let set_drag = {
        let (drawn_drag, drag) = (drawn_drag.setter(), drag.clone());
        Callback::from(move |now: Option<Drag>| {
            *drag.borrow_mut() = now;
            drawn_drag.set(now);
        })
    };
    let said = use_state_eq(|| None::<usize>);
    // How often a bar got the focus, and whether it was moved since.
    let stay = use_mut_ref(|| (0_u32, false));
    let onpointerdown = {
        let set_drag = set_drag.clone();
        Callback::from(move |event: PointerEvent| {
            let Some((bar, index)) = event.target_dyn_into::<Element>().and_then(|target| bar_of(&target))
            else {
                return;
            };
            let target =
                event.target_dyn_into::<Element>().and_then(|target| target.get_attribute("data-edge"));
            // Without capture the bar just stops at its edge.
            let _ = bar.set_pointer_capture(event.pointer_id());
            focus(&bar);
            set_drag.emit(Some(Drag {
                index,
                edge: edge_of(target.as_deref()),
                from_x: event.client_x(),
                by: 0,
            }));
        })
    };
    let onpointermove = {
        let (drag, set_drag, drawn) = (drag.clone(), set_drag.clone(), drawn.clone());
        Callback::from(move |event: PointerEvent| {
            let now = *drag.borrow();
            let Some((now, (strip, layout))) = now.zip(drawn.as_ref()) else { return };
            let Some(bar) = strip.bars.iter().find(|bar| bar.index == now.index) else { return };
            let scale = scale(&event, layout).unwrap_or(1.0);
            set_drag.emit(Some(now.at(bar, event.client_x(), scale, layout)));
        })
    };
    let onpointerup = {
        let (drag, set_drag) = (drag.clone(), set_drag.clone());
        let (drawn, workspace) = (drawn.clone(), workspace.dispatcher());
        Callback::from(move |event: PointerEvent| {
            let now = *drag.borrow();
            let Some((now, (strip, _))) = now.zip(drawn.as_ref()) else { return };
            set_drag.emit(None);
            let bar = strip.bars.iter().find(|bar| bar.index == now.index).cloned();
            let other_day = day_under(&event).filter(|other| *other != day && now.edge == Edge::Whole);
            match (other_day, bar) {
                (Some(other), _) => {
                    workspace.dispatch(Action::by(move |document| move_to_day(document, now.index, other)))
                }
                (None, Some(bar)) if now.by != 0 => {
                    workspace.dispatch(Action::by(move |document| move_bar(document, &bar, now, day)));
                }
                _ => {}
            }
        })
    };
    let cancel = set_drag.reform(|()| None);
    let onkeydown = {
        let (drag, said, stay) = (drag.clone(), said.setter(), stay.clone());
        let (workspace, cancel) = (workspace.dispatcher(), cancel.clone());
        Callback::from(move |event: KeyboardEvent| {
            let Some(((_, index), (strip, _))) =
                event.target_dyn_into::<Element>().and_then(|target| bar_of(&target)).zip(drawn.as_ref())
            else {
                return;
            };
            let Some(key) = bar_key(&event, index, &strip.bars) else { return };
            event.prevent_default();
            match key {
                BarKey::Back if drag.borrow().is_some() => cancel.emit(()),
                BarKey::Back if stay.replace_with(|(count, _)| (*count + 1, false)).1 => {
                    workspace.dispatch(Action::Undo)
                }
                BarKey::Back => {}
                BarKey::Go(at) => go_to(strip.bars.get(at)),
                BarKey::Move(edge, by) => {
                    let Some(bar) = strip.bars.iter().find(|bar| bar.index == index).cloned() else { return };
                    stay.borrow_mut().1 = true;
                    said.set(Some(index));
                    let place = session_place(index).key(&format!("moved {}", stay.borrow().0));
                    let drag = Drag { index, edge, from_x: 0, by };
                    workspace.dispatch(Action::typed_by(place, move |document| {
                        move_bar(document, &bar, drag, day)
                    }));
                }
            }
        })
    };
    let onfocusin = {
        let (edit, document, stay) = (edit.dispatcher(), workspace.document().clone(), stay.clone());
        Callback::from(move |event: FocusEvent| {
            let Some((_, index)) = event.target_dyn_into::<Element>().and_then(|target| bar_of(&target))
            else {
                return;
            };
            stay.replace_with(|(count, _)| (*count + 1, false));
            edit.dispatch(EditAction::Choose(Chosen::of(&document, index)));
        })
    };
    let onfocusout = {
        let said = said.setter();
        Callback::from(move |_| said.set(None))
    };
    Bars {
        drag: *drawn_drag,
        said: *said,
        onpointerdown,
        onpointermove,
        onpointerup,
        onpointercancel: cancel.reform(|_| ()),
        onkeydown,
        onfocusin,
        onfocusout,
    }
}

/// The bar that an element is of, and its session.
fn bar_of(element: &Element) -> Option<(Element, usize)> {
    let bar = element.closest("[data-bar]").ok()??;
    let index = bar.get_attribute("data-bar")?.parse().ok()?;
    Some((bar, index))
}

/// How many px of the drawing one of the window is.
fn scale(event: &PointerEvent, layout: &Layout) -> Option<f64> {
    let drawing = event.target()?.dyn_into::<Element>().ok()?.closest("svg.bars").ok()??;
    let (left, _) = share_of(&drawing, 0, 0)?;
    let (right, _) = share_of(&drawing, 1, 0)?;
    Some((right - left) * layout.width)
}

fn go_to(bar: Option<&Bar>) {
    let document = web_sys::window().and_then(|window| window.document());
    let found = document.zip(bar).and_then(|(document, bar)| {
        document.query_selector(&format!("[data-bar=\"{}\"]", bar.index)).ok().flatten()
    });
    if let Some(element) = found {
        focus(&element);
    }
}
