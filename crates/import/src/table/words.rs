//! What people write above the columns of a program, and for its breaks, in Spanish, English and Portuguese; the commonest
//! headers in German, French and Italian, too.

use super::mapping::Field;
use huso_agenda::fold::folded;

/// Fields and the words for them, without accents and blanks. Of several columns for one field the one counts whose word
/// stands first.
#[rustfmt::skip]
const HEADERS: &[(Field, &str)] = &[
    (Field::Date, "fecha date data fechas fechadeinicio startdate datainicio eventdate dia day dias jornada weekday diadelasemana diasemana prazo datum"),
    (Field::Start, "inicio start starttime horainicio horadeinicio horainicial horainiciocol comienzo comeco begin begins from desde de timestart sessionstart startsat startdatetime fechahora fechayhora datetime dataehora datahora hora time horario hour horas horarios times schedule slot timeslot horadecomienzo horariodeinicio beginn uhrzeit zeit heure heures debut ora orario"),
    (Field::End, "fin end endtime horafin horadefin horafinal final termino horatermino horadetermino hasta to until ate fim timeend sessionend endsat enddatetime horariofinal ende fine"),
    (Field::Duration, "duracion duration duracao minutos minutes min length duracionmin duracaomin durationmin durationminutes tiempo dauer duree durata"),
    (Field::Title, "titulo title sesion session sessao actividad activity atividade sessiontitle talktitle talk charla palestra nombredelasesion sessionname nombre name nome evento event tema topic assunto contenido content conteudo asunto subject programa titleenglish tituloes titleen titlees tituloen paneltitle what que descripcionactividad titel vortrag titre titolo"),
    (Field::Summary, "resumen summary resumo descripcion description descricao abstract sumilla detalle detalles detalhe detalhes detail details notas notes observaciones observacoes objetivo bodyenglish info beschreibung"),
    (Field::Speakers, "ponente ponentes speaker speakers speakername expositor expositores expositora orador oradores palestrante palestrantes conferencista conferencistas panelista panelistas presenter presenters presentador presentadores autor autores author authors attendees participantes facilitador facilitadores responsable responsavel acargo host presenter1 speaker1 quien who vortragende referent referenten intervenant intervenants relatore relatori"),
    (Field::Organization, "organizacion organization organizacao organisation empresa company institucion institution instituicao entidad entidade affiliation affil afiliacion afiliacao company1 filiacion"),
    (Field::Role, "cargo role rol puesto position funcao position1 jobtitle"),
    (Field::Venue, "sala lugar room venue location local sede salon espacio espaco ubicacion auditorio place escenario stage palco field raum ort salle lieu luogo aula"),
    (Field::Track, "track pista eje linea trilha eixo area categoria category tematica theme stream section modulo bloque bloco linha"),
    (Field::Kind, "tipo type kind formato format clase modalidaddesesion"),
    (Field::Status, "estado status estatus situacion situacao confirmacion confirmation confirmacao"),
    (Field::Language, "idioma language lengua lingua idiomas languages lenguas linguas sprache langue"),
    (Field::Link, "enlace link url pagina website web vinculo webpage forum meeturl zoom"),
    (Field::Key, "id codigo code clave sessionid identificador sequenceid friendlyid"),
];

/// Words of headers that say nothing of what is below.
const FILLERS: &[&str] = &[
    "de", "del", "la", "el", "los", "las", "do", "da", "dos", "das", "of", "the", "y", "e", "and", "s", "es",
];

/// Words for breaks.
const BREAKS: &[&str] = &[
    "pausa",
    "descanso",
    "receso",
    "intervalo",
    "cafe",
    "coffee",
    "coffeebreak",
    "break",
    "almuerzo",
    "almoco",
    "lunch",
    "refrigerio",
    "merienda",
    "desayuno",
    "breakfast",
    "comida",
    "cena",
    "dinner",
    "jantar",
    "tea",
    "brunch",
    "recreo",
];

/// Words that stand beside them.
const BESIDE: &[&str] = &[
    "de",
    "del",
    "y",
    "e",
    "and",
    "para",
    "con",
    "com",
    "the",
    "a",
    "al",
    "la",
    "el",
    "o",
    "do",
    "da",
    "networking",
    "libre",
    "livre",
    "morning",
    "afternoon",
    "manana",
    "manha",
    "tarde",
    "noche",
    "time",
    "hora",
    "welcome",
    "social",
    "refreshments",
    "snack",
    "hour",
    "short",
    "corta",
    "corto",
];

