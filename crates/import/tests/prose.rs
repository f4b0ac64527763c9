//! Press releases and e-mails.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may fail loudly")]

use huso_announcement::Context;
use huso_import::prose::{self, Prose, Value};
use huso_import::{FindingKind, Origin, Place, Session, Stated};

fn read(text: &str) -> Prose {
    prose::read(text, 0, &Context { date: None, today: "2023-08-01".parse().unwrap() })
}

fn slice<'t>(text: &'t str, origin: &Origin) -> &'t str {
    let Place::Text { start, end } = origin.place else { panic!("{origin:?}") };
    &text[start..end]
}

fn stated(time: Option<&Stated>) -> String {
    let wall = |wall: chrono::NaiveDateTime| wall.format("%m-%d %H:%M").to_string();
    match time {
        Some(Stated::Wall(time)) => wall(*time),
        Some(Stated::Zoned(time, zone)) => {
            format!("{} {}", wall(*time), zone.rsplit('/').next().unwrap_or_default())
        }
        Some(Stated::Offset(time)) => format!("{} {}", wall(time.naive_local()), time.offset()),
        Some(Stated::Utc(time)) => format!("{} UTC", wall(time.naive_utc())),
        Some(Stated::Day(day)) => day.to_string(),
        None => "-".to_owned(),
    }
}

fn shown(prose: &Prose) -> Vec<String> {
    let one = |session: &Session| {
        let end = session.end.as_ref().and_then(Stated::clock);
        let end = end.map(|end| end.format("–%H:%M").to_string()).unwrap_or_default();
        let start = stated(session.start.as_ref());
        let (wall, zone) =
            start.rsplit_once(' ').filter(|(wall, _)| wall.contains(' ')).unwrap_or((&start, ""));
        format!("{wall}{end} {zone} {}", session.title).replace("  ", " ")
    };
    prose.read.program.sessions.iter().map(one).collect()
}

/// Where findings of a kind stand, as written.
fn found<'t>(text: &'t str, prose: &Prose, is: fn(&FindingKind) -> bool) -> Vec<&'t str> {
    let all = prose.read.findings.iter().filter(|finding| is(&finding.kind));
    all.map(|finding| slice(text, &finding.origin)).collect()
}

fn left_out<'t>(text: &'t str, prose: &Prose) -> Vec<&'t str> {
    found(text, prose, |kind| matches!(kind, FindingKind::LeftOut(_)))
}

fn speakers(prose: &Prose, session: usize) -> Vec<&str> {
    let all = prose.read.program.sessions[session].speakers.iter();
    all.map(|at| prose.read.program.speakers[*at].name.as_str()).collect()
}

