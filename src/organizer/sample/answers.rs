//! An answer to each question.

use huso_registration::form::Field;
use huso_registration::format::FieldType;
use huso_registration::wire::Answers;
use huso_registration::{Answer, Form};

/// Right answers to all questions but those that only a person can answer: files. Texts say `words`; the e-mail address is
/// one that nobody has (RFC 2606, section 3).
pub fn answers(form: &Form, words: &str, email: &str) -> Answers {
    let mut answers = Answers::default();
    for field in &form.fields {
        if let Some(answer) = answer(field, words, email) {
            answers.set(field.id.clone(), answer);
        }
    }
    answers
}

fn answer(field: &Field, words: &str, email: &str) -> Option<Answer> {
    let first = || field.options.first().map(|(value, _)| value.clone());
    let least = |or: &str| field.min.clone().or_else(|| field.max.clone()).unwrap_or_else(|| or.to_owned());
    let text = match field.kind {
        FieldType::Checkbox => return Some(Answer::Checked(true)),
        FieldType::Checkboxes => {
            let fewest = usize::try_from(field.min_choices.max(1)).unwrap_or(1);
            let values = field.options.iter().take(fewest).map(|(value, _)| value.clone());
            return Some(Answer::Many(values.collect()));
        }
        FieldType::File | FieldType::Heading => return None,
        FieldType::Select | FieldType::Radio => first()?,
        FieldType::Email => email.to_owned(),
        FieldType::Tel => "+1 555 010 0100".to_owned(),
        FieldType::Url => "https://www.example.org/".to_owned(),
        FieldType::Number => least("1"),
        FieldType::Date => least("2000-01-01"),
        FieldType::Country => "CL".to_owned(),
        FieldType::Text | FieldType::Textarea | FieldType::Organization | FieldType::Hidden => {
            let fewest = usize::try_from(field.min_length).unwrap_or_default();
            let most = usize::try_from(field.max_length).unwrap_or(usize::MAX);
            let all = words.chars().chain(std::iter::repeat('.'));
            all.take(words.chars().count().max(fewest).min(most)).collect()
        }
    };
    Some(Answer::Text(text))
}
