//! Something that the page's scripts can ask for, done by a component for as long as it is there.

use crate::host_commands::Command;
use yew::{Callback, hook, use_effect_with};

/// Has a callback do what is asked for, and what was asked for before.
#[hook]
pub fn use_command<T: 'static>(command: &Command<T>, callback: Callback<T>) {
    use_effect_with((command.clone(), callback), |(command, callback)| {
        command.listen(callback.clone());
        let command = command.clone();
        move || command.unlisten()
    });
}
