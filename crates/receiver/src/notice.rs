//! What a visitor was told about their data and agreed to: the receipt that is stored with a registration.

use huso_agenda::{Instant, Lang};
use huso_registration::wire::NoticeReceipt;
use huso_registration::{Answer, Event, Form, Submission};

/// Most characters of a version.
const VERSION_LENGTH: usize = 100;

/// The receipt that came with a normalized submission, as far as it can be one: without a version or a time it says
/// nothing, and consents that such answers are not asked for are left out.
pub fn checked(form: &Form, submission: &Submission) -> Option<NoticeReceipt> {
    let mut receipt = submission.notice.clone()?;
    let is_sound = is_version(&receipt.version)
        && receipt.at.len() <= VERSION_LENGTH
        && receipt.at.parse::<Instant>().is_ok()
        && Lang::from_tag(&receipt.language).is_some();
    receipt.consents.retain(|id, given| {
        let is_asked = || form.asked_consents(&submission.answers).any(|asked| asked == id);
        matches!(given, Answer::Checked(_)) && is_asked()
    });
    is_sound.then_some(receipt)
}

fn is_version(text: &str) -> bool {
    !text.trim().is_empty() && text.chars().count() <= VERSION_LENGTH && !text.contains(char::is_control)
}

/// The receipt of a form without JavaScript, which can make none: the notice's version came with it, the
/// time is the receiver's.
pub fn made(
    (event, form): (&Event, &Form),
    submission: &Submission,
    version: &str,
    lang: Lang,
    now: Instant,
) -> Option<NoticeReceipt> {
    let at = now.format("%Y-%m-%dT%H:%M:%S%.3fZ").to_string();
    let made = form.notice(lang, event.agenda.language, submission, at)?;
    is_version(version).then(|| NoticeReceipt { version: version.to_owned(), ..made })
}

/// The version of the notice that a page in `lang` shows; `None` where nothing is told or asked.
pub fn version(event: &Event, form: &Form, lang: Lang) -> Option<String> {
    form.notice_version(lang, event.agenda.language)
}
