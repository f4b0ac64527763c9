//! The organizer's page: opens an event file, says what is wrong with it, and shows the real element
//! as each country sees it.

mod app;
mod element_code;
mod fault_list;
mod open_panel;
mod opened;
mod preview_strip;
mod snippet;
mod snippet_code;

fn main() {
    yew::Renderer::<app::App>::new().render();
}
