//! The figures of one database, printed as they come.

use crate::latencies::Latencies;

/// The columns.
pub const HEAD: &str = "\
| database | what | stored before | a second | p50 ms | p99 ms | most ms | of the inserts | of the empty run |
| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |";

/// Prints rows, and remembers what the later ones are compared with.
#[derive(Debug)]
pub struct Table {
    database: &'static str,
    /// Inserts a second just before, of each number of writers.
    inserts: Vec<f64>,
    /// Registrations a second with nothing stored before.
    empty: Option<f64>,
}

impl Table {
    /// One of a database.
    pub fn new(database: &'static str) -> Self {
        Self { database, inserts: Vec::new(), empty: None }
    }

    /// The database's own inserts, of each number of writers: what follows is compared with these.
    pub fn inserts(&mut self, found: &[(u32, Latencies)]) {
        self.inserts = found.iter().map(|(_, inserts)| inserts.rate()).collect();
        for (writers, inserts) in found {
            let writers = if *writers == 1 { "1 writer".to_owned() } else { format!("{writers} writers") };
            self.row(&format!("inserts, {writers}"), "", inserts, [String::new(), String::new()]);
        }
    }

    /// Registrations, when so many were stored before.
    pub fn registrations(&mut self, stored: usize, status: &str, found: &Latencies) {
        let percent = |whole: &f64| format!("{:.0} %", 100.0 * found.rate() / whole);
        let of_inserts: Vec<_> = self.inserts.iter().map(percent).collect();
        let of_empty = self.empty.as_ref().map(percent).unwrap_or_default();
        self.empty.get_or_insert(found.rate());
        let what = format!("registrations, {status}");
        self.row(&what, &stored.to_string(), found, [of_inserts.join(" · "), of_empty]);
    }

    fn row(&self, what: &str, stored: &str, found: &Latencies, [of_inserts, of_empty]: [String; 2]) {
        let [p50, p99, most] = [0.5, 0.99, 1.0].map(|part| found.quantile(part));
        let (database, rate) = (self.database, found.rate());
        println!(
            "| {database} | {what} | {stored} | {rate:.0} | {p50:.1} | {p99:.1} | {most:.1} | {of_inserts} | {of_empty} |"
        );
    }
}
