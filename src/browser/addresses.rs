//! Addresses.

/// An address against its base; as it is if they make no URL.
pub fn resolve(address: &str, base: &str) -> String {
    web_sys::Url::new_with_base(address, base).map_or_else(|_| address.to_owned(), |url| url.href())
}
