//! What somebody meant who wrote a name that is not known: a slip of the fingers, or the word of their
//! own language for a key of the event file.

/// The likest of the names that are `known`: the same but for case, accents and signs, a translation of it
/// ([`IN_OTHER_WORDS`]), or no more than a slip in every three letters away.
///
/// ```
/// use huso_agenda::nearest::nearest;
/// let keys = ["title", "start", "speakers"];
/// assert_eq!(nearest("strat", keys), Some("start"));
/// assert_eq!(nearest("Título", keys), Some("title"));
/// assert_eq!(nearest("colour", keys), None);
/// ```
pub fn nearest<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let known: Vec<&str> = known.into_iter().collect();
    let written = plain(written);
    if written.is_empty() {
        return None;
    }
    let same = || known.iter().find(|name| plain(name) == written);
    let translated = || {
        let meanings =
            IN_OTHER_WORDS.iter().filter(|(_, words)| words.split(' ').any(|word| word == written));
        meanings.into_iter().find_map(|(key, _)| known.iter().find(|name| *name == key))
    };
    let alike = || {
        let slips = |name: &&&str| strsim::osa_distance(&plain(name), &written);
        let length = written.chars().count();
        let near = |name: &&&str| slips(name) * 3 <= length.max(name.chars().count());
        known.iter().filter(near).min_by_key(slips)
    };
    same().or_else(translated).or_else(alike).copied()
}

/// In lower case, without the accents of these three languages, blanks and signs.
fn plain(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).map(unaccented).collect()
}

/// What takes the accents of all letters ([`crate::fold`]) is 100 ms of a slow network, and every visitor would wait for it.
fn unaccented(letter: char) -> char {
    match letter {
        'á' | 'à' | 'â' | 'ã' | 'ä' | 'ª' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'í' | 'ì' | 'î' | 'ï' => 'i',
        'ó' | 'ò' | 'ô' | 'õ' | 'ö' | 'º' => 'o',
        'ú' | 'ù' | 'û' | 'ü' => 'u',
        'ñ' => 'n',
        'ç' => 'c',
        other => other,
    }
}

