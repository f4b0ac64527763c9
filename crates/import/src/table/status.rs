//! What people write of whether something takes place.

use super::words::plain;
use huso_agenda::event_file::SessionStatus;

/// What each word says, without accents and blanks. Words that stand for several are in none: what is `suspendida` may
/// be cancelled or put off.
#[rustfmt::skip]
const WORDS: &[(SessionStatus, &str)] = &[
    (SessionStatus::Confirmed, "confirmado confirmada confirmados confirmadas confirmed ok si sim yes aceptado aceptada accepted aceito aceita programado programada scheduled agendado agendada definitivo definitiva"),
    (SessionStatus::Tentative, "tentativo tentativa tentative provisional provisorio provisoria porconfirmar aconfirmar tobeconfirmed tbc pendiente pending pendente preliminar noconfirmado noconfirmada sinconfirmar unconfirmed naoconfirmado naoconfirmada"),
    (SessionStatus::Cancelled, "cancelado cancelada cancelled canceled anulado anulada"),
    (SessionStatus::Postponed, "pospuesto pospuesta postergado postergada aplazado aplazada postponed adiado adiada"),
    (SessionStatus::Rescheduled, "reprogramado reprogramada reagendado reagendada rescheduled moved movido movida trasladado trasladada remarcado remarcada"),
];

/// What a cell says; `None` where it is none of the known words.
pub(super) fn status(text: &str) -> Option<SessionStatus> {
    let plain = plain(text);
    let says = |words: &&(SessionStatus, &str)| words.1.split(' ').any(|word| word == plain);
    WORDS.iter().find(says).map(|(status, _)| *status)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The kind: every status that the format has, in every language, as people write it.
    #[test]
    fn words_of_three_languages_say_a_status() {
        use SessionStatus::{Cancelled, Confirmed, Postponed, Rescheduled, Tentative};
        for (status, words) in [
            (Confirmed, ["Confirmada", "CONFIRMED", "confirmado"]),
            (Tentative, ["Por confirmar", "To be confirmed", "A confirmar"]),
            (Cancelled, ["Cancelada", "Cancelled", "CANCELADO"]),
            (Postponed, ["Aplazada", "Postponed", "adiado"]),
            (Rescheduled, ["Reprogramada", "Moved", "Remarcada"]),
        ] {
            assert_eq!(words.map(super::status), [Some(status); 3], "{words:?}");
        }
        assert_eq!(["suspendida", "Jalisco", ""].map(super::status), [None; 3]);
    }

    #[test]
    fn the_words_are_written_as_they_are_compared() {
        for word in WORDS.iter().flat_map(|(_, words)| words.split(' ')) {
            assert_eq!(plain(word), word);
        }
    }
}
