//! The steps.

use huso_agenda::Lang;
use huso_i18n::Texts as _;

/// A step, or the checker of announcements, which is none. All are open at any time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Step {
    /// Bringing what there is.
    #[default]
    Bring,
    /// Reviewing what was brought.
    Review,
    /// Editing.
    Edit,
    /// Publishing.
    Publish,
    /// Checking an announcement: a tool of its own.
    Checker,
    /// Help for newcomers.
    Guide,
}

impl Step {
    /// The steps, in their order.
    pub const STEPS: [Self; 4] = [Self::Bring, Self::Review, Self::Edit, Self::Publish];

    /// Every place of the page.
    const ALL: [Self; 6] = [Self::Bring, Self::Review, Self::Edit, Self::Publish, Self::Checker, Self::Guide];

    /// What stands after `#` in its address.
    pub fn fragment(self) -> &'static str {
        match self {
            Self::Bring => "bring",
            Self::Review => "review",
            Self::Edit => "edit",
            Self::Publish => "publish",
            Self::Checker => "announcement",
            Self::Guide => "guide",
        }
    }

    /// That of a fragment; what follows a slash is the step's own.
    pub fn of_fragment(fragment: &str) -> Self {
        let name = fragment.split('/').next().unwrap_or_default();
        Self::ALL.into_iter().find(|step| step.fragment() == name).unwrap_or_default()
    }

    /// Its name.
    pub fn name(self, lang: Lang) -> &'static str {
        let texts = lang.frame();
        match self {
            Self::Bring => texts.bring,
            Self::Review => texts.review,
            Self::Edit => texts.edit,
            Self::Publish => texts.publish,
            Self::Checker => texts.checker,
            Self::Guide => texts.guide,
        }
    }
}
