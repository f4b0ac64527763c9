//! The `registration` part of the event file as written.

use huso_agenda::decode::{ByKey, Decode, Decoder, Kind, List, Value, whole_number};
use huso_agenda::{Problem, Text, keywords, record};
use serde_json::Map;

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

record! {
    /// Where the answers go. Everything here is public: no secrets.
    pub struct Endpoint {
        /// https, http, or relative to the event file.
        url: String,
        ;
        /// How the endpoint is spoken to; `huso` unless given.
        dialect: Option<Dialect>,
        /// The body's encoding, where it is not the dialect's.
        encoding: Option<Encoding>,
        /// What the endpoint calls our fields: field id and their name; an empty name leaves the field
        /// out. `$submission`, `$event`, `$language`, `$timezone`, `$sessions`, `$consents` and
        /// `$notice` are what is sent beside the answers.
        fields: Names,
        /// What else the endpoint wants, the same in every submission.
        constants: Members,
        /// Request headers: name and value.
        headers: Names,
        /// Key of the object that the body's members stand under.
        wrapper: Option<String>,
        /// Where the submission's id goes, if the endpoint knows repetitions by it.
        key: Option<KeyPlace>,
        /// What a stored submission is answered with.
        success: Option<Success>,
        /// Where an answer's errors are.
        errors: Option<Errors>,
    }
}

impl Endpoint {
    /// A Huso receiver.
    pub fn huso(url: String) -> Self {
        Self {
            url,
            dialect: None,
            encoding: None,
            fields: Names::default(),
            constants: Members::default(),
            headers: Names::default(),
            wrapper: None,
            key: None,
            success: None,
            errors: None,
        }
    }
}

record! {
    /// What a stored submission is answered with. Pointers are JSON pointers (RFC 6901).
    pub struct Success {
        ;
        /// Lowest and highest HTTP status; 200 and 299 unless given.
        status: Vec<u32>,
        /// Where in the answer it says so: `/status`.
        pointer: Option<String>,
        /// What it says there.
        equals: Option<String>,
    }
}

