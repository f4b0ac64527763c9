//! `huso cancel`

use crate::Verdict;
use crate::args::CancelArgs;
use anyhow::{Context as _, Result, bail};
use huso_agenda::printable::printable;
use huso_receiver::Store;
use huso_receiver::config::system_clock;
use huso_receiver::store::{Cancellation, Registration};
use huso_registration::wire::Status;

/// Cancels a registration and prints who moved up, whom the organizer will want to tell.
pub fn cancel(args: &CancelArgs) -> Result<Verdict> {
    let database = &args.stored.database;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let outcome = runtime.block_on(async {
        let store = Store::open_existing(database).await?;
        let outcome = store.cancel(args.event.as_deref(), &args.submission, system_clock()).await;
        store.close().await;
        outcome
    });
    match outcome.with_context(|| format!("--database {database}"))? {
        Cancellation::Done(promoted) => {
            println!("cancelled {}", args.submission);
            promoted.iter().for_each(|one| println!("{}", moved_up(one)));
        }
        Cancellation::Before(at) => println!("{} was cancelled at {at}", args.submission),
        Cancellation::Unknown => bail!("there is no registration {}", args.submission),
        Cancellation::SeveralEvents(events) => {
            bail!("{} is in several events: add --event and one of {}", args.submission, events.join(", "))
        }
    }
    Ok(Verdict::Fine)
}

/// `moved up 0d9f… ana@example.org: keynote, fair`, with the sessions in which they now have a seat.
fn moved_up(one: &Registration) -> String {
    let mut line = format!("moved up {}", one.submission);
    if let Some(email) = &one.email {
        line = line + " " + email;
    }
    let seated = one.sessions.iter().filter(|session| session.status == Status::Confirmed);
    let seated: Vec<_> = seated.map(|session| session.id.as_str()).collect();
    printable(&if seated.is_empty() { line } else { line + ": " + &seated.join(", ") })
}
