//! The dialects: a table of presets, whose every part an event file can set otherwise.

use crate::format::{Dialect, Encoding, Endpoint, KeyPlace};

/// How a body's members stand in it.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Shape {
    /// Huso's wire contract.
    Envelope,
    /// Side by side.
    Flat,
    /// A list `fields` of `{objectTypeId, name, value}`: HubSpot's.
    List,
}

/// A dialect. Empty texts are nothing.
pub(crate) struct Preset {
    pub(crate) encoding: Encoding,
    pub(crate) shape: Shape,
    pub(crate) key: KeyPlace,
    /// Whether sessions, consents, event, language and zone are sent without being asked for.
    pub(crate) extras: bool,
    pub(crate) header: (&'static str, &'static str),
    pub(crate) pointer: &'static str,
    pub(crate) equals: &'static str,
    pub(crate) list: &'static str,
    pub(crate) map: &'static str,
    pub(crate) field: &'static str,
    pub(crate) message: &'static str,
    pub(crate) text: &'static str,
    pub(crate) is_readable: bool,
}

const JSON: Preset = Preset {
    encoding: Encoding::Json,
    shape: Shape::Flat,
    key: KeyPlace::Body,
    extras: true,
    header: ("Accept", "application/json"),
    pointer: "",
    equals: "",
    list: "/errors",
    map: "",
    field: "field",
    message: "message",
    text: "/message",
    is_readable: true,
};

fn preset(dialect: Dialect) -> Preset {
    match dialect {
        Dialect::Huso => Preset { shape: Shape::Envelope, text: "/title", ..JSON },
        Dialect::Json => JSON,
        Dialect::Form | Dialect::Webhook => Preset { encoding: Encoding::Urlencoded, ..JSON },
        Dialect::Formspree => Preset { key: KeyPlace::None, text: "/error", ..JSON },
        Dialect::Netlify => Preset { encoding: Encoding::Urlencoded, key: KeyPlace::None, ..JSON },
        Dialect::GoogleAppsScript => {
            Preset { encoding: Encoding::Text, pointer: "/ok", equals: "true", ..JSON }
        }
        Dialect::GoogleForms => Preset {
            encoding: Encoding::Urlencoded,
            key: KeyPlace::None,
            extras: false,
            is_readable: false,
            ..JSON
        },
        Dialect::Hubspot => Preset { shape: Shape::List, key: KeyPlace::None, extras: false, ..JSON },
        Dialect::ContactForm7 => Preset {
            encoding: Encoding::Multipart,
            key: KeyPlace::None,
            extras: false,
            pointer: "/status",
            equals: "mail_sent",
            list: "/invalid_fields",
            ..JSON
        },
        Dialect::DrupalWebform => Preset { key: KeyPlace::None, extras: false, map: "/error", ..JSON },
        Dialect::Pocketbase => Preset { key: KeyPlace::None, extras: false, map: "/data", ..JSON },
        Dialect::Postgrest => {
            Preset { key: KeyPlace::None, extras: false, header: ("Prefer", "return=minimal"), ..JSON }
        }
    }
}

pub(crate) fn preset_of(endpoint: &Endpoint) -> Preset {
    preset(endpoint.dialect.unwrap_or_default())
}

/// Whether the endpoint is a Huso receiver.
pub fn is_huso(endpoint: &Endpoint) -> bool {
    preset_of(endpoint).shape == Shape::Envelope
}

/// The encoding of a request's body.
pub fn encoding(endpoint: &Endpoint) -> Encoding {
    endpoint.encoding.unwrap_or(preset_of(endpoint).encoding)
}

/// Whether the endpoint gets the submission's id, by which it can know repetitions: only then may a
/// submission that perhaps arrived be sent again by itself.
pub fn knows_repetitions(endpoint: &Endpoint) -> bool {
    endpoint.key.unwrap_or(preset_of(endpoint).key) != KeyPlace::None
}
