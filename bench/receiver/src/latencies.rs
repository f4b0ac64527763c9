//! How long each took.

use std::time::Duration;

/// How long each of many took.
pub struct Latencies {
    /// Sorted.
    each: Vec<Duration>,
    whole: Duration,
}

impl Latencies {
    /// Of those that were done in a time.
    pub fn new(mut each: Vec<Duration>, whole: Duration) -> Self {
        each.sort();
        Self { each, whole }
    }

    /// How many there were.
    pub fn count(&self) -> usize {
        self.each.len()
    }

    /// How many a second.
    pub fn rate(&self) -> f64 {
        self.each.len() as f64 / self.whole.as_secs_f64()
    }

    /// Milliseconds that this part of them took at most; 0.5 is the median.
    pub fn quantile(&self, part: f64) -> f64 {
        let last = self.each.len().saturating_sub(1);
        let place = (part * last as f64).round() as usize;
        self.each.get(place).map_or(f64::NAN, |time| 1000.0 * time.as_secs_f64())
    }
}
