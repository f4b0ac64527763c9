//! What the routes share.

use super::remembered::Remembered;
use crate::config::Config;
use crate::limits::Gate;
use crate::problem::Problem;
use crate::spam::Signer;
use crate::store::{Store, StoreError};
use axum::extract::{ConnectInfo, Request};
use huso_agenda::Instant;
use huso_registration::form::Period;
use huso_registration::wire::Seats;
use huso_registration::{Event, Form};
use std::collections::HashMap;
use std::net::{IpAddr, SocketAddr};

pub(super) struct Shared {
    pub(super) config: Config,
    pub(super) store: Store,
    pub(super) signer: Signer,
    pub(super) gate: Gate,
    /// Whether the database could be written to.
    pub(super) health: Remembered<bool>,
    /// Of each event.
    pub(super) seats: HashMap<String, Remembered<Seats>>,
}

impl Shared {
    /// An event that takes registrations here.
    pub(super) fn event(&self, id: &str) -> Option<(&Event, &Form)> {
        let event = self.config.events.iter().find(|event| event.agenda.id == id)?;
        Some((event, event.form.as_ref()?))
    }

    /// Who asks, counted before anything is read of it.
    pub(super) fn admit(&self, request: &Request) -> Result<Option<IpAddr>, Problem> {
        let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|info| info.0);
        let client = self.gate.client(peer, request.headers());
        self.gate.admit(client).map_err(Problem::TooMany)?;
        Ok(client)
    }

    /// What the database could not do. Whether it is well is looked at anew.
    pub(super) async fn failed(&self, what: &str, error: &StoreError) -> Problem {
        tracing::error!(%error, "{what}");
        self.health.forget().await;
        Problem::Storage
    }
}

/// Why nobody can register now.
pub(super) fn not_open(form: &Form, now: Instant) -> Option<Problem> {
    match form.outline.period(now) {
        Period::Before(_) => Some(Problem::NotOpenYet),
        Period::After(_) => Some(Problem::Closed),
        Period::Open => None,
    }
}
