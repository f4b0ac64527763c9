//! Single values: what each may be, and what is reported of another.

use crate::decode::Decoder;
use crate::link;
use crate::problem::Problem;
use crate::time::{Instant, Offsets as _, Zone, wall_time};

/// What was read; what is wrong with it is reported.
pub(super) fn or_report<T>(result: Result<T, Problem>, decoder: &mut Decoder) -> Option<T> {
    result.map_err(|problem| decoder.report(problem)).ok()
}

/// Reports a text without anything in it.
pub(super) fn not_empty(text: &str, decoder: &mut Decoder) {
    if text.trim().is_empty() {
        decoder.report(Problem::Empty);
    }
}

/// The instant of a wall time that stands at `key`, if one does.
pub(super) fn instant_at(
    key: &str,
    text: Option<&str>,
    zone: &Zone,
    decoder: &mut Decoder,
) -> Option<Instant> {
    decoder.key(key, |decoder| Some(or_report(wall_time::resolve(text?, zone), decoder)?.instant()))
}

/// An address that may be linked to; another is reported at `key`.
pub fn safe_link(key: &str, address: Option<String>, decoder: &mut Decoder) -> Option<String> {
    let address = address?;
    if link::is_safe(&address) {
        return Some(address);
    }
    decoder.report_at(key, Problem::BadLink { found: address });
    None
}

/// Reports, at `key`, an end that is not after its start. Whether it did.
pub fn report_reversed(
    key: &str,
    start: Option<Instant>,
    end: Option<Instant>,
    zone: &Zone,
    decoder: &mut Decoder,
) -> bool {
    let (Some(start), Some(end)) = (start, end) else { return false };
    if end > start {
        return false;
    }
    let (start, end) = (zone.wall_time(start), zone.wall_time(end));
    decoder.report_at(key, Problem::EndBeforeStart { start, end });
    true
}