/// The structure of the Pacific Alliance's news of August 2023, with its figures.
#[test]
fn the_reference_is_read() {
    let text = include_str!("data/prose/pacific-alliance.txt");
    let prose = read(text);
    let program = &prose.read.program;
    assert_eq!(program.title, "First Business Meeting on Sustainable Tourism");
    assert_eq!(program.language.as_deref(), Some("en"));
    assert_eq!(
        shown(&prose),
        [
            "08-09 09:00–09:30 Bogota Inauguration",
            "08-09 09:30–10:35 Bogota Academic Agenda",
            "08-09 14:00–15:30 Bogota Commercial Pitch Preparation",
            "08-16 09:00–11:20 Bogota Pitch Sessions",
            "08-17 09:00–16:00 Bogota Business Networking",
        ]
    );
    let [claim] = program.zones.as_slice() else { panic!("{:?}", program.zones) };
    assert_eq!((claim.zone.as_str(), claim.words.as_str()), ("America/Bogota", "COL time"));
    assert_eq!(slice(text, &claim.origin), "COL time");
    let lengths: Vec<_> =
        program.sessions.iter().map(|session| session.duration.map(|it| it.num_minutes())).collect();
    assert_eq!(lengths, [Some(30), Some(45), Some(90), Some(120), None]);
    let durations: Vec<_> = prose
        .read
        .findings
        .iter()
        .filter_map(|finding| match finding.kind {
            FindingKind::Duration { said, between } => Some((slice(text, &finding.origin), said, between)),
            _ => None,
        })
        .collect();
    assert_eq!(durations, [("45 min.", 45, 65), ("120 min.", 120, 140)]);
    assert_eq!(
        program.sessions[3].summary,
        "Presentation of pitches by incoming agents from Chile, Colombia, Mexico and Peru. As a result, the agents can \
         request meetings."
    );
    assert_eq!(program.sessions[4].summary, "Development of 1-on-1 appointments.");
    let by_session: Vec<_> = (0..5).map(|session| speakers(&prose, session)).collect();
    assert_eq!(
        by_session,
        [vec!["Gabriela Mistral"], vec!["Alexander von Humboldt"], vec!["Violeta Parra"], vec![], vec![]]
    );
    assert_eq!(program.speakers.len(), 3);
    assert_eq!(program.speakers[1].role.as_deref(), Some("Vice President of the Summit"));
    // Nothing else is said of it than what was not understood.
    let others = left_out(text, &prose);
    assert_eq!(others.len() + 2, prose.read.findings.len(), "{:?}", prose.read.findings);
    assert!(
        others.contains(&"Academic Agenda registration link:")
            && others.contains(&"09:00 Colombia/Peru time")
    );
    assert!(!others.iter().any(|line| line.contains("25 minutes") || line.contains("ceremony was")));
    let settled = huso_import::settle(program, None).unwrap();
    assert_eq!(settled.timezone, "America/Bogota");
    let (_, faults) =
        huso_agenda::event_file::parse::<String>(&huso_import::write(program, &settled).to_string());
    assert!(faults.is_empty(), "{faults:?}");
}

#[test]
fn each_value_has_its_words() {
    let text = include_str!("data/prose/pacific-alliance.txt");
    let prose = read(text);
    let of = |session, value| -> Vec<&str> {
        let all = prose.understood.iter().filter(|one| one.session == session && one.value == value);
        all.map(|one| slice(text, &one.origin)).collect()
    };
    assert_eq!(of(None, Value::Title), ["First Business Meeting on Sustainable Tourism"]);
    assert_eq!(of(Some(1), Value::Title), ["Academic Agenda"]);
    assert_eq!(of(Some(1), Value::Date), ["09.08.23"]);
    assert_eq!(of(Some(1), Value::Time), ["09:30 – 10:35"]);
    assert_eq!(of(Some(1), Value::Zone), ["COL time"]);
    assert_eq!(of(Some(1), Value::Duration), ["45 min."]);
    assert_eq!(of(Some(4), Value::Summary), ["Development of 1-on-1 appointments."]);
    assert_eq!(of(Some(1), Value::Speaker).len(), 2);
}

