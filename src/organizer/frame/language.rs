//! The page's language, from any component.

use huso_agenda::Lang;
use yew::{hook, use_context};

/// The page's language.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct LanguageContext(pub Lang);

/// The page's language.
#[hook]
pub fn use_lang() -> Lang {
    use_context::<LanguageContext>().unwrap_or_default().0
}
