//! What Sessionize's API has as JSON, in all its views (<https://sessionize.com/playbook/api>).
//!
//! | view | sessions | times |
//! | --- | --- | --- |
//! | All, Sessions, GridSmart | yes | yes, once they are scheduled; as wall times, or UTC, as is set there |
//! | Speakers | their names | no |
//! | SpeakerWall | no | no |

mod categories;
mod read;
mod session;
mod view;

pub use read::read;
pub use view::View;
