//! The form that is shown: what every part of it reads and what rarely changes.

use huso_registration::{Filled, Form};
use std::ops::Deref;
use std::rc::Rc;
use yew::{hook, use_context};

/// The form that is shown; its endpoint's address is absolute, and missing where nothing is sent. Equal to
/// itself only.
#[derive(Clone, Default)]
pub struct FormContext(Rc<FormData>);

/// What a [`FormContext`] leads to.
#[derive(Default)]
struct FormData {
    form: Form,
    filled: Option<Filled>,
}

impl FormContext {
    /// Of a form whose endpoint is the one that answers go to and, in a preview, as somebody has `filled` it.
    pub fn new(form: Form, filled: Option<Filled>) -> Self {
        Self(Rc::new(FormData { form, filled }))
    }

    /// In a preview, the form as somebody has filled it.
    pub fn filled(&self) -> Option<&Filled> {
        self.0.filled.as_ref()
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
        &self.0.form
    }
}

/// The form that is shown; an empty one outside of a registration.
#[hook]
pub fn use_form() -> FormContext {
    use_context().unwrap_or_default()
}
