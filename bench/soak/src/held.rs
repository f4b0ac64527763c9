//! Locking what cannot be broken by a panic.

use std::sync::{Mutex, MutexGuard, PoisonError};

/// Holds what is in there alone. Whatever panicked while it was held, each change of it is whole.
pub fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
