//! How much of a session is over, as a bar along the row's foot.

use huso_agenda::{Phase, Session};
use yew::{Html, html};

/// The bar of a session that is under way and whose end is known. The words say the same.
pub fn progress(session: &Session, phase: Option<Phase>) -> Html {
    let (Some(Phase::Now(Some(left))), Some(length)) = (phase, session.minutes()) else {
        return Html::default();
    };
    let percent = 100 * (length - left).max(0) / length.max(1);
    // Its lengths are attributes: strict policies of the page around forbid inline styles.
    html! {
        <svg class="elapsed" width="100%" height="3" aria-hidden="true">
            <rect class="whole" width="100%" height="3" />
            <rect width={format!("{percent}%")} height="3" />
        </svg>
    }
}
