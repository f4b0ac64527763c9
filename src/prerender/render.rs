//! Rendering.

use super::page::{Bare, Page, PageProps, Surroundings};
use huso_registration::Event;
use yew::{BaseComponent, ServerRenderer};

/// The element with an event's agenda as HTML, to be put into a page.
pub async fn render(event: Event, surroundings: Surroundings) -> String {
    write::<Page>(event, surroundings).await
}

/// The element without its agenda, to be put into a page.
pub async fn render_bare(event: Event, surroundings: Surroundings) -> String {
    write::<Bare>(event, surroundings).await
}

async fn write<C: BaseComponent<Properties = PageProps>>(event: Event, surroundings: Surroundings) -> String {
    let renderer = ServerRenderer::<C>::with_props(move || PageProps { event, surroundings });
    // What hydration needs is left out: minifiers take it away, and Yew panics then.
    renderer.hydratable(false).render().await
}
