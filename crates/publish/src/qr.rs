//! QR codes (ISO/IEC 18004).

use png::{BitDepth, ColorType, Encoder};
use qrcode::render::svg::Color;
use qrcode::types::QrError;
use qrcode::{EcLevel, QrCode};

/// Light modules around the code (ISO/IEC 18004, 6.3.8).
const QUIET: usize = 4;
/// Pixels of a module in a picture: 5 cm of print at 300 dpi for the address of a page.
const SCALE: usize = 16;

/// A QR code of an address.
pub struct Qr(QrCode);

impl Qr {
    /// The code, of which a seventh may be covered.
    ///
    /// # Errors
    /// If the address has more characters than a code holds.
    pub fn try_new(address: &str) -> Result<Self, QrError> {
        QrCode::with_error_correction_level(address, EcLevel::M).map(Self)
    }

    /// As SVG, black on white whatever is around it.
    pub fn svg(&self) -> String {
        let (dark, light) = (Color("#000"), Color("#fff"));
        self.0.render::<Color>().min_dimensions(240, 240).dark_color(dark).light_color(light).build()
    }

    /// As PNG.
    pub fn png(&self) -> Vec<u8> {
        let light = [u8::MAX; QUIET * SCALE];
        let blank = vec![u8::MAX; self.side()];
        let mut pixels = blank.repeat(QUIET * SCALE);
        for modules in self.0.to_colors().chunks(self.0.width()) {
            let row = modules.iter().flat_map(|module| [module.select(0, u8::MAX); SCALE]);
            let row: Vec<u8> = light.iter().copied().chain(row).chain(light.iter().copied()).collect();
            pixels.extend(row.repeat(SCALE));
        }
        pixels.extend(blank.repeat(QUIET * SCALE));
        grey(self.side(), &pixels).unwrap_or_default()
    }

    /// Pixels of a side.
    fn side(&self) -> usize {
        (self.0.width() + 2 * QUIET) * SCALE
    }
}

/// A square picture of a byte a pixel.
fn grey(side: usize, pixels: &[u8]) -> Option<Vec<u8>> {
    let side = u32::try_from(side).ok()?;
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, side, side);
    encoder.set_color(ColorType::Grayscale);
    encoder.set_depth(BitDepth::Eight);
    let mut writer = encoder.write_header().ok()?;
    writer.write_image_data(pixels).ok()?;
    writer.finish().ok()?;
    Some(bytes)
}
