//! Adding sessions to a registration.

use super::error::StoreError;
use super::invitation;
use super::rows::{self, Registration};
use super::seats::{Free, Place, waited_for};
use super::stored::Stored;
use super::token::is_token_of;
use huso_registration::wire::{SessionStatus, Status};
use sqlx::AnyConnection;

/// Sessions that somebody adds to their registration. That they can be chosen was looked at before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Addition {
    /// The event's id.
    pub event: String,
    /// The filled form's id.
    pub submission: String,
    /// One of the tokens that its answers gave.
    pub token: String,
    /// Ids of the sessions, each once; those that it has already change nothing.
    pub sessions: Vec<String>,
    /// Those of them that are by invitation.
    pub by_invitation: Vec<String>,
    /// Most sessions that a registration can have.
    pub most: Option<u32>,
}

impl Addition {
    pub(super) async fn store(
        &self,
        connection: &mut AnyConnection,
        free: &mut Free,
    ) -> Result<Stored, StoreError> {
        let mut registration = match find(connection, &self.event, &self.submission, &self.token).await? {
            Ok(registration) => registration,
            Err(refused) => return Ok(refused),
        };
        let is_new = |id: &&String| !registration.sessions.iter().any(|session| session.id == **id);
        let new: Vec<String> = self.sessions.iter().filter(is_new).cloned().collect();
        if new.is_empty() {
            return Ok(Stored::Before(registration.receipt(None)));
        }
        if let Some(most) = self.most
            && registration.sessions.len() + new.len() > usize::try_from(most).unwrap_or(usize::MAX)
        {
            return Ok(Stored::TooManySessions(most));
        }
        if !invitation::opens(connection, registration.invitation, &self.by_invitation).await? {
            return Ok(Stored::OtherInvitation);
        }
        let waiting = |id: &String| SessionStatus { id: id.clone(), status: Status::Waitlisted };
        registration.sessions.extend(new.iter().map(waiting));
        // Who waits for the event stands in nobody's way here as long as it has no seat: they can't have this one.
        if free.event.left == Some(0) {
            let waited_for = waited_for(connection, &self.event).await?;
            for (id, limit) in &mut free.sessions {
                if !waited_for.contains(id) {
                    limit.waiting = 0;
                }
            }
        }
        // What it waited for already, it goes on waiting for.
        let is_new = |id: &str| new.iter().any(|new| new == id);
        free.allot(&mut registration, Place::End, is_new);
        let added = registration.sessions.iter().filter(|session| is_new(&session.id));
        let added: Vec<_> = added.map(|session| (registration.id, session)).collect();
        rows::insert_sessions(connection, &self.event, &added).await?;
        rows::update_status(connection, &registration).await?;
        registration.sessions.sort_by(|one, other| one.id.cmp(&other.id));
        Ok(Stored::New(registration.receipt(None)))
    }
}

pub(super) async fn find(
    connection: &mut AnyConnection,
    event: &str,
    submission: &str,
    token: &str,
) -> Result<Result<Registration, Stored>, StoreError> {
    Ok(match rows::find(connection, event, submission).await? {
        None => Err(Stored::Unknown),
        Some(one) if !is_token_of(token, &one.tokens) => Err(Stored::WrongToken),
        Some(one) if one.cancelled_at.is_some() => Err(Stored::Cancelled),
        Some(one) => Ok(one),
    })
}
