//! The `registration` part of the event file as written.

use huso_agenda::Text;
use huso_agenda::decode::List;
use huso_agenda::{keywords, record};

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
        /// What one registers for; `event` unless given.
        choose: Option<Choose>,
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

record! {
    /// Where the answers go. Everything here is public: no secrets.
    pub struct Endpoint {
        /// https, http, or relative to the event file.
        url: String,
        ;
        /// How the endpoint is spoken to; `huso` unless given.
        dialect: Option<Dialect>,
    }
}

record! {
    /// A question.
    pub struct FieldEntry {
        /// Names the answer.
        id: String,
        /// What kind of answer.
        r#type: FieldType,
        /// The question.
        label: Text,
        ;
        /// Help, below the label.
        hint: Option<Text>,
        /// Whether it must be answered; `false` unless given.
        required: Option<bool>,
        /// HTML autofill token, such as `email` (WHATWG HTML, "autofill").
        autocomplete: Option<String>,
        /// What can be chosen, for `select`.
        options: Vec<FieldOption>,
        /// The field is asked only when another has one of some answers.
        show_if: Option<ShowIf>,
        /// Fewest characters.
        min_length: Option<u32>,
        /// Most characters; 200, or 4,000 in a textarea, unless given.
        max_length: Option<u32>,
    }
}

record! {
    /// One thing to choose.
    pub struct FieldOption {
        /// Stored.
        value: String,
        /// Read.
        label: Text,
        ;
    }
}

record! {
    /// Asks a field only when another has one of some answers.
    pub struct ShowIf {
        /// Id of the other field.
        field: String,
        ;
        /// Its answers; a ticked checkbox answers `true`.
        is: Vec<String>,
    }
}

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
        /// The full text.
        url: Option<String>,
    }
}

record! {
    /// Who keeps the answers, and what for: shown before the button.
    pub struct Privacy {
        ;
        /// Who decides what happens with the answers.
        controller: Option<Text>,
        /// How to reach them.
        contact: Option<String>,
        /// What the answers are for.
        purpose: Option<Text>,
        /// How long they are kept.
        retention: Option<Text>,
        /// The full notice.
        notice: Option<String>,
    }
}

keywords! {
    /// How an endpoint is spoken to.
    pub enum Dialect {
        /// The Huso receiver's wire contract (docs/endpoints.md).
        #[default]
        Huso = "huso",
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

keywords! {
    /// Kinds of answer.
    pub enum FieldType {
        /// One line.
        #[default]
        Text = "text",
        /// An e-mail address.
        Email = "email",
        /// A telephone number.
        Tel = "tel",
        /// One of some options.
        Select = "select",
        /// Yes or no.
        Checkbox = "checkbox",
        /// Several lines.
        Textarea = "textarea",
    }
}
