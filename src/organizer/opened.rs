//! An event file that was opened.

use huso::browser;
use huso::browser::fetch;
use huso::browser::resolve;
use huso_agenda::encoding;
use huso_explain::{Explanation, open};
use huso_registration::Event;
use std::rc::Rc;

/// Milliseconds an event file may take.
const LIMIT: u32 = 30_000;

/// An event file that was opened.
#[derive(Debug, PartialEq)]
pub struct Opened {
    /// Its name, as the snippet will have it.
    pub name: String,
    /// Where the element gets it: its address, or one that exists in this tab only.
    pub src: String,
    /// The event, if it has one to show.
    pub event: Option<Rc<Event>>,
    /// What is wrong with it.
    pub faults: Vec<Explanation>,
    /// Whether `src` has to be freed.
    in_this_tab: bool,
}

/// What was tried last.
#[derive(Clone, PartialEq)]
pub enum Attempt {
    /// A file was opened.
    Opened(Rc<Opened>),
    /// None could be; why, in the reader's language.
    Failed(String),
}

impl Opened {
    /// A file of which only the bytes are known. `None` where the browser can't give it an address.
    pub fn from_bytes(name: &str, bytes: &[u8]) -> Option<Self> {
        // What is no text has no preview either.
        let text = encoding::text(bytes).unwrap_or_default();
        let src = browser::object_url(text, "application/json")?;
        Some(Self::new(name.to_owned(), src, bytes, true))
    }

    /// A file on the web. `None` if it can't be fetched.
    pub async fn from_address(address: &str) -> Option<Self> {
        let page = web_sys::window()?.location().href().ok()?;
        let src = resolve(address.trim(), &page);
        let reply = fetch(&src, None, LIMIT).await.ok()?;
        let name = src.rsplit('/').next().unwrap_or_default().to_owned();
        (200..300).contains(&reply.status).then(|| Self::new(name, src, &reply.body, false))
    }

    fn new(name: String, src: String, bytes: &[u8], in_this_tab: bool) -> Self {
        let (event, faults) = open(bytes);
        Self { name, src, event: event.map(Rc::new), faults, in_this_tab }
    }
}

impl Drop for Opened {
    fn drop(&mut self) {
        if self.in_this_tab {
            browser::free_object_url(&self.src);
        }
    }
}
