//! What the page is told when the visitor sends the form.

use crate::browser::{ask, notify, sessions_detail};
use web_sys::HtmlElement;

/// Asks the page whether a form with these sessions (their ids) may be sent, and tells it so if it may. Whether it may.
pub fn announce_submission(host: &HtmlElement, sessions: &[String]) -> bool {
    let detail = sessions_detail(sessions);
    let may_go = ask(host, "huso-before-submit", &detail);
    if may_go {
        notify(host, "huso-submitted", &detail);
    }
    may_go
}
