//! The form.

use super::endpoint::Endpoint;
use super::field::FieldEntry;
use super::privacy::{ConsentEntry, Privacy};
use huso_agenda::decode::List;
use huso_agenda::{Text, keywords, record};

record! {
    /// The form, and where its answers go.
    pub struct FormFile {
        ;
        /// Where the answers go; without one the form is shown in previews only.
        endpoint: Option<Endpoint>,
        /// Wall time from which registrations are taken.
        opens: Option<String>,
        /// Wall time from which no more are taken; the end of the last session unless given.
        closes: Option<String>,
        /// Seats of the whole event.
        capacity: Option<u32>,
        /// Who is registered already; `by_person` unless given.
        duplicates: Option<Duplicates>,
        /// What one registers for; `event` unless given.
        choose: Option<Choose>,
        /// Fewest sessions to choose; 1 unless given.
        min_sessions: Option<u32>,
        /// Most sessions to choose.
        max_sessions: Option<u32>,
        /// Id of the field whose answer is the visitor's audience: the sessions and fields of other
        /// audiences are not for them.
        audience_field: Option<String>,
        /// Id of the field (hidden, as a rule) whose answer says that the visitor is invited: with any
        /// answer in it, sessions by invitation can be chosen.
        invitation_field: Option<String>,
        /// Questions, in the order they are asked.
        fields: List<FieldEntry>,
        /// What the visitor agrees to.
        consents: List<ConsentEntry>,
        /// Who keeps the answers, and what for.
        privacy: Option<Privacy>,
        /// Shown after a registration.
        confirmation: Option<Text>,
    }
}

keywords! {
    /// Whether two registrations for an event are one person's, as Huso's receiver sees it.
    pub enum Duplicates {
        /// The same e-mail address and the same name: the fields with the `autocomplete` values `name`,
        /// `given-name` and `family-name`. In a form without these, the same e-mail address.
        #[default]
        ByPerson = "by_person",
        /// The same e-mail address.
        ByEmail = "by_email",
        /// Nobody is registered already: every form is a registration.
        Allow = "allow",
    }
}

keywords! {
    /// What one registers for.
    pub enum Choose {
        /// The event as a whole.
        #[default]
        Event = "event",
        /// Sessions, one by one.
        Sessions = "sessions",
    }
}
