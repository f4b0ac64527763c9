//! What is dropped and pasted anywhere on the page.

use crate::bring::piece::Piece;
use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast as _;
use web_sys::{ClipboardEvent, Document, DragEvent, Element, Event};
use yew::{Callback, hook, use_effect_with, use_state_eq};

/// Hands over what is dropped and pasted anywhere on the page; `names` are those of a text and of a table. Says whether
/// something is held over the page.
#[hook]
pub fn use_arrivals(names: [&'static str; 2], on_pieces: Callback<Vec<Piece>>) -> bool {
    let is_over = use_state_eq(|| false);
    use_effect_with((names, on_pieces), {
        let is_over = is_over.setter();
        move |(names, on_pieces)| {
            let (names, on_pieces) = (*names, on_pieces.clone());
            let document = web_sys::window().and_then(|window| window.document());
            let listeners = document.map(|document| {
                let over = is_over.clone();
                let dropped = on_pieces.clone();
                [
                    // A page that doesn't refuse what is dropped by itself opens it in its place.
                    listener(&document, "dragover", move |event| {
                        event.prevent_default();
                        over.set(true);
                    }),
                    listener(&document, "dragleave", {
                        let over = is_over.clone();
                        move |event| over.set(!is_leaving(event))
                    }),
                    listener(&document, "drop", move |event| {
                        event.prevent_default();
                        is_over.set(false);
                        let transfer = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer);
                        dropped.emit(
                            transfer.map(|transfer| Piece::of_transfer(&transfer, names)).unwrap_or_default(),
                        );
                    }),
                    listener(&document, "paste", move |event| {
                        if !is_in_field(event) {
                            let transfer =
                                event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data);
                            on_pieces.emit(
                                transfer
                                    .map(|transfer| Piece::of_transfer(&transfer, names))
                                    .unwrap_or_default(),
                            );
                        }
                    }),
                ]
            });
            move || drop(listeners)
        }
    });
    *is_over
}

fn listener(document: &Document, event: &'static str, then: impl FnMut(&Event) + 'static) -> EventListener {
    EventListener::new_with_options(document, event, EventListenerOptions::enable_prevent_default(), then)
}

/// Whether what is held leaves the page, and not only one thing on it for another.
fn is_leaving(event: &Event) -> bool {
    event.dyn_ref::<DragEvent>().is_none_or(|event| event.related_target().is_none())
}

/// Whether it goes into a field, which takes what is pasted itself.
fn is_in_field(event: &Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| target.closest("input, textarea, [contenteditable]").ok().flatten().is_some())
}
