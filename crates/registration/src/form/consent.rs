//! A consent.

use huso_agenda::Text;

/// Id of the consent by which the visitor says that they are old enough.
pub const MINIMUM_AGE: &str = "minimum_age";

/// Something the visitor agrees to.
#[derive(Clone, Debug, PartialEq)]
pub struct Consent {
    /// Names it.
    pub id: String,
    /// What is agreed to.
    pub text: Text,
    /// Whether there is no registration without it.
    pub required: bool,
    /// Id of the field on whose answers it depends, and those answers; asked of everybody without.
    pub show_if: Option<(String, Vec<String>)>,
    /// The full text; a safe link.
    pub url: Option<String>,
}
