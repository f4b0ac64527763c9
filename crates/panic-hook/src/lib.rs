//! What Yew calls when a panic happens. In what visitors download a panic is a trap without a word
//! (docs/decisions/0006), and calls nobody; but all that would write the words is linked with the hook.
//! So this one has words in tests alone. `[patch.crates-io]` in Cargo.toml puts it in the place of the
//! crate of the same name.

use std::panic::PanicHookInfo;

#[cfg(debug_assertions)]
mod console {
    use wasm_bindgen::prelude::wasm_bindgen;

    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(js_namespace = console)]
        pub fn error(words: &str);
    }
}

/// Writes a panic's words to the console.
#[cfg(debug_assertions)]
pub fn hook(panic: &PanicHookInfo<'_>) {
    console::error(&panic.to_string());
}

/// Does nothing.
#[cfg(not(debug_assertions))]
pub fn hook(_: &PanicHookInfo<'_>) {}
