//! The form that is shown: what every part of it reads and what rarely changes.

use huso_registration::Form;
use std::ops::Deref;
use std::rc::Rc;
use yew::{hook, use_context};

/// The form that is shown; its endpoint's address is absolute, and missing where nothing is sent. Equal to
/// itself only.
#[derive(Clone, Default)]
pub struct FormContext(Rc<Form>);

impl FormContext {
    /// Of a form whose endpoint is the one that answers go to.
    pub fn new(form: Form) -> Self {
        Self(Rc::new(form))
    }
}

impl PartialEq for FormContext {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Deref for FormContext {
    type Target = Form;

    fn deref(&self) -> &Form {
        &self.0
    }
}

/// The form that is shown; an empty one outside of a registration.
#[hook]
pub fn use_form() -> FormContext {
    use_context().unwrap_or_default()
}
