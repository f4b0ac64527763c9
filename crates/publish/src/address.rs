//! Addresses of an event file outside of the page that it is for.

use huso_agenda::link;

/// An address that means the same wherever it stands; none for one that is relative to the event file, since nobody
/// knows where that will be.
pub(crate) fn absolute(address: &str) -> Option<String> {
    link::is_absolute(address).then(|| address.to_owned())
}

/// An absolute address of the web.
pub(crate) fn web(address: &str) -> Option<&str> {
    Some(address).filter(|address| link::is_absolute(address) && link::is_web(address))
}
