//! The form as a whole.

use super::consent::Consent;
use super::field::Field;
use super::outline::Outline;
use crate::format::{Duplicates, Endpoint, Privacy, Purpose};
use crate::wire::{Answer, Answers};
use huso_agenda::Text;

/// A registration form, valid throughout.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Form {
    /// Where the answers go.
    pub endpoint: Option<Endpoint>,
    /// What is known of it before it is read.
    pub outline: Outline,
    /// Seats of the whole event.
    pub capacity: Option<u32>,
    /// Who is registered already.
    pub duplicates: Duplicates,
    /// Fewest sessions to choose.
    pub min_sessions: u32,
    /// Most sessions to choose.
    pub max_sessions: Option<u32>,
    /// Id of the field whose answer is the visitor's audience.
    pub audience_field: Option<String>,
    /// Id of the field in which an answer means that the visitor is invited.
    pub invitation_field: Option<String>,
    /// Questions.
    pub fields: Vec<Field>,
    /// What the visitor agrees to: a box each, those without which there is no registration first.
    /// The purposes that rest on consent are among them.
    pub consents: Vec<Consent>,
    /// Who keeps the answers.
    pub privacy: Option<Privacy>,
    /// Uses of the answers that rest on no consent: told, not asked.
    pub purposes: Vec<Purpose>,
    /// Shown after a registration.
    pub confirmation: Option<Text>,
}

impl Form {
    /// Whether a field is asked, given the other answers.
    pub fn asks(&self, field: &Field, answers: &Answers) -> bool {
        self.asks_at(field, answers, self.fields.len())
    }

    /// A field that depends on one that isn't asked is not asked. `depth` ends circles of dependence.
    fn asks_at(&self, field: &Field, answers: &Answers, depth: usize) -> bool {
        self.is_for(&field.audience, answers) && self.holds(field.show_if.as_ref(), answers, depth)
    }

    /// Whether a consent is asked for, given the answers.
    pub fn asks_consent(&self, consent: &Consent, answers: &Answers) -> bool {
        self.holds(consent.show_if.as_ref(), answers, self.fields.len())
    }

    /// Whether the field of a condition is asked, and has one of its answers. What has no condition is for everybody.
    fn holds(&self, condition: Option<&(String, Vec<String>)>, answers: &Answers, depth: usize) -> bool {
        condition.is_none_or(|(id, wanted)| {
            let other = self.fields.iter().find(|other| other.id == *id);
            let (Some(other), Some(depth)) = (other, depth.checked_sub(1)) else { return false };
            let given = answers.get(id).map_or_else(|| vec![""], Answer::values);
            given.iter().any(|value| wanted.iter().any(|wanted| wanted == value))
                && self.asks_at(other, answers, depth)
        })
    }

    /// Whether what is meant for these audiences is meant for this visitor. What is for none in
    /// particular is for everybody, and so is everything in a form that doesn't ask.
    pub fn is_for(&self, audiences: &[String], answers: &Answers) -> bool {
        let (Some(field), false) = (&self.audience_field, audiences.is_empty()) else { return true };
        let theirs = answers.get(field).map_or_else(Vec::new, Answer::values);
        theirs.iter().any(|value| audiences.iter().any(|audience| audience == value))
    }

    /// Age from which one may register without a parent or guardian.
    pub fn minimum_age(&self) -> Option<u32> {
        self.privacy.as_ref()?.minimum_age
    }
}
