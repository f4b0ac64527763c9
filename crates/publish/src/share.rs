//! A link that has the whole agenda in it, after its `#`: browsers send that to no server.
//!
//! What opens it is `share.html` of the package (embed/share.js).

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use flate2::Compression;
use flate2::write::DeflateEncoder;
use serde_json::Value;
use std::io::Write as _;

/// Characters of a link from which on some programs for messages and e-mail break it.
pub const LONG: usize = 2_000;
/// Characters of a link beyond which browsers and servers can't be relied on.
pub const TOO_LONG: usize = 32_000;

/// What stands after the `#` of a link to an event file: the file without its registration, deflated (RFC 1951), as
/// base64url (RFC 4648, section 5) without padding. `None` for what is no event file.
///
/// The registration is left out since whoever makes a link chooses what is in it: a page that anybody's link opens may
/// not send people's answers to an address out of that link.
pub fn fragment(event_file: &str) -> Option<String> {
    let mut file: Value = serde_json::from_str(event_file).ok()?;
    file.as_object_mut()?.shift_remove("registration");
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(file.to_string().as_bytes()).ok()?;
    Some(BASE64_URL_SAFE_NO_PAD.encode(encoder.finish().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::read::DeflateDecoder;
    use std::io::Read as _;

    #[test]
    fn a_link_has_the_event_file_without_its_registration() {
        let file = include_str!("../../../examples/pacific-alliance-2027.json");
        let fragment = fragment(file).unwrap();
        assert!(fragment.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte)));
        let packed = BASE64_URL_SAFE_NO_PAD.decode(&fragment).unwrap();
        let mut text = String::new();
        DeflateDecoder::new(&*packed).read_to_string(&mut text).unwrap();
        let mut expected: Value = serde_json::from_str(file).unwrap();
        assert!(expected.as_object_mut().unwrap().shift_remove("registration").is_some());
        assert_eq!(text, expected.to_string());
        assert!(fragment.len() < 4_000, "{}", fragment.len());
    }

    #[test]
    fn what_is_no_event_file_has_no_link() {
        assert_eq!(fragment("[1]"), None);
        assert_eq!(fragment("no"), None);
    }
}
