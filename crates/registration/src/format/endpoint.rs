//! Where the answers go, and how that is spoken to.

use huso_agenda::decode::{ByKey, Decode, Decoder, Kind, Value};
use huso_agenda::{keywords, record};
use serde_json::Map;

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

#[cfg(feature = "schema")]
mod schema {
    use super::{Members, Names};
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
}
