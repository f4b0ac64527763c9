//! Bodies of plain forms.

use crate::answers::clean;
use crate::rich::{at, rich};
use axum::http::{HeaderMap, HeaderValue, header};
use futures_util::FutureExt as _;
use huso_receiver::intake::{self, Encoding};
use huso_registration::Submission;
use huso_registration::validation::{normalize, validate};

/// The bytes up to the first line break are the content type, the rest is the body: it is read or refused,
/// and what is read is a submission like any other.
pub fn multipart(bytes: &[u8]) {
    let mut parts = bytes.splitn(2, |byte| *byte == b'\n');
    let (kind, body) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let Ok(kind) = HeaderValue::from_bytes(kind) else { return };
    let mut headers = HeaderMap::new();
    headers.insert(header::CONTENT_TYPE, kind);
    let entries = match Encoding::of(&headers) {
        None | Some(Encoding::Json) => return,
        Some(Encoding::Urlencoded) => intake::urlencoded(body),
        Some(Encoding::Multipart(boundary)) => {
            // All of it is there: it has nothing to wait for.
            match intake::multipart(body.to_vec().into(), &boundary).now_or_never().unwrap() {
                Ok(entries) => entries,
                Err(_) => return,
            }
        }
    };
    let event = rich();
    let form = event.form.as_ref().unwrap();
    let (mut submission, _) = intake::submission(event, form, entries);
    normalize(form, &mut submission);
    clean(form, &submission);
    let _ = validate(form, &event.agenda, &submission, at());
    // It is stored as JSON, and read again.
    assert_eq!(Submission::from_json(&serde_json::to_vec(&submission).unwrap()), Ok(submission));
}
