//! What a webmaster pastes into a page.

use serde_json::Value;

/// Room for the element until its script is here: one with the agenda in it has its own.
const ROOM: &str = "<style>huso-event:not(:defined) { display: block; min-height: 100vh }</style>\n";

/// The package as it is published.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Package {
    /// Its build's number, where that is known: without it the program can't be asked for before the script is here.
    pub build: Option<String>,
    /// Hash of `huso.js`, as `integrity` has it (W3C, Subresource Integrity).
    pub script: Option<String>,
    /// The same of `huso_bg.wasm`.
    pub program: Option<String>,
}

impl Package {
    /// With the hashes of the package's `integrity.json`.
    pub fn new(build: Option<String>, manifest: &Value) -> Self {
        let hash = |name: &str| manifest.get(name)?.as_str().map(str::to_owned);
        Self { build, script: hash("huso.js"), program: hash("huso_bg.wasm") }
    }

    /// The lines by which a page has the program, for an element that has its agenda in it as HTML or not.
    pub fn lines(&self, is_prerendered: bool) -> String {
        let preload = self.build.as_ref().map(|build| {
            let integrity = integrity(self.program.as_deref());
            format!(
                "<link rel=\"preload\" href=\"huso_bg.wasm?{build}\" as=\"fetch\" crossorigin{integrity}>\n"
            )
        });
        let integrity = integrity(self.script.as_deref());
        let checked = if integrity.is_empty() { "" } else { " crossorigin" };
        let room = if is_prerendered { "" } else { ROOM };
        let script = format!("<script type=\"module\" src=\"huso.js\"{integrity}{checked}></script>\n");
        [preload.unwrap_or_default().as_str(), &script, room].concat()
    }
}

fn integrity(hash: Option<&str>) -> String {
    hash.map(|hash| format!(" integrity=\"{hash}\"")).unwrap_or_default()
}

/// The shortcode of the plugin for WordPress (docs/wordpress.md), for a file's number in the media library or its address;
/// `None` for what is neither.
///
/// ```
/// use huso_publish::snippet::shortcode;
/// assert_eq!(shortcode("123").unwrap(), r#"[huso-event file="123"]"#);
/// assert_eq!(shortcode("/agenda.json").unwrap(), r#"[huso-event src="/agenda.json"]"#);
/// assert_eq!(shortcode(" "), None);
/// ```
pub fn shortcode(file: &str) -> Option<String> {
    let file = file.trim();
    if !file.is_empty() && file.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(format!("[huso-event file=\"{file}\"]"));
    }
    let is_plain =
        !file.is_empty() && !file.contains(['"', '[', ']', '<', '>']) && !file.contains(char::is_whitespace);
    (is_plain && huso_agenda::link::is_web(file)).then(|| format!("[huso-event src=\"{file}\"]"))
}
