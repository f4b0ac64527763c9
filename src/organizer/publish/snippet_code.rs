//! The element with the agenda in it, and the lines by which a page has the program.

use crate::publish::publishing::Publishing;
use huso::prerender::{Surroundings, render};

/// The element with the agenda in it as HTML, for a page beside the event file.
pub async fn element(publishing: &Publishing) -> String {
    let src = Some(publishing.file_name(".json"));
    render((*publishing.event).clone(), Surroundings { src, ..Surroundings::default() }).await
}

/// What a webmaster pastes.
pub async fn snippet(publishing: &Publishing) -> String {
    publishing.package.package.lines(true) + &element(publishing).await + "\n"
}