record! {
    /// Where an answer's errors are. Pointers are JSON pointers (RFC 6901).
    pub struct Errors {
        ;
        /// A list with one object an error: `/errors`.
        list: Option<String>,
        /// In such an object, the key of the field's name.
        field: Option<String>,
        /// In such an object, or in what `map` has for a field, the key of the sentence.
        message: Option<String>,
        /// An object with the fields' names as keys: `/data`.
        map: Option<String>,
        /// A sentence about the whole form: `/error`.
        text: Option<String>,
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
        /// HTML autofill token, such as `email` (WHATWG HTML, "autofill"); that of the type unless given.
        autocomplete: Option<String>,
        /// What can be chosen, for `select`, `radio` and `checkboxes`.
        options: Vec<FieldOption>,
        /// The field is asked only when another has one of some answers.
        show_if: Option<ShowIf>,
        /// Audiences that are asked, answers of `audience_field`; everybody when empty.
        audience: List<String>,
        /// Fewest characters.
        min_length: Option<u32>,
        /// Most characters; 200, or 4,000 in a textarea, unless given.
        max_length: Option<u32>,
        /// Least number, or first date.
        min: Option<Limit>,
        /// Greatest number, or last date.
        max: Option<Limit>,
        /// Fewest boxes to tick, for `checkboxes`.
        min_choices: Option<u32>,
        /// Most boxes to tick, for `checkboxes`.
        max_choices: Option<u32>,
        /// What the whole answer must match: a small part of the language of HTML's `pattern`
        /// (docs/event-file.md).
        pattern: Option<String>,
        /// What to say of an answer that doesn't match.
        pattern_message: Option<Text>,
        /// The page's URL parameter that a `hidden` field takes its answer from: `utm_source`.
        parameter: Option<String>,
        /// Most bytes of a file; 5,000,000 unless given.
        max_bytes: Option<u32>,
        /// Kinds of file that are taken, as in HTML's `accept`: `.pdf`, `image/*`; all when empty.
        accept: Vec<String>,
        /// Whether the browser's tab keeps the answer until the form is sent; `true` unless given.
        /// `false` for numbers of identity papers.
        draft: Option<bool>,
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
        /// Its answers; a ticked checkbox answers `true`, a group each of its ticked ones.
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
        /// How long they are kept.
        retention: Option<Text>,
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

keywords! {
    /// How an endpoint is spoken to (docs/endpoints.md).
    pub enum Dialect {
        /// The Huso receiver's wire contract.
        #[default]
        Huso = "huso",
        /// A flat JSON object.
        Json = "json",
        /// What a plain HTML form sends.
        Form = "form",
        /// Formspree.
        Formspree = "formspree",
        /// Netlify Forms.
        Netlify = "netlify",
        /// A Google Apps Script web app.
        GoogleAppsScript = "google-apps-script",
        /// Google Forms: what became of a submission can't be known.
        GoogleForms = "google-forms",
        /// HubSpot's form submissions, version 3.
        Hubspot = "hubspot",
        /// WordPress, Contact Form 7.
        ContactForm7 = "contact-form-7",
        /// Drupal, Webform REST.
        DrupalWebform = "drupal-webform",
        /// A PocketBase collection.
        Pocketbase = "pocketbase",
        /// A PostgREST or Supabase table.
        Postgrest = "postgrest",
        /// An automation's webhook: n8n, Zapier, Make, Power Automate.
        Webhook = "webhook",
    }
}

keywords! {
    /// Encodings of a request's body.
    pub enum Encoding {
        /// `application/json`
        #[default]
        Json = "json",
        /// `application/x-www-form-urlencoded`
        Urlencoded = "urlencoded",
        /// `multipart/form-data`: the one that carries files.
        Multipart = "multipart",
        /// JSON sent as `text/plain`, which browsers send to other origins without asking first.
        Text = "text",
    }
}

keywords! {
    /// Where a submission's id goes.
    pub enum KeyPlace {
        /// Into the body, as `$submission`.
        #[default]
        Body = "body",
        /// Into the `Idempotency-Key` header.
        Header = "header",
        /// Nowhere: the endpoint doesn't know repetitions.
        None = "none",
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
        /// A telephone number, of any country.
        Tel = "tel",
        /// The address of a page.
        Url = "url",
        /// A number, in decimals.
        Number = "number",
        /// A day.
        Date = "date",
        /// One of some options, in a list that opens.
        Select = "select",
        /// One of some options, all in sight.
        Radio = "radio",
        /// Yes or no.
        Checkbox = "checkbox",
        /// Any of some options.
        Checkboxes = "checkboxes",
        /// Several lines.
        Textarea = "textarea",
        /// A country, by its ISO 3166-1 alpha-2 code.
        Country = "country",
        /// A company or institution.
        Organization = "organization",
        /// Not shown: the answer is a parameter of the page's URL.
        Hidden = "hidden",
        /// A file; for endpoints that take `multipart`.
        File = "file",
        /// No question: the heading of those that follow.
        Heading = "heading",
    }
}

/// Strings by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names(pub Vec<(String, String)>);

impl Names {
    /// The string of a name.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

impl Decode for Names {
    fn decode(value: &Value, decoder: &mut Decoder) -> Option<Self> {
        let ByKey(names) = ByKey::decode(value, decoder)?;
        Some(Self(names))
    }
}

/// JSON values by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Members(pub Map<String, Value>);

impl Decode for Members {
    fn decode(value: &Value, decoder: &mut Decoder) -> Option<Self> {
        match value {
            Value::Object(all) => Some(Self(all.clone())),
            other => decoder.wrong_kind(Kind::Object, other),
        }
    }
}

/// The least or the greatest answer: a whole number, or a string with a number or a date in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limit(pub String);

impl Decode for Limit {
    fn decode(value: &Value, decoder: &mut Decoder) -> Option<Self> {
        let text = value.as_str().map(str::to_owned);
        let text = text.or_else(|| whole_number(value).map(|number| number.to_string()));
        if text.is_none() {
            decoder.report(Problem::BadLimit);
        }
        text.map(Self)
    }
}

#[cfg(feature = "schema")]
mod schema {
    use super::{Limit, Members, Names};
    use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
    use std::borrow::Cow;

    impl JsonSchema for Names {
        fn schema_name() -> Cow<'static, str> {
            "Names".into()
        }

        fn json_schema(_: &mut SchemaGenerator) -> Schema {
            json_schema!({"type": "object", "additionalProperties": {"type": "string"}})
        }
    }

    impl JsonSchema for Members {
        fn schema_name() -> Cow<'static, str> {
            "Members".into()
        }

        fn json_schema(_: &mut SchemaGenerator) -> Schema {
            json_schema!({"type": "object"})
        }
    }

    impl JsonSchema for Limit {
        fn schema_name() -> Cow<'static, str> {
            "Limit".into()
        }

        fn json_schema(_: &mut SchemaGenerator) -> Schema {
            json_schema!({
                "description": "A whole number, or a string with a number or a date in it: 18, \"-1.5\", \"2027-08-11\".",
                "anyOf": [{"type": "integer", "minimum": 0}, {"type": "string"}]
            })
        }
    }
}