/// An announcement and the sessions that are in it.
const SHAPES: &[(&str, &[&str])] = &[
    (
        "Programa\n\nMiércoles 9 de agosto de 2023 (hora de Chile)\n• 10:00 – 10:30 Inauguración\n• 10:30 a 11:30 h: Panel \
         de turismo\n• 11:30 Pausa para café\n\nJueves 10 de agosto de 2023 (hora de Chile)\n- 9:00 a. m. – 1:30 p. m. Taller",
        &[
            "08-09 10:00–10:30 Santiago Inauguración",
            "08-09 10:30–11:30 Santiago Panel de turismo",
            "08-09 11:30 Santiago Pausa para café",
            "08-10 09:00–13:30 Santiago Taller",
        ],
    ),
    (
        "Taller de propuestas\n9 de agosto, 10:00 a 11:30 h (hora de Chile)\nUna jornada práctica.",
        &["08-09 10:00–11:30 Santiago Taller de propuestas"],
    ),
    (
        "Taller de propuestas – 9 de agosto de 2023, 10:00 a 11:30 h (hora de Chile)\n\nRueda de negocios – 16 de agosto de \
         2023, 15:00 a 16:00 h (hora de Chile)",
        &["08-09 10:00–11:30 Santiago Taller de propuestas", "08-16 15:00–16:00 Santiago Rueda de negocios"],
    ),
    (
        "9 de agosto de 2023\n\n10:00 Chile / 09:00 Colombia y Perú / 08:00 México – Inauguración\nPalabras de bienvenida.\n\n\
         11:00 Chile / 10:00 Colombia y Perú / 09:00 México – Panel sobre economía",
        &["08-09 10:00 Santiago Inauguración", "08-09 11:00 Santiago Panel sobre economía"],
    ),
    (
        "Programação – 9 de agosto de 2023\n\nDas 9h às 10h30 (horário de Brasília): Abertura\nDas 10h45 às 12h (horário de \
         Brasília): Painel de negócios",
        &["08-09 09:00–10:30 Sao_Paulo Abertura", "08-09 10:45–12:00 Sao_Paulo Painel de negócios"],
    ),
    (
        "Agenda for August 9, 2023 (all times in Colombia time)\n\n9:00 a.m. - 9:30 a.m. Opening\n9:30 a.m. - 11:00 a.m. \
         Keynote: The road ahead\n1:00 p.m. Lunch",
        &[
            "08-09 09:00–09:30 Bogota Opening",
            "08-09 09:30–11:00 Bogota Keynote: The road ahead",
            "08-09 13:00 Bogota Lunch",
        ],
    ),
    (
        "9 de agosto de 2023\n\n| Hora (Chile) | Actividad | Expositora | Sala |\n|---|---|---|---|\n| 10:00 – 10:30 | Apertura | \
         Gabriela Mistral | Sala 1 |\n| 10:30 – 12:00 | Panel de turismo | Violeta Parra | Sala 2 |",
        &["08-09 10:00–10:30 Santiago Apertura", "08-09 10:30–12:00 Santiago Panel de turismo"],
    ),
    (
        "9 de agosto de 2023\n\nActividad\tChile\tColombia\tMéxico\nApertura\t10:00\t09:00\t08:00\nPanel de turismo\t11:00\t10:00\t09:00",
        &["08-09 10:00 Santiago Apertura", "08-09 11:00 Santiago Panel de turismo"],
    ),
    (
        "9 de agosto de 2023 (hora de Chile)\n\nInicio\tTérmino\tActividad\n10:00\t10:30\tApertura\n10:30\t12:00\tPanel de turismo",
        &["08-09 10:00–10:30 Santiago Apertura", "08-09 10:30–12:00 Santiago Panel de turismo"],
    ),
    (
        "Miércoles 9 de agosto de 2023\nHora de Chile\n\n10:00\nInauguración\n\n10:30\nPanel de turismo",
        &["08-09 10:00 Santiago Inauguración", "08-09 10:30 Santiago Panel de turismo"],
    ),
    (
        "Webinar: Comercio y género\n\nFecha: 9 de agosto de 2023\nHora: 10:00 (Chile), 09:00 (Colombia y Perú)\nLugar: Zoom",
        &["08-09 10:00 Santiago Webinar: Comercio y género"],
    ),
    (
        "De: Secretaría <secretaria@example.org>\nEnviado: martes, 1 de agosto de 2023 10:15\nPara: Delegaciones\nAsunto: \
         Reunión de coordinación\n\nEstimadas delegaciones:\n\nLes recordamos que la reunión se realizará el 9 de agosto a las \
         15:00 horas (hora de Perú), por Zoom.\n\nSaludos cordiales",
        &["08-09 15:00 Lima Reunión de coordinación"],
    ),
    (
        "Taller abierto\n9, 16 y 17 de agosto de 2023, 10:00 a 11:00 (hora de Chile)",
        &[
            "08-09 10:00–11:00 Santiago Taller abierto",
            "08-16 10:00–11:00 Santiago Taller abierto",
            "08-17 10:00–11:00 Santiago Taller abierto",
        ],
    ),
    (
        "Programa del 9 de agosto de 2023\n\n10:00 Apertura\n11:00 Cierre",
        &["08-09 10:00 Apertura", "08-09 11:00 Cierre"],
    ),
    ("9 de agosto de 2023: 10:00 (UTC-5) Apertura", &["08-09 10:00 -05:00 Apertura"]),
    ("The ministers met on September 1, 2023 in Lima. They spoke from 10:00 to 12:00.", &[]),
];

