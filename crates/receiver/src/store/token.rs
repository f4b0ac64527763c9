//! Secrets of which hashes alone are kept.

use super::error::StoreError;
use sha2::{Digest as _, Sha256};

/// How many tokens of a registration are good at a time: each answer carries one, and of those that were lost on
/// their way nobody knows which arrived.
const TOKENS: usize = 8;

/// SHA-256 in hexadecimal.
pub(super) fn hash(secret: &str) -> String {
    hex::encode(Sha256::digest(secret))
}

/// A new token, and the list of hashes with its own added.
pub(super) fn add_token(hashes: &str) -> Result<(String, String), StoreError> {
    let mut token = [0; 16];
    getrandom::fill(&mut token)?;
    let token = hex::encode(token);
    let all: Vec<&str> = hashes.split_whitespace().collect();
    let kept = all.get((all.len() + 1).saturating_sub(TOKENS)..).unwrap_or_default();
    let hashes = [kept, &[hash(&token).as_str()]].concat().join(" ");
    Ok((token, hashes))
}

/// Whether a token is one of a list of hashes. Hashes are compared: how long that takes says nothing of a token.
pub(super) fn is_token_of(token: &str, hashes: &str) -> bool {
    let wanted = hash(token);
    hashes.split_whitespace().any(|one| one == wanted)
}
