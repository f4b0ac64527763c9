//! Words that say what stands behind them: `Expositora:`, `Lugar:`.

use huso_agenda::fold::folded;

/// What a label says of what stands behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Label {
    /// Who speaks.
    Speaker,
    /// Where it takes place.
    Venue,
    /// What it is called.
    Title,
    /// Nothing that isn't seen: `Fecha:`, `Duración:`.
    Generic,
}

#[rustfmt::skip]
const SPEAKER: &[&str] = &[
    "speaker", "speakers", "keynote speaker", "presenter", "presenters", "panelist", "panelists", "moderator", "moderators",
    "facilitator", "instructor", "host", "chair",
    "expositor", "expositora", "expositores", "expositoras", "expositor/a", "ponente", "ponentes", "orador", "oradora",
    "oradores", "conferencista", "conferencistas", "relator", "relatora", "relatores", "panelista", "panelistas", "modera",
    "moderador", "moderadora", "modera y presenta", "facilitador", "facilitadora", "tallerista", "presenta", "a cargo de",
    "expone", "exponen", "charlista", "disertante", "disertantes", "docente",
    "palestrante", "palestrantes", "expositor(a)", "palestrante convidado", "palestrante convidada", "apresentador",
    "apresentadora", "mediador", "mediadora", "mediacao", "moderacao", "instrutor", "instrutora", "ministrante",
];
#[rustfmt::skip]
const VENUE: &[&str] = &[
    "lugar", "sala", "local", "venue", "room", "place", "location", "where", "donde", "onde", "ubicacion", "salon",
    "auditorio", "sede", "plataforma", "platform", "espacio", "espaco",
];
#[rustfmt::skip]
const TITLE: &[&str] = &[
    "title", "titulo", "tema", "topic", "actividad", "activity", "atividade", "sesion", "session", "sessao", "evento",
    "event", "charla", "nombre", "name", "nome", "palestra", "ponencia", "what", "que", "contenido", "programa",
    "descripcion", "description", "detalle",
];
#[rustfmt::skip]
const GENERIC: &[&str] = &[
    "fecha", "data", "date", "dia", "day", "cuando", "quando", "when", "hora", "horas", "horario", "horarios", "time", "times",
    "duracion", "duracao", "duration", "inicio", "start", "starts", "end", "fin", "termino", "fim", "hasta", "desde",
    "fecha y hora", "data e hora", "data e horario", "date and time", "dia y hora", "dia e hora", "dia y horario",
    "conexion", "conexion virtual", "virtual connection", "conexao", "hrs", "min", "from", "to", "y", "e", "and", "el", "los",
];

/// What a folded word says as a label.
fn meaning(word: &str) -> Option<Label> {
    [(SPEAKER, Label::Speaker), (VENUE, Label::Venue), (TITLE, Label::Title), (GENERIC, Label::Generic)]
        .into_iter()
        .find_map(|(words, label)| words.contains(&word).then_some(label))
}

/// Longest label, in bytes.
const LONGEST: usize = 40;

/// The label that a line begins with, and the byte at which what it speaks of starts.
pub(super) fn label(line: &str) -> Option<(Label, usize)> {
    let colon = line.find(':').filter(|at| *at <= LONGEST)?;
    let word = line.get(..colon)?.trim_matches(|sign: char| !sign.is_alphanumeric() && sign != ')');
    let rest = line.get(colon + 1..)?;
    let value = rest.trim_start_matches([' ', '\t', '*', '\u{a0}']);
    Some((meaning(folded(word).trim())?, line.len() - value.len()))
}

/// What a column of a table has by its head.
pub(super) fn column(head: &str) -> Option<Label> {
    let head = folded(head);
    let words = || head.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    meaning(head.trim()).or_else(|| words().find_map(meaning))
}

/// Whether words name nothing by themselves: `Fecha`, `Conexión virtual`.
pub(super) fn is_generic(words: &str) -> bool {
    GENERIC.contains(&words.trim_matches(|sign: char| !sign.is_alphanumeric()))
}

#[rustfmt::skip]
const BREAKS: &[&str] = &[
    "pausa", "receso", "descanso", "intermedio", "coffee", "cafe", "break", "almuerzo", "lunch", "almoco", "intervalo",
    "recess", "refrigerio", "merienda",
];
/// Most words in the name of a break: `Almuerzo de trabajo con inversionistas de la región` is none.
const BREAK_WORDS: usize = 4;

/// Whether a session's name is that of a break.
pub(super) fn is_break(title: &str) -> bool {
    let title = folded(title);
    let mut words = title.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    let count = words.clone().count();
    count <= BREAK_WORDS && words.next().is_some_and(|word| BREAKS.contains(&word))
}
