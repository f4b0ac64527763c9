//! Announcements.

use crate::frame::{Step, use_lang};
use crate::publish::announcement_card::AnnouncementCard;
use crate::publish::publishing::use_publishing;
use crate::publish::row::Row;
use crate::publish::task::Task;
use huso_i18n::Texts as _;
use yew::{Html, component, html};

/// The announcements side by side, one a language.
#[component]
pub fn AnnouncementsRow() -> Html {
    let lang = use_lang();
    let texts = lang.publish();
    let Some(publishing) = use_publishing() else { return Html::default() };
    let checker = html! {
        <a class="button neutral" href={format!("#{}", Step::Checker.fragment())}>{Step::Checker.name(lang)}</a>
    };
    let about = html! { {texts.announcements_about} };
    html! {
        <Row task={Task::Announcements} title={texts.announcements_title} {about} actions={checker}>
            <div class="cards">
                for announcement in publishing.announcements.iter() {
                    <AnnouncementCard announcement={announcement.clone()} />
                }
            </div>
        </Row>
    }
}
