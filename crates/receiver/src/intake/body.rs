//! Encodings of a request's body.

use axum::body::Bytes;
use axum::http::{HeaderMap, header};
use futures_util::stream;
use multer::Multipart;
use percent_encoding::percent_decode;
use std::convert::Infallible;

/// How a body is encoded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// `application/json`
    Json,
    /// `application/x-www-form-urlencoded`
    Urlencoded,
    /// `multipart/form-data`, with its boundary.
    Multipart(String),
}

/// What a form sends: names and values in the order of the form, names repeated.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entries {
    /// Name and value.
    pub texts: Vec<(String, String)>,
    /// Names under which there is a file.
    pub files: Vec<String>,
}

/// The body is not what its content type says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unreadable;

impl Encoding {
    /// By the request's content type; `None` for others.
    pub fn of(headers: &HeaderMap) -> Option<Self> {
        let kind = headers.get(header::CONTENT_TYPE)?.to_str().ok()?;
        let is =
            |name: &str| kind.split(';').next().is_some_and(|kind| kind.trim().eq_ignore_ascii_case(name));
        if is("application/json") {
            Some(Self::Json)
        } else if is("application/x-www-form-urlencoded") {
            Some(Self::Urlencoded)
        } else {
            multer::parse_boundary(kind).ok().map(Self::Multipart)
        }
    }
}

/// Reads `application/x-www-form-urlencoded` (WHATWG URL, section 5.1), which any bytes are.
///
/// ```
/// let entries = huso_receiver::intake::urlencoded(b"name=Ana+Rojas&session=a&session=b");
/// assert_eq!(entries.texts[0], ("name".into(), "Ana Rojas".into()));
/// ```
pub fn urlencoded(body: &[u8]) -> Entries {
    let decoded = |part: &[u8]| {
        let spaced: Vec<u8> = part.iter().map(|byte| if *byte == b'+' { b' ' } else { *byte }).collect();
        text(&percent_decode(&spaced).collect::<Vec<u8>>())
    };
    let pairs = body.split(|byte| *byte == b'&').filter(|pair| !pair.is_empty());
    let pair = |pair: &[u8]| {
        let mut parts = pair.splitn(2, |byte| *byte == b'=');
        (decoded(parts.next().unwrap_or_default()), decoded(parts.next().unwrap_or_default()))
    };
    Entries { texts: pairs.map(pair).collect(), files: Vec::new() }
}

/// Reads `multipart/form-data` (RFC 7578).
///
/// # Errors
/// [`Unreadable`]
pub async fn multipart(body: Bytes, boundary: &str) -> Result<Entries, Unreadable> {
    let whole = stream::iter([Ok::<_, Infallible>(body)]);
    let mut parts = Multipart::new(whole, boundary);
    let mut entries = Entries::default();
    while let Some(part) = parts.next_field().await.map_err(|_| Unreadable)? {
        let name = part.name().unwrap_or_default().to_owned();
        let is_file = part.file_name().is_some();
        let content = part.bytes().await.map_err(|_| Unreadable)?;
        match (is_file, content.is_empty()) {
            (false, _) => entries.texts.push((name, text(&content))),
            (true, false) => entries.files.push(name),
            // Browsers send this where no file was chosen.
            (true, true) => {}
        }
    }
    Ok(entries)
}

/// UTF-8; what is none comes from an old page, and those of Latin America are in Windows-1252.
fn text(bytes: &[u8]) -> String {
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn encoding(kind: &str) -> Option<Encoding> {
        let mut headers = HeaderMap::new();
        headers.insert(header::CONTENT_TYPE, kind.parse().unwrap());
        Encoding::of(&headers)
    }

    fn pairs(entries: &Entries) -> Vec<(&str, &str)> {
        entries.texts.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
    }

    #[test]
    fn content_types_are_told_apart() {
        assert_eq!(encoding("Application/JSON; charset=utf-8"), Some(Encoding::Json));
        assert_eq!(encoding("application/x-www-form-urlencoded;charset=UTF-8"), Some(Encoding::Urlencoded));
        let quoted = encoding("multipart/form-data; boundary=\"a b\"");
        assert_eq!(quoted, Some(Encoding::Multipart("a b".into())));
        for other in ["text/plain", "multipart/form-data", "multipart/mixed; boundary=a", ""] {
            assert_eq!(encoding(other), None, "{other}");
        }
        assert_eq!(Encoding::of(&HeaderMap::new()), None);
    }

    #[test]
    fn urlencoded_is_read_as_browsers_write_it() {
        let body = b"name=Ana+Mar%C3%ADa&&note=1%2B1%3D2&empty=&alone&session=a&session=b&odd=100%&=x";
        assert_eq!(
            pairs(&urlencoded(body)),
            [
                ("name", "Ana María"),
                ("note", "1+1=2"),
                ("empty", ""),
                ("alone", ""),
                ("session", "a"),
                ("session", "b"),
                ("odd", "100%"),
                ("", "x")
            ]
        );
        assert_eq!(pairs(&urlencoded(b"name=Mu%F1oz")), [("name", "Muñoz")], "from a page in Windows-1252");
        assert!(urlencoded(b"").texts.is_empty());
    }

    #[tokio::test]
    async fn multipart_is_read_as_browsers_write_it() {
        let body = "--x\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\nAna\r\nMaría\r\n\
                    --x\r\nContent-Disposition: form-data; name=\"none\"; filename=\"\"\r\n\
                    Content-Type: application/octet-stream\r\n\r\n\r\n\
                    --x\r\nContent-Disposition: form-data; name=\"cv\"; filename=\"cv.pdf\"\r\n\r\n%PDF\r\n\
                    --x--\r\n";
        let entries = multipart(body.into(), "x").await.unwrap();
        assert_eq!(pairs(&entries), [("name", "Ana\r\nMaría")]);
        assert_eq!(entries.files, ["cv"]);
        for cut in [10, 60, body.len() - 10] {
            assert_eq!(multipart(body[..cut].to_owned().into(), "x").await, Err(Unreadable), "{cut}");
        }
        assert_eq!(multipart("hello".into(), "x").await, Err(Unreadable));
    }
}
