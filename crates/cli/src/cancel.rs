//! `huso cancel`

use crate::Verdict;
use crate::args::CancelArgs;
use crate::output::print_lines;
use crate::promote::{moved_up, unprinted};
use crate::store::with_store;
use anyhow::{Context as _, Result, bail};
use huso_agenda::printable::printable;
use huso_receiver::config::system_clock;
use huso_receiver::store::{Cancellation, Extent};

/// Cancels a registration and prints who moved up, whom the organizer will want to tell.
pub fn cancel(args: &CancelArgs) -> Result<Verdict> {
    let extent = if args.same_origin { Extent::SameOrigin } else { Extent::One };
    let outcome = with_store(&args.stored.database, async |store| {
        store.cancel(args.event.as_deref(), &args.submission, extent, system_clock()).await
    })?;
    match outcome {
        Cancellation::Done { cancelled, .. } if cancelled.is_empty() => {
            eprintln!("huso: nothing that came from that network in the last 24 hours is left to cancel");
        }
        Cancellation::Done { cancelled, promoted } => {
            let cancelled = cancelled.iter().map(|submission| format!("cancelled {}", printable(submission)));
            let promoted = promoted.iter().map(|one| moved_up("moved up", one));
            print_lines(cancelled.chain(promoted)).context(unprinted(false))?;
        }
        Cancellation::Before(at) => print_lines([format!("{} was cancelled at {at}", args.submission)])?,
        Cancellation::OriginForgotten => {
            bail!(
                "from which network {} came is not known any more: that is kept for 24 hours",
                args.submission
            )
        }
        Cancellation::Unknown => bail!("there is no registration {}", args.submission),
        Cancellation::SeveralEvents(events) => {
            bail!("{} is in several events: add --event and one of {}", args.submission, events.join(", "))
        }
    }
    Ok(Verdict::Fine)
}
