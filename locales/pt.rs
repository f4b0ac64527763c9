//! Portuguese. `{name}` is a place that the program fills: keep it, wherever the sentence wants it.

use super::*;

#[rustfmt::skip]
pub static DATES: Dates = Dates {
    weekdays: [
        "segunda-feira", "terça-feira", "quarta-feira", "quinta-feira", "sexta-feira", "sábado", "domingo",
    ],
    weekdays_short: ["seg", "ter", "qua", "qui", "sex", "sáb", "dom"],
    months: [
        "janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro",
        "novembro", "dezembro",
    ],
    months_short: ["jan", "fev", "mar", "abr", "mai", "jun", "jul", "ago", "set", "out", "nov", "dez"],
    full: "{weekday}, {day} de {month} de {year}",
    long: "{weekday}, {day} de {month}",
    short: "{weekday_short} {day}",
    day_month: "{day} {month_short}",
    am: "AM",
    pm: "PM",
};

pub static DIAGNOSTICS: Diagnostics = Diagnostics {
    not_json: "O arquivo não é JSON válido: o erro está na linha {line}, coluna {column}. Confira ali as vírgulas, as aspas e as chaves.",
    missing: "falta esta chave; acrescente-a.",
    wrong_kind: "aqui vai {expected}, mas há {found}.",
    kind_null: "null",
    kind_boolean: "true ou false",
    kind_number: "um número",
    kind_whole_number: "um número inteiro",
    kind_string: "um texto entre aspas",
    kind_text: "um texto, ou um objeto com um texto por idioma",
    kind_list: "uma lista entre colchetes",
    kind_object: "um objeto entre chaves",
    unknown_key: "Huso não conhece esta chave e a ignora.",
    unknown_key_meant: "Huso não conhece esta chave e a ignora. Quis escrever “{meant}”?",
    unknown_word: "“{found}” não é um dos valores possíveis: {allowed}.",
    newer_version: "a versão {found} do formato não é a que este programa conhece (1); pode faltar algo.",
    empty: "está vazio; escreva algo.",
    unknown_zone: "Huso não conhece o fuso horário “{found}”. Use um nome da base IANA, como America/Bogota.",
    unknown_zone_meant: "Huso não conhece o fuso horário “{found}”. Quis escrever {meant}?",
    ambiguous_zone: "“{found}” pode ser mais de um fuso horário. Escreva o nome do que deseja, por exemplo: {candidates}.",
    bad_wall_time: "“{found}” não é uma data e hora. Escreva assim: 2027-08-11T09:30.",
    no_such_time: "“{found}” não existe no calendário ou no relógio.",
    bad_date: "“{found}” não é uma data. Escreva assim: 2027-08-11.",
    bad_duration: "“{found}” não é uma duração. Escreva assim: PT65M (65 minutos) ou PT1H30M.",
    bad_offset: "“{found}” não é uma diferença com UTC. Escreva assim: -04:00.",
    end_before_start: "termina antes de começar, ou no mesmo momento. Confira os dois horários e suas datas.",
    end_without_start: "tem fim ou duração, mas falta “start”.",
    date_and_start: "“date” é para atividades de dia inteiro; com “start”, sobra.",
    duration_disagrees: "diz {stated} min, mas do início ao fim há {actual} min. Vale o fim; corrija um dos dois.",
    skipped: "esse horário não existe nesse dia: os relógios se adiantam e o pulam. Entende-se como {read_as}.",
    repeated: "esse horário ocorre duas vezes nesse dia: os relógios se atrasam. Entende-se o primeiro ({first}); se for o segundo, acrescente \"utc_offset\": \"{second}\".",
    offset_not_in_force: "essa diferença com UTC não vigora no fuso a essa hora; a que vigora é {in_force}.",
    duplicate_id: "o id “{id}” já está em uso; cada um deve ser único.",
    unknown_id: "“{id}” não está na lista “{list}”.",
    no_sessions: "o evento ainda não tem atividades.",
    bad_link: "“{found}” não é um link permitido: use https, http, mailto ou tel.",
    bad_color: "“{found}” não é uma cor. Escreva assim: #0066cc.",
    unknown_language: "Huso fala es, en e pt; não “{found}”. Usa-se o espanhol.",
    no_options: "um campo de escolha precisa de ao menos uma opção.",
    limits_crossed: "o mínimo é maior que o máximo.",
};

pub static VALIDATION: Validation = Validation {
    required: "Preencha este campo.",
    email: "Escreva um e-mail completo, como nome@exemplo.org.",
    tel: "Escreva um telefone com o código do país, como +57 601 234 5678.",
    too_short: "Escreva ao menos {least} caracteres.",
    too_long: "Escreva no máximo {most} caracteres.",
    not_an_option: "Escolha uma das opções.",
    wrong_kind: "Esta resposta não é do tipo esperado.",
    consent_required: "Sem esta autorização não podemos inscrevê-lo.",
    no_session: "Escolha ao menos uma atividade.",
    unknown_session: "Uma das atividades escolhidas já não está na agenda. Confira sua escolha.",
    session_closed: "Uma das atividades escolhidas já não recebe inscrições. Confira sua escolha.",
};
