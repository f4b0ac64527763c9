//! The form as a whole.

use super::consents::{consents, privacy};
use super::fields::fields;
use crate::form::consent::MINIMUM_AGE;
use crate::form::form::Form;
use crate::form::outline::Outline;
use crate::format::{Endpoint, FormFile};
use crate::secret::report_secrets;
use huso_agenda::decode::{Decode as _, Decoder, Ids, Value};
use huso_agenda::model::reading::known;
use huso_agenda::{Agenda, Diagnostic, Problem, link};

impl Form {
    /// Makes a form of a file's `registration`. What can't be asked rightly is left out and reported.
    pub fn read(registration: &Value, agenda: &Agenda) -> (Option<Self>, Vec<Diagnostic>) {
        let mut decoder = Decoder::default();
        let form = decoder.key("registration", |decoder| {
            Some(read(FormFile::decode(registration, decoder)?, agenda, decoder))
        });
        (form, decoder.into_diagnostics())
    }
}

fn read(file: FormFile, agenda: &Agenda, decoder: &mut Decoder) -> Form {
    let outline = Outline::new(file.opens.as_deref(), file.closes.as_deref(), file.choose, agenda, decoder);
    let endpoint = decoder.key("endpoint", |decoder| endpoint(file.endpoint?, decoder));
    let mut ids = Ids::default();
    ids.reserve(MINIMUM_AGE);
    let labels: Vec<_> = file.fields.iter().map(|field| (field.id.clone(), field.label.clone())).collect();
    let mut consents = consents(file.consents, &labels, &mut ids, decoder);
    let (privacy, purposes) = privacy(file.privacy, &mut ids, &mut consents, decoder);
    consents.sort_by_key(|consent| !consent.required);
    let fields = fields(file.fields, &labels, endpoint.as_ref(), file.audience_field.as_deref(), decoder);
    let field_at = |key: &str, id: Option<String>, decoder: &mut Decoder| {
        let entries = fields.iter().map(|field| (field.id.as_str(), field.label.all()));
        decoder.key(key, |decoder| known(id?, "fields", entries, decoder))
    };
    let min_sessions = file.min_sessions.unwrap_or(1);
    Form {
        endpoint,
        outline,
        capacity: file.capacity,
        duplicates: file.duplicates.unwrap_or_default(),
        min_sessions,
        max_sessions: max_sessions(file.max_sessions, min_sessions, decoder),
        audience_field: field_at("audience_field", file.audience_field, decoder),
        invitation_field: field_at("invitation_field", file.invitation_field, decoder),
        fields,
        consents,
        privacy,
        purposes,
        confirmation: file.confirmation,
    }
}

/// An endpoint without secrets, whose address can be sent to.
fn endpoint(endpoint: Endpoint, decoder: &mut Decoder) -> Option<Endpoint> {
    if report_secrets(&endpoint, decoder) {
        return None;
    }
    if link::is_web(&endpoint.url) {
        return Some(endpoint);
    }
    decoder.report_at("url", Problem::BadLink { found: endpoint.url });
    None
}

fn max_sessions(most: Option<u32>, least: u32, decoder: &mut Decoder) -> Option<u32> {
    let most = most?;
    if most >= least {
        return Some(most);
    }
    let (least, most) = (least.to_string(), most.to_string());
    decoder.report_at("max_sessions", Problem::LimitsCrossed { least, most });
    None
}
