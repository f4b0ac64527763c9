//! Content codings (RFC 9110, section 8.4.1).

use brotli::BrotliCompress;
use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;
use std::io::{self, Write as _};
use std::path::Path;

/// Brotli's quality. 11 would save a tenth more and take 40 times as long, while a visitor waits.
const QUALITY: i32 = 5;

/// How a file is compressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Coding {
    /// `br`
    Brotli,
    /// `gzip`
    Gzip,
}

impl Coding {
    /// That of a file `FILE.br` or `FILE.gz`.
    pub fn of(path: &Path) -> Option<Self> {
        match path.extension()?.to_str()? {
            "br" => Some(Self::Brotli),
            "gz" => Some(Self::Gzip),
            _ => None,
        }
    }

    /// # Errors
    /// None in practice: it is written to memory.
    pub fn compress(self, content: &[u8]) -> io::Result<Vec<u8>> {
        match self {
            Self::Brotli => {
                let mut out = Vec::new();
                let params = BrotliEncoderParams {
                    quality: QUALITY,
                    size_hint: content.len(),
                    ..BrotliEncoderParams::default()
                };
                BrotliCompress(&mut &*content, &mut out, &params)?;
                Ok(out)
            }
            Self::Gzip => {
                let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
                encoder.write_all(content)?;
                encoder.finish()
            }
        }
    }
}