/// What a header says of the column below it, and how far down the words for it its word stands.
pub(crate) fn field(header: &str) -> Option<(Field, usize)> {
    let plain = plain(header);
    let exactly = |written: &str| {
        let rank = |words: &str| words.split(' ').position(|word| word == written);
        HEADERS.iter().find_map(|(field, words)| Some((*field, rank(words)?)))
    };
    // "Ponente(s)", "Hora (Colombia)", "Hora COL": the first word says it.
    let outside: String = header.split('(').next().map(self::plain).unwrap_or_default();
    let first = || header.split_whitespace().next().map(self::plain).unwrap_or_default();
    // "Presenter2", "Company2".
    let unnumbered = || exactly(plain.trim_end_matches(|c: char| c.is_ascii_digit()));
    let is_person =
        |found: &(Field, usize)| matches!(found.0, Field::Speakers | Field::Organization | Field::Role);
    let is_time = |found: &(Field, usize)| matches!(found.0, Field::Start | Field::End);
    exactly(&plain)
        .or_else(|| exactly(&outside))
        .or_else(|| exactly(&without_fillers(header)))
        .or_else(|| exactly(&first()).filter(is_time))
        .or_else(|| unnumbered().filter(is_person))
        .or_else(|| slip(&plain))
}

/// A word for a field with a slip of the fingers in every five letters, of five letters at least.
fn slip(written: &str) -> Option<(Field, usize)> {
    let known = || HEADERS.iter().flat_map(|(_, words)| words.split(' ')).filter(|word| word.len() > 4);
    let is_like = |word: &&str| written.len().abs_diff(word.len()) < 2 && written.get(..1) == word.get(..1);
    // Looked at before the words are compared letter by letter: a sheet may have a million cells.
    let may_be = written.len() > 4
        && !written.ends_with(|c: char| c.is_ascii_digit())
        && known().any(|word| is_like(&word));
    let near =
        if may_be { huso_agenda::nearest::nearest(written, known()).filter(is_like)? } else { return None };
    let is_near = |words: &str| words.split(' ').any(|word| word == near);
    HEADERS.iter().find(|(_, words)| is_near(words)).map(|(field, _)| (*field, 99))
}

fn without_fillers(header: &str) -> String {
    let folded = folded(header);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !FILLERS.contains(word));
    words.collect()
}

/// In lower case without accents, blanks and signs.
pub(crate) fn plain(text: &str) -> String {
    folded(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Whether a title is a break's and nothing else: `Coffee break`, `Almuerzo (libre)`; not `Lunch panel`.
pub(crate) fn is_break(title: &str) -> bool {
    let folded = folded(title.split('(').next().unwrap_or_default());
    let mut words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).peekable();
    let is_one = |word: &str| BREAKS.contains(&word);
    words.clone().any(is_one)
        && words.all(|word| is_one(word) || BESIDE.contains(&word) || word.chars().all(char::is_numeric))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_of_three_languages_say_their_fields() {
        for (header, meant) in [
            ("Hora", Some(Field::Start)),
            ("Hora de inicio", Some(Field::Start)),
            ("Hora (Colombia)", Some(Field::Start)),
            ("Hora COL", Some(Field::Start)),
            ("StartTime", Some(Field::Start)),
            ("Horário", Some(Field::Start)),
            ("Início", Some(Field::Start)),
            ("Hora fin", Some(Field::End)),
            ("Fim", Some(Field::End)),
            ("DURACIÓN (min)", Some(Field::Duration)),
            ("Sesión", Some(Field::Title)),
            ("Nombre de la actividad", None),
            ("Ponente(s)", Some(Field::Speakers)),
            ("speaker_name", Some(Field::Speakers)),
            ("Palestrantes", Some(Field::Speakers)),
            ("Ponetes", Some(Field::Speakers)),
            ("Sala", Some(Field::Venue)),
            ("Presenter2", Some(Field::Speakers)),
            ("Sala 1", None),
            ("Track 1", None),
            ("Miércoles", None),
            ("ImagenTrack1", None),
            ("", None),
        ] {
            assert_eq!(field(header).map(|(field, _)| field), meant, "{header}");
        }
    }

    #[test]
    fn breaks_are_known_by_their_words() {
        for title in
            ["Coffee break", "Almuerzo", "Pausa para café", "Lunch break (reserved)", "ALMOÇO", "Receso"]
        {
            assert!(is_break(title), "{title}");
        }
        for title in ["Lunch panel", "Café con los ponentes", "Break-out sessions", "Panel", "", "(café)"] {
            assert!(!is_break(title), "{title}");
        }
    }

    /// A table with an entry that no word can reach would say less than it seems to.
    #[test]
    fn the_words_are_written_as_they_are_compared() {
        for (field, words) in HEADERS {
            for word in words.split(' ') {
                assert_eq!(plain(word), word, "{field:?}");
            }
        }
    }
}
