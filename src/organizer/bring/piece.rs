//! Something that arrives, before it is read.

use huso::browser::{fetch, resolve};
use js_sys::Uint8Array;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DataTransfer, File};

/// Milliseconds a file on the web may take.
const LIMIT: u32 = 30_000;

/// Something that arrives: dropped, chosen, pasted or named.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    /// A file.
    File(File),
    /// A text or a page's markup, by the name that people see.
    Pasted {
        /// The name.
        name: String,
        /// The text.
        text: String,
    },
    /// The address of a file on the web.
    Address(String),
}

/// Why a piece has no bytes.
#[derive(Clone, Debug, PartialEq)]
pub enum Missing {
    /// The browser can't read the file of this name.
    File(String),
    /// Nothing can be fetched from this address.
    Address(String),
}

impl Piece {
    /// As people see it.
    pub fn name(&self) -> String {
        match self {
            Self::File(file) => file.name(),
            Self::Pasted { name, .. } => name.clone(),
            Self::Address(address) => address.rsplit('/').next().unwrap_or_default().to_owned(),
        }
    }

    /// What is in it.
    ///
    /// # Errors
    /// [`Missing`].
    pub async fn bytes(&self) -> Result<Vec<u8>, Missing> {
        match self {
            Self::File(file) => {
                let bytes = JsFuture::from(file.array_buffer()).await;
                bytes.map(|bytes| Uint8Array::new(&bytes).to_vec()).map_err(|_| Missing::File(file.name()))
            }
            Self::Pasted { text, .. } => Ok(text.clone().into_bytes()),
            Self::Address(address) => fetched(address).await.ok_or_else(|| Missing::Address(address.clone())),
        }
    }

    /// What a drop or the clipboard has: its files, else its table, else its text. `names` are those of a text and a table.
    pub fn of_transfer(transfer: &DataTransfer, [text, table]: [&str; 2]) -> Vec<Self> {
        let files = transfer.files();
        let count = files.as_ref().map_or(0, |files| files.length());
        let files = (0..count).filter_map(|at| files.as_ref()?.get(at)).map(Self::File).collect::<Vec<_>>();
        if !files.is_empty() {
            return files;
        }
        let data = |kind| transfer.get_data(kind).unwrap_or_default();
        Self::of_clipboard(&data("text/html"), &data("text/plain"), [text, table]).into_iter().collect()
    }

    /// What the clipboard has in two forms. Only a table needs its markup: its merged cells are in there.
    pub fn of_clipboard(html: &str, plain: &str, [text, table]: [&str; 2]) -> Option<Self> {
        let pasted =
            |name: &str, text: &str| Some(Self::Pasted { name: name.to_owned(), text: text.to_owned() });
        if html.contains("<table") {
            pasted(table, html)
        } else if plain.trim().is_empty() {
            (!html.trim().is_empty()).then(|| pasted(text, html))?
        } else {
            pasted(text, plain)
        }
    }
}

async fn fetched(address: &str) -> Option<Vec<u8>> {
    let page = web_sys::window()?.location().href().ok()?;
    let reply = fetch(&resolve(address.trim(), &page), None, LIMIT).await.ok()?;
    (200..300).contains(&reply.status).then_some(reply.body)
}
