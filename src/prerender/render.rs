//! Rendering.

use super::page::{Page, PageProps, Surroundings};
use huso_registration::Event;
use yew::ServerRenderer;

/// The element with an event's agenda as HTML, to be put into a page.
pub async fn render(event: Event, surroundings: Surroundings) -> String {
    let renderer = ServerRenderer::<Page>::with_props(move || PageProps { event, surroundings });
    // What hydration needs is left out: minifiers take it away, and Yew panics then.
    renderer.hydratable(false).render().await
}
