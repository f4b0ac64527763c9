//! What a connection is doing.

use axum::body::{Body, Bytes};
use axum::response::Response;
use http_body::{Body as HttpBody, Frame, SizeHint};
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};
use std::time::{Duration, Instant};

/// Who has just come, or was answered, has so long to ask, and to receive what the system still sends.
const TO_ASK: Duration = Duration::from_secs(1);

/// Who has asked has so long to send the request's body and to receive the answer.
const TO_BE_ANSWERED: Duration = Duration::from_secs(5);

/// When a connection may be dropped for one that is new. It is not dropped while there are places left.
#[derive(Clone, Debug)]
pub struct Activity(Arc<Mutex<Instant>>);

impl Activity {
    /// Of a connection that begins.
    pub fn begin() -> Self {
        Self(Arc::new(Mutex::new(Instant::now() + TO_ASK)))
    }

    /// Until when it keeps its place in any case.
    pub fn kept_until(&self) -> Instant {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A request has come.
    pub fn asked(&self) -> Answering {
        self.keep(TO_BE_ANSWERED);
        Answering(self.clone())
    }

    fn keep(&self, time: Duration) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Instant::now() + time;
    }
}

/// A request that is under way, to the end of the answer's body.
#[derive(Debug)]
pub struct Answering(Activity);

impl Answering {
    /// Until the response was sent.
    pub fn until_sent(self, response: Response) -> Response {
        response.map(|body| Body::new(Sent { body, _answering: self }))
    }
}

impl Drop for Answering {
    fn drop(&mut self) {
        self.0.keep(TO_ASK);
    }
}

/// A body that is dropped when it was sent.
struct Sent {
    body: Body,
    _answering: Answering,
}

impl HttpBody for Sent {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        Pin::new(&mut self.body).poll_frame(context)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::response::IntoResponse as _;

    #[test]
    fn a_request_keeps_its_place_longer_than_silence() {
        let activity = Activity::begin();
        let idle = |activity: &Activity| activity.kept_until() <= Instant::now() + TO_ASK;
        assert!(idle(&activity));
        let response = activity.asked().until_sent("all of it".into_response());
        assert!(!idle(&activity), "the answer is on its way");
        assert_eq!(response.body().size_hint().exact(), Some(9));
        drop(response);
        assert!(idle(&activity));
        drop(activity.asked());
        assert!(idle(&activity), "nobody waits for the answer any more");
    }
}