/// Keys and words of the event file, and what people write for them in Spanish, Portuguese and English. Of
/// a word that stands with several, the first key counts that belongs where it was written.
#[rustfmt::skip]
const IN_OTHER_WORDS: &[(&str, &str)] = &[
    // Keys.
    ("id", "identificador codigo clave chave code key slug"),
    ("name", "nombre nome fullname nombrecompleto nomecompleto title titulo"),
    ("title", "titulo titulos nombre nome name tema asunto assunto actividad atividade sesion sessao topic"),
    ("label", "etiqueta rotulo pregunta pergunta question nombre nome name texto text title titulo lugar pais"),
    ("text", "texto contenido conteudo content label descripcion descricao description"),
    ("timezone", "zonahoraria zona husohorario fusohorario fuso horario tz timezoneid zone zoneid"),
    ("language", "idioma lengua lingua lang locale"),
    ("languages", "idiomas lenguas linguas langs"),
    ("summary", "resumen resumo descripcion descricao description abstract sumilla detalle detalles detalhe detalhes"),
    ("url", "enlace link pagina web sitio site website href direccionweb vinculo ligacao"),
    ("links", "enlaces ligas vinculos ligacoes urls"),
    ("calendar", "calendario ics"),
    ("updated", "actualizado actualizacion atualizado atualizacao modified lastmodified updatedat"),
    ("zones", "zonas zonashorarias husos husoshorarios fusos fusoshorarios timezones paises countries"),
    ("organizers", "organizadores organizador organiza organizer organizan convoca convocantes realizadores realizacao"),
    ("tracks", "ejes lineas areas categorias eixos trilhas linhas categories strands"),
    ("track", "eje linea area categoria eixo trilha linha category strand"),
    ("venues", "lugares sedes salas locais places rooms locations ubicaciones"),
    ("venue", "lugar sede sala local place room location ubicacion salon"),
    ("speakers", "ponentes ponente expositores expositor oradores orador palestrantes palestrante conferencistas conferencista panelistas panelista presenters presenter speaker"),
    ("sessions", "sesiones sessoes agenda programa programacion programacao actividades atividades program programme schedule session eventos events"),
    ("registration", "inscripcion inscripciones inscricao inscricoes registro registros formulario form signup"),
    ("start", "inicio comienzo comeco horainicio horadeinicio horainicial fechainicio fechadeinicio datainicio desde begin begins starts starttime startsat startdate startdatetime from hora horario fechahora fechayhora datahora datetime time"),
    ("end", "fin final termino termina horafin horadefin horafinal horatermino fechafin hasta ate ends endtime endsat enddate enddatetime to until fim"),
    ("duration", "duracion duracao minutos minutes length"),
    ("date", "fecha data dia day"),
    ("utc_offset", "offset utc gmt desfase diferencia diferenca"),
    ("previous_start", "inicioanterior horaanterior horarioanterior oldstart"),
    ("previous_venue", "lugaranterior sedeanterior salaanterior localanterior oldvenue"),
    ("status", "estado situacion situacao state"),
    ("type", "tipo kind clase"),
    ("kind", "tipo type clase"),
    ("rel", "tipo type kind relacion relacao"),
    ("mode", "modo modalidad modalidade"),
    ("opens", "abre apertura abertura open opensat"),
    ("closes", "cierra cierre encerra encerramento close closesat deadline plazo prazo"),
    ("capacity", "cupo cupos aforo capacidad capacidade vagas plazas seats"),
    ("audience", "audiencia publico dirigidoa"),
    ("logo", "logotipo"),
    ("color", "colour cor"),
    ("address", "direccion endereco domicilio"),
    ("role", "cargo rol puesto papel funcion funcao"),
    ("organization", "organizacion organizacao organisation empresa institucion instituicao entidad entidade company"),
    ("photo", "foto fotografia imagen imagem image picture retrato"),
    ("endpoint", "destino action"),
    ("choose", "elegir escoger escolher eleccion escolha"),
    ("min_sessions", "minimosesiones minsesiones minimosessoes"),
    ("max_sessions", "maximosesiones maxsesiones maximosessoes"),
    ("fields", "campos preguntas perguntas questions"),
    ("field", "campo"),
    ("is", "es valores respuestas respostas"),
    ("consents", "consentimientos consentimentos autorizaciones autorizacoes"),
    ("privacy", "privacidad privacidade"),
    ("confirmation", "confirmacion confirmacao mensaje mensagem gracias obrigado"),
    ("hint", "ayuda ajuda help pista dica placeholder"),
    ("required", "obligatorio obligatoria requerido requerida obrigatorio obrigatoria mandatory"),
    ("options", "opciones opcoes choices alternativas"),
    ("value", "valor"),
    ("pattern", "patron padrao regex"),
    ("parameter", "parametro"),
    ("accept", "acepta aceita formatos"),
    ("draft", "borrador rascunho"),
    ("controller", "responsable responsavel"),
    ("contact", "contacto contato"),
    ("rights", "derechos direitos"),
    ("purposes", "finalidades propositos"),
    ("purpose", "finalidad finalidade proposito"),
    ("legal_basis", "baselegal"),
    ("retention", "conservacion conservacao retencion retencao"),
    ("recipients", "destinatarios"),
    ("transfers", "transferencias"),
    ("notice", "aviso avisodeprivacidad"),
    ("minimum_age", "edadminima idademinima"),
    ("headers", "cabeceras encabezados cabecalhos"),
    ("constants", "constantes"),
    ("encoding", "codificacion codificacao"),
    ("dialect", "dialecto dialeto"),
    // Words.
    ("open", "abierto abierta aberto aberta"),
    ("closed", "cerrado cerrada fechado fechada"),
    ("full", "completo completa lleno llena agotado agotada lotado lotada cheio cheia"),
    ("waitlist", "listadeespera espera waitinglist"),
    ("invitation", "invitacion convite invite"),
    ("none", "ninguno ninguna nenhum nenhuma no"),
    ("confirmed", "confirmado confirmada"),
    ("tentative", "tentativo tentativa provisional provisorio porconfirmar aconfirmar"),
    ("cancelled", "canceled cancelado cancelada"),
    ("postponed", "pospuesto pospuesta aplazado aplazada postergado postergada suspendido suspendida adiado adiada"),
    ("rescheduled", "reprogramado reprogramada reagendado reagendada remarcado remarcada"),
    ("session", "sesion sessao actividad atividade charla taller palestra talk workshop"),
    ("break", "pausa descanso receso intervalo cafe coffeebreak almuerzo almoco lunch"),
    ("online", "virtual enlinea remoto remota"),
    ("onsite", "presencial inperson"),
    ("join", "unirse conectarse entrar sala zoom meet conexion conexao"),
    ("recording", "grabacion gravacao video"),
    ("slides", "diapositivas presentacion apresentacao"),
    ("report", "informe relatorio"),
    ("register", "inscripcion inscribirse inscricao registro registration"),
    ("more", "mas mais info informacion informacao"),
    ("event", "evento"),
    ("email", "correo correoelectronico mail"),
    ("tel", "telefono telefone celular movil phone telephone whatsapp"),
    ("number", "numero numerico"),
    ("select", "lista desplegable seleccion selecao dropdown"),
    ("checkbox", "casilla caixa"),
    ("checkboxes", "casillas caixas multiple"),
    ("textarea", "parrafo paragrafo areadetexto comentario"),
    ("country", "pais"),
    ("hidden", "oculto oculta escondido"),
    ("file", "archivo arquivo fichero"),
    ("heading", "encabezado cabecalho titulo"),
    ("es", "espanol espanhol castellano spanish"),
    ("en", "ingles english"),
    ("pt", "portugues portuguese"),
];

