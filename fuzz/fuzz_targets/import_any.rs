#![no_main]
libfuzzer_sys::fuzz_target!(|bytes: &[u8]| huso_fuzz_harness::import_any(bytes));
