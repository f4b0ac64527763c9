//! All that could be better.

use super::scope::{Placed, Scope};
use super::{capacity, clashes, consents, dates, ends, languages, links, nights, stated_times, titles};

/// All that could be better.
pub fn remarks(scope: &Scope) -> Vec<Placed> {
    let mut all = clashes::clashes(scope);
    all.extend(stated_times::stated_times(scope));
    all.extend(titles::empty_titles(scope));
    all.extend(ends::no_end(scope));
    all.extend(ends::closes_late(scope));
    all.extend(dates::all_past(scope));
    all.extend(nights::at_night(scope));
    all.extend(capacity::no_capacity(scope));
    all.extend(consents::no_consent(scope));
    all.extend(languages::not_translated(scope));
    all.extend(links::insecure_endpoint(scope));
    all.extend(links::insecure_links(scope));
    all.extend(links::no_page(scope));
    all
}
