//! Random numbers.

/// A random number from 0 to below `count`.
pub fn random_below(count: u32) -> u32 {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "below `count`")]
    {
        (js_sys::Math::random() * f64::from(count)) as u32
    }
}

/// A version 4 UUID (RFC 9562, 5.4). `crypto.randomUUID` exists on https pages only.
pub fn uuid() -> String {
    let mut bytes = [0_u8; 16];
    let filled = web_sys::window()
        .and_then(|window| window.crypto().ok())
        .is_some_and(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok());
    if !filled {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0–255")]
        bytes.fill_with(|| (js_sys::Math::random() * 256.0) as u8);
    }
    uuid_from(bytes)
}

fn uuid_from(bytes: [u8; 16]) -> String {
    uuid::Builder::from_random_bytes(bytes).into_uuid().to_string()
}

#[cfg(test)]
mod tests {
    use super::uuid_from;

    #[test]
    fn uuids_carry_version_and_variant() {
        assert_eq!(uuid_from([0xff; 16]), "ffffffff-ffff-4fff-bfff-ffffffffffff");
        assert_eq!(uuid_from([0; 16]), "00000000-0000-4000-8000-000000000000");
    }
}
