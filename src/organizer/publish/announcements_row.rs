//! Announcements.

use crate::frame::use_lang;
use crate::publish::announcement_card::AnnouncementCard;
use crate::publish::publishing::use_publishing;
use crate::publish::row::Row;
use crate::publish::task::Task;
use huso_i18n::Texts as _;
use yew::{Html, component, html};

/// The announcements side by side, one a language.
#[component]
pub fn AnnouncementsRow() -> Html {
    let texts = use_lang().publish();
    let Some(publishing) = use_publishing() else { return Html::default() };
    html! {
        <Row task={Task::Announcements} title={texts.announcements_title} about={html! { {texts.announcements_about} }}>
            <div class="cards">
                for announcement in publishing.announcements.iter() {
                    <AnnouncementCard announcement={announcement.clone()} />
                }
            </div>
        </Row>
    }
}
