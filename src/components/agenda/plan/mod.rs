//! The visitor's plan: above its sessions, and below them.

mod clash_drawing;
mod clash_note;
mod plan_button;
mod plan_foot;
mod plan_head;
mod plan_memory;
mod use_planned;

pub use plan_button::PlanButton;
pub use plan_foot::{PlanFoot, PlanFootProps};
pub use plan_head::{PLAN_ID, PlanHead};
pub use use_planned::use_planned;
