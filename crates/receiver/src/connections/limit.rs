//! How many connections there may be.

/// Descriptors that something else needs: the database, logs, the runtime, standard streams.
const RESERVED: u64 = 48;

/// A connection, and the file that it may be sent.
const DESCRIPTORS_EACH: u64 = 2;

/// No more, however many descriptors there may be: each takes memory.
const MOST: u64 = 8_192;

/// As few as this, and an accept that fails is waited out.
const FEWEST: u64 = 8;

/// How many connections the descriptors suffice for; raises this process' soft limit (`ulimit -n`) as far
/// as they need it and its hard limit allows.
///
/// # Errors
/// The system doesn't tell its limit.
pub fn most_connections() -> std::io::Result<usize> {
    let descriptors = rlimit::increase_nofile_limit(RESERVED + MOST * DESCRIPTORS_EACH)?;
    Ok(connections(descriptors))
}

fn connections(descriptors: u64) -> usize {
    let most = descriptors.saturating_sub(RESERVED) / DESCRIPTORS_EACH;
    usize::try_from(most.clamp(FEWEST, MOST)).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn descriptors_are_left_for_all_else() {
        for (descriptors, most) in [(0, 8), (64, 8), (128, 40), (1_024, 488), (1 << 20, 8_192)] {
            assert_eq!(connections(descriptors), most, "of {descriptors}");
        }
        assert!(most_connections().unwrap() >= 8);
    }
}