#[test]
fn announcements_are_read_in_the_shapes_in_which_people_write_them() {
    let wrong: Vec<_> = SHAPES
        .iter()
        .filter(|(text, sessions)| shown(&read(text)) != *sessions)
        .map(|(text, _)| format!("{text}\n→ {:#?}\n{:#?}", shown(&read(text)), read(text).read.findings))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn venues_and_speakers_are_read_from_columns_and_labels() {
    let table = read(
        "9 de agosto de 2023\n\n| Hora (Chile) | Actividad | Expositora | Sala |\n|---|---|---|---|\n| 10:00 – 10:30 | \
         Apertura | Gabriela Mistral | Sala 1 |\n| 10:30 – 12:00 | Panel de turismo | Violeta Parra y Rubén Darío | Sala 2 |",
    );
    assert_eq!(speakers(&table, 1), ["Violeta Parra", "Rubén Darío"]);
    assert_eq!(table.read.program.venues[1].name, "Sala 2");
    assert_eq!(table.read.findings, []);
    let text = "9 de agosto de 2023 (hora de Chile)\n\n10:00 Apertura\nLugar: Sala Ñandú\nExpositora: Gabriela Mistral, directora \
                de turismo\nPalabras de bienvenida. Más en https://example.org/apertura.\nModera: por confirmar\n\n11:00 Cierre";
    let labels = read(text);
    let [first, _] = labels.read.program.sessions.as_slice() else { panic!("{:?}", shown(&labels)) };
    assert_eq!(labels.read.program.venues[first.venue.unwrap()].name, "Sala Ñandú");
    assert_eq!(labels.read.program.speakers[0].role.as_deref(), Some("directora de turismo"));
    assert_eq!(first.summary, "Palabras de bienvenida. Más en https://example.org/apertura.");
    assert_eq!(first.links[0].1, "https://example.org/apertura");
    assert_eq!(left_out(text, &labels), ["por confirmar"]);
}

#[test]
fn times_of_countries_that_do_not_agree_are_reported() {
    let text = "9 de agosto de 2023\n\n10:00 Chile / 09:00 Colombia y Perú / 07:00 México – Inauguración\n\n11:00 Chile / \
                10:00 Colombia y Perú / 09:00 México – Panel";
    let prose = read(text);
    assert_eq!(shown(&prose), ["08-09 10:00 Santiago Inauguración", "08-09 11:00 Santiago Panel"]);
    assert_eq!(found(text, &prose, |kind| matches!(kind, FindingKind::Times(_))), ["07:00"]);
    assert_eq!(prose.read.findings.len(), 1, "{:?}", prose.read.findings);
}

/// The kind: a session's time that a text says again for other countries, in the layouts in which people write that. It
/// makes no other session, and is understood.
#[test]
fn times_that_are_said_again_for_other_countries_are_understood() {
    let one = ["08-09 09:00 Bogota Inauguración"];
    let two = ["08-09 09:00 Bogota Inauguración", "08-09 10:00 Bogota Panel de turismo"];
    for (text, sessions, again) in [
        // Line after line.
        (
            "9 de agosto de 2023\n\nInauguración | 09:00 hora COL\nPalabras de bienvenida.\n10:00 hora de Chile\n08:00 hora de \
             México\n\nPanel de turismo | 10:00 hora COL\n11:00 hora de Chile\n09:00 hora de México",
            &two[..],
            &[
                "10:00",
                "hora de Chile",
                "08:00",
                "hora de México",
                "11:00",
                "hora de Chile",
                "09:00",
                "hora de México",
            ][..],
        ),
        // In brackets, below the name and beside it.
        (
            "9 de agosto de 2023\n\n09:00 hora COL – Inauguración\n(10:00 en Chile, 08:00 en México)",
            &one,
            &["10:00", "Chile", "08:00", "México"],
        ),
        (
            "9 de agosto de 2023\n\n09:00 COL (10:00 Chile, 08:00 México) – Inauguración",
            &one,
            &["10:00", "Chile", "08:00", "México"],
        ),
        // Behind a long name.
        (
            "9 de agosto de 2023\n\n09:00 COL – Inauguración del encuentro de los países (10:00 Chile / 08:00 México)",
            &["08-09 09:00 Bogota Inauguración del encuentro de los países"],
            &["10:00", "Chile", "08:00", "México"],
        ),
        // Parted by signs.
        (
            "9 de agosto de 2023\n\n09:00 COL / 10:00 CHI / 08:00 MEX – Inauguración",
            &one,
            &["10:00", "CHI", "08:00", "MEX"],
        ),
        // In a sentence behind the agenda.
        (
            "9 de agosto de 2023\n\n09:00 hora COL – Inauguración\n10:00 hora COL – Panel de turismo\n\nEl panel será transmitido a \
             las 11:00 de Chile y a las 09:00 de México.",
            &two,
            &["11:00", "Chile", "09:00", "México"],
        ),
        // Under a heading that names the session again.
        (
            "Inauguración | 9.08.23 | 09:00 hora COL\n\nPanel de turismo | 9.08.23 | 10:00 hora COL\n\nDetalles del Panel de \
             turismo\n\nConexión virtual: 9 de agosto de 2023\n\n11:00 hora chilena\n\n10:00 hora Colombia / Perú\n\n09:00 hora México",
            &two,
            &[
                "9 de agosto de 2023",
                "11:00",
                "hora chilena",
                "10:00",
                "hora Colombia",
                "Perú",
                "09:00",
                "hora México",
            ],
        ),
    ] {
        let prose = read(text);
        assert_eq!(shown(&prose), sessions, "{text}");
        let words: Vec<_> = prose.understood.iter().filter(|one| one.value == Value::Again).collect();
        assert!(words.iter().all(|one| one.session.is_some()), "{text}");
        assert_eq!(words.iter().map(|one| slice(text, &one.origin)).collect::<Vec<_>>(), again, "{text}");
        assert_eq!(prose.read.findings, [], "{text}");
        assert!(
            prose.read.program.sessions.iter().all(|session| !session.summary.contains("08:00")),
            "{text}"
        );
    }
}

/// The kind: what is said again and is not the same moment. Its words are those of the verdict, or of what was left out.
#[test]
fn of_times_that_are_said_again_what_does_not_agree_is_said() {
    let wrong = "9 de agosto de 2023\n\nInauguración | 09:00 hora COL\nPalabras de bienvenida.\n10:00 hora de Chile\n07:00 hora de México";
    let prose = read(wrong);
    assert_eq!(found(wrong, &prose, |kind| matches!(kind, FindingKind::Times(_))), ["07:00"]);
    assert_eq!(prose.read.findings.len(), 1, "{:?}", prose.read.findings);
    let again = |text: &str| -> Vec<_> {
        let prose = read(text);
        let all = prose.understood.iter().filter(|one| one.value == Value::Again);
        all.map(|one| (one.session, slice(text, &one.origin).to_owned())).collect()
    };
    assert_eq!(again(wrong).len(), 2, "{:?}", again(wrong));
    // Another moment than the session's: one of its clocks says that it is left out, the others say it again.
    let other = "Inauguración | 9.08.23 | 09:30 hora COL\n\nDetalles de la Inauguración\n\nConexión virtual: 9 de agosto de \
                 2023\n\n10:00 hora chilena\n\n09:00 hora Colombia\n\n08:00 hora México";
    assert_eq!(left_out(other, &read(other)), ["09:00 hora Colombia"]);
    let words = ["9 de agosto de 2023", "10:00", "hora chilena", "08:00", "hora México"];
    assert_eq!(again(other), words.map(|word| (None, word.to_owned())));
    // Another end, and clocks that nobody names.
    for text in [
        "9 de agosto de 2023\n\n09:00 a 10:00 hora COL – Inauguración\n\nSe verá de 10:00 a 11:30 en Chile.",
        "9 de agosto de 2023\n\n09:00 hora COL – Inauguración\n\nSe verá a las 10:00, hora local.",
    ] {
        assert_eq!(again(text), [], "{text}");
        assert_eq!(left_out(text, &read(text)).len(), 1, "{text}");
    }
}

/// The clocks of most sessions are the event's.
#[test]
fn of_several_countries_that_of_most_sessions_is_taken() {
    let text = "9 de agosto de 2023\n\n10:00 Chile / 09:00 Colombia – Inauguración\n\n10:00 hora de Colombia – Panel";
    let prose = read(text);
    assert_eq!(shown(&prose), ["08-09 09:00 Bogota Inauguración", "08-09 10:00 Bogota Panel"]);
    assert_eq!(prose.read.program.zones.len(), 1);
}

#[test]
fn what_is_not_known_is_said() {
    let of = |text: &str| -> Vec<FindingKind> {
        read(text).read.findings.into_iter().map(|finding| finding.kind).collect()
    };
    let date: chrono::NaiveDate = "2023-08-09".parse().unwrap();
    let others = |all: &[&str]| all.iter().map(|date| date.parse().unwrap()).collect();
    assert_eq!(
        of("9 de agosto, 10:00 h (hora de Chile): Taller"),
        [FindingKind::DateRead { date, others: others(&["2022-08-09", "2024-08-09"]) }]
    );
    assert_eq!(of("Programa\n\n10:00 Apertura"), [FindingKind::DateNeeded("10:00".into())]);
    assert_eq!(of("9 de agosto de 2023\n\n25:00 Apertura"), [FindingKind::Time("25:00".into())]);
    // Which of its days isn't said.
    assert_eq!(
        of("Del 9 al 11 de agosto de 2023\n\n10:00 Apertura"),
        [FindingKind::DateNeeded("10:00".into())]
    );
    let text = "9 de agosto de 2023 (hora de Chile)\n\n10:00 Apertura\nBloque de la tarde:\n11:00 Cierre\n\nSe ruega llegar a \
                las 9:30 a la sala.";
    assert_eq!(left_out(text, &read(text)), ["Bloque de la tarde:", "Se ruega llegar a las 9:30 a la sala."]);
}

mod hostile {
    use super::*;
    use proptest::prelude::*;

    fn mutated() -> impl Strategy<Value = String> {
        let texts: Vec<&str> = SHAPES
            .iter()
            .map(|(text, _)| *text)
            .chain([include_str!("data/prose/pacific-alliance.txt")])
            .collect();
        let cut = (
            proptest::sample::select(texts),
            any::<[proptest::sample::Index; 3]>(),
            "\\PC{0,6}|[\n|\t ]{0,4}",
        );
        cut.prop_map(|(text, at, put)| {
            let letters: Vec<char> = text.chars().collect();
            let mut at = at.map(|at| at.index(letters.len() + 1));
            at.sort_unstable();
            let [first, second, third] = at;
            let (head, tail) = (&letters[..first], &letters[second..]);
            let again = &letters[second..third];
            head.iter().chain(put.chars().collect::<Vec<_>>().iter()).chain(again).chain(tail).collect()
        })
    }

    /// No panic, and every place is one of the text.
    fn holds(text: &str) {
        let prose = read(text);
        let findings = prose.read.findings.iter().map(|finding| &finding.origin);
        let sessions = prose.read.program.sessions.iter().map(|session| &session.origin);
        let zones = prose.read.program.zones.iter().map(|claim| &claim.origin);
        for origin in
            prose.understood.iter().map(|one| &one.origin).chain(findings).chain(sessions).chain(zones)
        {
            let Place::Text { start, end } = origin.place else { panic!("{origin:?}") };
            assert!(text.get(start..end).is_some(), "{start}..{end} of {text:?}");
        }
        if let Ok(settled) = huso_import::settle(&prose.read.program, None) {
            huso_import::write(&prose.read.program, &settled);
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn any_text_is_read(text in "\\PC{0,200}|([0-9:|/. \n\t–-]|a las|hora|Chile|agosto){0,60}") {
            holds(&text);
        }

        #[test]
        fn any_mutation_is_read(text in mutated()) {
            holds(&text);
        }
    }

    /// As many lines as fit into what is read.
    #[test]
    fn a_long_text_takes_no_endless_time() {
        for line in [
            "10:00 – 11:00 Taller\n",
            "9/8/2023 10:00 hora de Chile | 30 min. | Taller\n\n",
            "10:00\t",
            "De: a\n",
            "((((",
            "9 de agosto\n",
        ] {
            let started = std::time::Instant::now();
            holds(&line.repeat(80_000 / line.len()));
            println!("{line:?} {:?}", started.elapsed());
        }
    }
}
