//! The organizer's page: what an organizer has becomes an event file that is right, is shown as each country will see
//! it, and is published. `frame` is around its four steps; what they work on is in `workspace`.

mod app;
mod bring;
mod checker;
mod edit;
mod endpoint_test;
mod frame;
mod guide;
mod offline;
mod preview;
mod publish;
mod review;
mod sample;
mod workspace;

fn main() {
    offline::keep_page();
    yew::Renderer::<app::App>::new().render();
}
