//! What the visitor agrees to, and what becomes of the answers.

use super::field::ShowIf;
use huso_agenda::decode::List;
use huso_agenda::{Text, keywords, record};

record! {
    /// Something the visitor agrees to by ticking a box; never ticked beforehand.
    pub struct ConsentEntry {
        /// Names it in the submission.
        id: String,
        /// What is agreed to.
        text: Text,
        ;
        /// Whether there is no registration without it; `false` unless given.
        required: Option<bool>,
        /// It is asked only of those who gave some answers, as of one country.
        show_if: Option<ShowIf>,
        /// The full text.
        url: Option<String>,
    }
}

record! {
    /// Who keeps the answers, and what for: shown before the button. A lawyer must check it.
    pub struct Privacy {
        ;
        /// Who decides what happens with the answers.
        controller: Option<Text>,
        /// Their postal address.
        address: Option<Text>,
        /// How to reach them.
        contact: Option<String>,
        /// How to ask for access, correction or erasure: a page or an e-mail address.
        rights: Option<String>,
        /// What the answers are for.
        purpose: Option<Text>,
        /// Purposes one by one. Those that rest on consent have a box each.
        purposes: List<Purpose>,
        /// How long they are kept: what visitors are told.
        retention: Option<Text>,
        /// Days after which Huso's receiver erases them, counted from when the last session is over and registration
        /// has closed. Never while a session's time is open.
        retention_days: Option<u32>,
        /// Who else gets them.
        recipients: Option<Text>,
        /// To which other countries they go.
        transfers: Option<Text>,
        /// The full notice.
        notice: Option<String>,
        /// The notice's version: the submission says which one the visitor was shown.
        version: Option<String>,
        /// Age from which one may register without a parent or guardian.
        minimum_age: Option<u32>,
    }
}

record! {
    /// Something the answers are used for.
    pub struct Purpose {
        /// Names it in the submission.
        id: String,
        /// What they are used for.
        text: Text,
        ;
        /// What allows it; `consent` unless given.
        legal_basis: Option<LegalBasis>,
        /// Whether there is no registration without this consent; `false` unless given.
        required: Option<bool>,
        /// More about it.
        url: Option<String>,
    }
}

keywords! {
    /// What allows a use of personal data.
    pub enum LegalBasis {
        /// The visitor's consent: a box, never ticked beforehand.
        #[default]
        Consent = "consent",
        /// It is needed for what the visitor asks for: to register them.
        Contract = "contract",
        /// A law demands it.
        Law = "law",
        /// A public body's task.
        PublicTask = "public_task",
        /// A legitimate interest of the controller, where the law knows it.
        LegitimateInterest = "legitimate_interest",
    }
}
