//! An event file that was opened.

use huso::browser::{fetch, resolve};
use huso_agenda::encoding;
use huso_explain::{Explanation, open};
use std::rc::Rc;

/// Milliseconds an event file may take.
const LIMIT: u32 = 30_000;

/// An event file that was opened.
#[derive(Debug, PartialEq)]
pub struct Opened {
    /// Its name.
    pub name: String,
    /// Its text; empty if it is none.
    pub text: String,
    /// What is wrong with it.
    pub faults: Rc<[Explanation]>,
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
    /// A file of which only the bytes are known.
    pub fn from_bytes(name: &str, bytes: &[u8]) -> Self {
        let text = encoding::text(bytes).unwrap_or_default().to_owned();
        Self { name: name.to_owned(), text, faults: open(bytes).1.into() }
    }

    /// A file on the web. `None` if it can't be fetched.
    pub async fn from_address(address: &str) -> Option<Self> {
        let page = web_sys::window()?.location().href().ok()?;
        let src = resolve(address.trim(), &page);
        let reply = fetch(&src, None, LIMIT).await.ok()?;
        let name = src.rsplit('/').next().unwrap_or_default();
        (200..300).contains(&reply.status).then(|| Self::from_bytes(name, &reply.body))
    }
}
