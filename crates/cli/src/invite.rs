//! `huso invite`

use crate::Verdict;
use crate::args::InviteArgs;
use crate::output::print_lines;
use crate::store::with_store;
use anyhow::{Result, bail};
use huso_receiver::Store;
use huso_receiver::config::system_clock;
use huso_receiver::store::{Invitation, StoreError, new_code};

/// Makes invitation codes and prints them, which is the only time that anybody sees them.
pub fn invite(args: &InviteArgs) -> Result<Verdict> {
    let codes = codes(args)?;
    let unknown = with_store(&args.stored.database, async |store| make(store, args, &codes).await)?;
    if !unknown.is_empty() {
        bail!("{} has no session {}", args.event, unknown.join(", "));
    }
    print_lines(codes)?;
    Ok(Verdict::Fine)
}

fn codes(args: &InviteArgs) -> Result<Vec<String>, StoreError> {
    if args.codes.is_empty() { (0..args.count).map(|_| new_code()).collect() } else { Ok(args.codes.clone()) }
}

/// Makes them, unless a session is unknown: which are is returned.
async fn make(store: &Store, args: &InviteArgs, codes: &[String]) -> Result<Vec<String>, StoreError> {
    let known = store.occupancy(&args.event).await?.sessions;
    let unknown: Vec<String> = args.sessions.iter().filter(|id| !known.contains_key(*id)).cloned().collect();
    if unknown.is_empty() {
        let sessions = Some(args.sessions.clone()).filter(|sessions| !sessions.is_empty());
        let invitation = Invitation { uses: args.uses, sessions, audience: args.audience.clone() };
        store.invite(&args.event, &invitation, codes, system_clock()).await?;
    }
    Ok(unknown)
}