#[cfg(test)]
mod tests {
    use super::*;

    const SESSION: &[&str] = &[
        "id", "title", "summary", "start", "end", "duration", "date", "timezone", "status", "kind", "track",
        "venue", "speakers",
    ];

    #[test]
    fn slips_are_found_and_strangers_are_not() {
        for (written, meant) in [
            ("sumary", Some("summary")),
            ("Start", Some("start")),
            ("time-zone", Some("timezone")),
            ("speaker", Some("speakers")),
            ("dat", Some("date")),
            ("x", None),
            ("", None),
            ("—", None),
            ("notes", None),
        ] {
            assert_eq!(nearest(written, SESSION.iter().copied()), meant, "{written}");
        }
    }

    /// Files made of a translated template.
    #[test]
    fn translations_of_keys_are_recognised() {
        for (written, meant) in [
            ("título", "title"),
            ("nombre", "title"),
            ("inicio", "start"),
            ("Início", "start"),
            ("hora_inicio", "start"),
            ("startTime", "start"),
            ("fin", "end"),
            ("fim", "end"),
            ("ponentes", "speakers"),
            ("palestrantes", "speakers"),
            ("lugar", "venue"),
            ("zona_horaria", "timezone"),
            ("fusoHorário", "timezone"),
            ("fecha", "date"),
            ("descripción", "summary"),
            ("tipo", "kind"),
        ] {
            assert_eq!(nearest(written, SESSION.iter().copied()), Some(meant), "{written}");
        }
    }

    /// What belongs elsewhere is not offered: a speaker has a name, a session a title.
    #[test]
    fn a_translation_is_of_the_keys_that_belong_there() {
        assert_eq!(nearest("nombre", ["id", "name", "role"]), Some("name"));
        assert_eq!(nearest("nombre", ["value", "label"]), Some("label"));
        assert_eq!(nearest("ponentes", ["id", "name"]), None);
    }

    /// A table with an entry that no word can reach would say less than it seems to.
    #[test]
    fn the_words_are_written_as_they_are_compared() {
        for (key, words) in IN_OTHER_WORDS {
            for word in words.split(' ') {
                assert_eq!(plain(word), word, "{key}");
            }
        }
    }
}
