//! Announcements made at random: of each the checker has to say just what is so by tzdata, and how much of it was
//! compared. Seeded, so that a failure comes again. `HUSO_ANNOUNCEMENTS=100000` makes more of them, `HUSO_SEED` others.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may fail loudly")]

mod clocks;
mod dates;
mod harm;
mod layouts;
mod made;
mod places;
mod random;
mod truth;
mod verdict;

use random::Random;

fn number(name: &str, default: u64) -> u64 {
    std::env::var(name).map_or(default, |value| value.parse().unwrap())
}

#[test]
fn the_checker_says_what_is_so_by_tzdata() {
    let count = number("HUSO_ANNOUNCEMENTS", 3_000);
    let seed = number("HUSO_SEED", 2023);
    let changes = made::changes();
    let (mut tally, mut failures) = (verdict::Tally::default(), Vec::new());
    for round in 0..count {
        let mut random = Random(seed.wrapping_mul(1 << 32) + round);
        let announcement = made::announcement(&mut random, &changes);
        if let Err(failure) = verdict::judge(&announcement, &mut tally) {
            failures.push(format!("announcement {round} of seed {seed}: {failure}"));
        }
    }
    println!("{tally:?}");
    let shown = usize::try_from(number("HUSO_SHOWN", 5)).unwrap();
    let first: Vec<_> = failures.iter().take(shown).map(String::as_str).collect();
    assert!(failures.is_empty(), "{} of {count} failed\n{}", failures.len(), first.join("\n"));
    assert!(tally.is_varied(count), "{tally:?}");
}

#[test]
fn a_place_with_two_times_is_named_and_no_other() {
    let changes = made::changes();
    let (mut failures, mut made) = (Vec::new(), 0);
    for round in 0..number("HUSO_ANNOUNCEMENTS", 3_000) / 4 {
        let mut random = Random(number("HUSO_SEED", 2023).wrapping_mul(1 << 33) + round);
        let Some((announcement, name)) = made::told_twice(&mut random, &changes) else { continue };
        made += 1;
        failures.extend(verdict::judge_twice(&announcement, &name).err());
    }
    let first: Vec<_> = failures.iter().take(10).map(String::as_str).collect();
    assert!(failures.is_empty(), "{} of {made} failed\n{}", failures.len(), first.join("\n"));
    assert!(made > 100, "{made}");
}
