//! What the page's scripts ask of a widget.

use std::cell::RefCell;
use std::rc::Rc;
use yew::Callback;

/// What the page's scripts can ask for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HostCommands {
    /// The event file is to be asked for again.
    pub refresh: Command<()>,
    /// The view is to go to a session, by its id.
    pub show: Command<String>,
    /// The chosen sessions are to become these, by their ids.
    pub choose: Command<Vec<String>>,
}

/// One thing that can be asked for. Equal to itself and its clones only.
#[derive(Debug)]
pub struct Command<T>(Rc<RefCell<Channel<T>>>);

/// Who does it, and what waits until there is somebody.
#[derive(Debug)]
struct Channel<T> {
    listener: Option<Callback<T>>,
    waiting: Option<T>,
}

impl<T> Default for Command<T> {
    fn default() -> Self {
        Self(Rc::new(RefCell::new(Channel { listener: None, waiting: None })))
    }
}

impl<T> Clone for Command<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T> PartialEq for Command<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Command<T> {
    /// Asks for it. What nobody does yet waits, the last one only.
    pub fn send(&self, value: T) {
        let listener = self.0.borrow().listener.clone();
        match listener {
            Some(listener) => listener.emit(value),
            None => self.0.borrow_mut().waiting = Some(value),
        }
    }

    /// Has a callback do it from now on.
    pub fn listen(&self, listener: Callback<T>) {
        let waiting = {
            let mut channel = self.0.borrow_mut();
            channel.listener = Some(listener.clone());
            channel.waiting.take()
        };
        if let Some(value) = waiting {
            listener.emit(value);
        }
    }

    /// Nobody does it any more.
    pub fn unlisten(&self) {
        self.0.borrow_mut().listener = None;
    }
}

#[cfg(test)]
mod tests {
    use super::Command;
    use std::cell::RefCell;
    use std::rc::Rc;
    use yew::Callback;

    #[test]
    fn what_nobody_does_yet_waits() {
        let command = Command::default();
        let done = Rc::new(RefCell::new(Vec::new()));
        let listener = {
            let done = done.clone();
            Callback::from(move |value: u32| done.borrow_mut().push(value))
        };
        command.send(1);
        command.send(2);
        command.listen(listener.clone());
        assert_eq!(*done.borrow(), [2], "the last one only");
        command.clone().send(3);
        command.unlisten();
        command.send(4);
        assert_eq!(*done.borrow(), [2, 3]);
        command.listen(listener);
        assert_eq!(*done.borrow(), [2, 3, 4]);
    }
}
