//! Invitation codes.

use super::error::StoreError;
use super::rows::optional_json;
use super::stored::Stored;
use super::token::hash;
use sqlx::any::AnyRow;
use sqlx::{AnyConnection, Row as _};

/// An invitation as somebody brings it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invited {
    /// What they wrote.
    pub code: String,
    /// The sessions by invitation that they chose.
    pub sessions: Vec<String>,
    /// Their audience, where the form asks for it.
    pub audience: Option<String>,
}

impl Invited {
    /// The code, however it was copied.
    pub(super) fn normalized_code(&self) -> String {
        normalized(&self.code)
    }
}

/// What codes are made for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    /// How many registrations a code is good for.
    pub uses: u32,
    /// The sessions by invitation that it opens; `None`: all of them.
    pub sessions: Option<Vec<String>>,
    /// The audience that it is for; `None`: everybody.
    pub audience: Option<String>,
}

/// Letters and digits that are not taken for each other when they are read aloud or copied by hand.
const ALPHABET: &[u8; 32] = b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
/// Letters of a code: 60 bits, which limits on requests keep from being tried out.
const LENGTH: usize = 12;

/// Looks whether an invitation is good for what is brought with it, and returns its row. The row's uses are counted
/// by the tables' triggers.
pub(super) async fn redeem(
    connection: &mut AnyConnection,
    event: &str,
    invited: &Invited,
) -> Result<Result<i64, Stored>, StoreError> {
    let query =
        "SELECT id, sessions, audience FROM invitations WHERE event = $1 AND code = $2 AND used < uses";
    let query = sqlx::query(query).bind(event).bind(hash(&invited.normalized_code()));
    let Some(row) = query.fetch_optional(connection).await? else { return Ok(Err(Stored::NoInvitation)) };
    let is_for_sessions = is_for(&row, &invited.sessions)?;
    let audience: Option<String> = row.try_get("audience")?;
    let is_for_audience = audience.is_none_or(|audience| invited.audience.as_ref() == Some(&audience));
    Ok(if is_for_sessions && is_for_audience { Ok(row.try_get("id")?) } else { Err(Stored::OtherInvitation) })
}

/// Whether the invitation that a registration used opens these sessions by invitation, too.
pub(super) async fn opens(
    connection: &mut AnyConnection,
    invitation: Option<i64>,
    sessions: &[String],
) -> Result<bool, StoreError> {
    if sessions.is_empty() {
        return Ok(true);
    }
    let query = sqlx::query("SELECT id, sessions FROM invitations WHERE id = $1").bind(invitation);
    query.fetch_optional(connection).await?.map_or(Ok(false), |row| is_for(&row, sessions))
}

fn is_for(invitation: &AnyRow, wanted: &[String]) -> Result<bool, StoreError> {
    let sessions: Option<Vec<String>> = optional_json(invitation, "sessions", "invitations")?;
    Ok(sessions.is_none_or(|sessions| wanted.iter().all(|id| sessions.contains(id))))
}

/// A code that nobody can guess: `ABCD-EFGH-JKLM`.
///
/// # Errors
/// [`StoreError::Random`]
pub fn new_code() -> Result<String, StoreError> {
    let mut random = [0; LENGTH];
    getrandom::fill(&mut random)?;
    let letters =
        random.iter().filter_map(|byte| ALPHABET.get(usize::from(byte % 32)).copied().map(char::from));
    let letters: Vec<char> = letters.collect();
    Ok(letters.chunks(4).map(String::from_iter).collect::<Vec<_>>().join("-"))
}

/// However it is copied: small letters, blanks and hyphens make no difference.
pub(super) fn normalized(code: &str) -> String {
    code.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).collect()
}
