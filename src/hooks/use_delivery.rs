//! What the delivery of a form commands, done.

use super::use_window_event;
use super::use_window_event::RETURNS;
use crate::browser;
use gloo_timers::callback::Timeout;
use huso_registration::delivery::{Command, Event};
use yew::{Callback, hook, use_callback, use_effect_with};

/// Milliseconds after which people wonder whether anything happens.
const SLOW: u32 = 5_000;

/// Does what a delivery commands, once for each number: `post` is called with the number of the attempt, and
/// `on_event` when a time has come or there is a network. `on_slow` is called when an attempt takes long. Both
/// callbacks have to stay the same.
#[hook]
pub fn use_delivery(
    command: &(u32, Command),
    post: impl FnOnce(u32) + 'static,
    on_event: Callback<Event>,
    on_slow: Callback<()>,
) {
    {
        let on_event = on_event.clone();
        use_effect_with(command.clone(), move |(_, command)| {
            let timer = match command {
                Command::Send { attempt, .. } => {
                    post(*attempt);
                    Some(Timeout::new(SLOW, move || on_slow.emit(())))
                }
                Command::Wake(until) => {
                    Some(Timeout::new(milliseconds_until(*until), move || on_event.emit(Event::Wake)))
                }
                Command::Nothing | Command::Validate | Command::Abort => None,
            };
            // The next command ends it, and so does leaving.
            move || drop(timer)
        });
    }
    let on_return = use_callback(on_event, |(), on_event| {
        if browser::is_online() {
            on_event.emit(Event::Online);
        }
    });
    use_window_event(RETURNS, on_return);
}

/// Until a time in milliseconds since 1970.
fn milliseconds_until(time: u64) -> u32 {
    let now = u64::try_from(browser::now().timestamp_millis()).unwrap_or_default();
    u32::try_from(time.saturating_sub(now)).unwrap_or(u32::MAX)
}
