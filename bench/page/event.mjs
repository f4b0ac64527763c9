// A generated event, the same for every column, in the two shapes that are fetched: Huso's event file and
// what pretalx's schedule/widgets/schedule.json answers (pretalx/schedule/interfaces/widget.py).

// No zone of the event changes its clocks in August, so the offset holds for all of it.
const ZONE = "America/Bogota";
const OFFSET = "-05:00";
const SLOT_MINUTES = 45;
const FIRST_MINUTE = 9 * 60;
const SLOTS_A_DAY = 10;

const SUBJECTS = [
  "Turismo comunitario", "Gastronomía de origen", "Rutas del café", "Parques nacionales", "Artesanía con identidad", "Observación de aves",
  "Turismo de naturaleza", "Hoteles pequeños", "Viajes de estudio", "Turismo accesible", "Festivales locales", "Senderismo de alta montaña",
  "Cruceros por la costa", "Turismo de bienestar", "Pueblos patrimoniales", "Viñas familiares", "Pesca artesanal", "Astroturismo",
  "Turismo regenerativo", "Guías de montaña",
];
const ANGLES = [
  "una oportunidad de desarrollo regional", "cómo fijar precios justos", "lo que buscan los compradores", "de la idea al contrato",
  "medir lo que importa", "alianzas entre cuatro países", "certificaciones que abren puertas", "contratos, seguros y responsabilidad",
  "contar la historia propia", "vender fuera de temporada", "casos que no funcionaron", "financiamiento para empresas pequeñas",
];
const PLACES = ["", " en el altiplano", " en la costa", " en zonas rurales", " en ciudades intermedias", " en áreas protegidas", " en islas", " en la selva", " en el desierto"];
// Enough words that two sentences are packed about as little as people's are. All are masculine plurals: they
// agree with each other in any order.
const NOUNS = `compradores operadores guías artesanos municipios parques senderos mercados hoteles viñedos festivales museos puertos
  vuelos precios contratos seguros sellos talleres estudios datos ejemplos acuerdos proyectos productos servicios visitantes viajeros
  pescadores agricultores cocineros estudiantes especialistas ministerios fondos créditos permisos mapas idiomas relatos videos catálogos
  plazos riesgos resultados indicadores desafíos recursos paisajes bosques ríos lagos volcanes glaciares desiertos humedales archipiélagos
  barrios centros caminos trenes buses cruceros refugios campamentos alojamientos restaurantes cafés huertos tejidos instrumentos bailes
  rituales saberes derechos territorios consejos comités gremios consorcios socios clientes canales portales sistemas métodos equipos
  calendarios presupuestos impuestos aranceles trámites convenios programas planes objetivos compromisos aprendizajes errores logros`.split(/\s+/);
const ADJECTIVES = `locales rurales regionales sostenibles accesibles pequeños medianos grandes nuevos antiguos compartidos propios ajenos
  públicos privados costeros andinos amazónicos insulares urbanos históricos vivos digitales impresos bilingües gratuitos anuales mensuales
  recientes cercanos lejanos protegidos certificados exigentes curiosos frecuentes nacionales extranjeros vecinos conjuntos modestos
  ambiciosos medibles concretos flexibles estrictos abiertos cerrados limitados prioritarios pendientes posibles reales típicos`.split(/\s+/);
const VERBS = `presentan comparan explican revisan discuten muestran reúnen ordenan miden cuentan proponen evalúan documentan preparan
  comparten recorren diseñan corrigen traducen financian protegen promueven vinculan negocian adaptan describen resumen simplifican`.split(/\s+/);
const JOINTS = ["con", "para", "sobre", "desde", "entre", "según", "frente a", "junto a"];

const TRACKS = [
  ["academic", "Agenda académica", "#1f7a5c"], ["pitch", "Pitch comercial", "#b35c00"], ["business", "Negocios", "#5b4bb3"],
  ["nature", "Naturaleza", "#2f6f9f"], ["culture", "Cultura", "#a33b5c"], ["policy", "Políticas públicas", "#6b6b2f"],
];
const ORGANIZATIONS = ["Red de Turismo Rural", "Cámara de Turismo", "Universidad Regional", "Asociación de Guías", "Fondo de Innovación", "Mesa de Exportadores"];

const pick = (list, index) => list[index % list.length];
// The same numbers in every run and for every count (a linear congruential generator, Numerical Recipes).
function random(seed) {
  let state = seed;
  return (list) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return list[Math.floor((state / 2 ** 32) * list.length)];
  };
}

function summaryOf(index) {
  // Neighbours in this kind of sequence begin alike: spread by the golden ratio (Knuth).
  const any = random(Math.imul(index + 1, 2_654_435_761));
  const things = () => `${any(NOUNS)} ${any(ADJECTIVES)}`;
  const sentence = (start) => `${start} ${things()} ${any(VERBS)} ${things()} y ${any(NOUNS)} ${any(JOINTS)} ${things()} ${any(JOINTS)} los ${things()}.`;
  return `${sentence("Los")} ${sentence("Después, los")}`;
}

const pad = (number) => String(number).padStart(2, "0");
export const clock = (minute) => `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`;

// The next 10 August that is at least a month away: nothing of the event is over, or about to begin.
function firstDay() {
  const soon = new Date(Date.now() + 31 * 86_400_000);
  const thisYear = new Date(Date.UTC(soon.getUTCFullYear(), 7, 10));
  return soon <= thisYear ? thisYear : new Date(Date.UTC(soon.getUTCFullYear() + 1, 7, 10));
}

function dateOf(day) {
  const date = firstDay();
  date.setUTCDate(date.getUTCDate() + day);
  return date.toISOString().slice(0, 10);
}

// Each pair of a subject and an angle comes once before one comes with another place.
function titleOf(index) {
  const round = Math.floor(index / (SUBJECTS.length * ANGLES.length));
  const angle = pick(ANGLES, (index % SUBJECTS.length) + Math.floor(index / SUBJECTS.length));
  return `${pick(SUBJECTS, index)}${pick(PLACES, round)}: ${angle}`;
}

// Sessions in the order in which a timetable has them: by start, then by room.
export function makeEvent(count) {
  const rooms = Math.max(2, Math.min(12, Math.round(count / 65)));
  const sessions = Array.from({ length: count }, (_, index) => {
    const slot = Math.floor(index / rooms);
    const minute = FIRST_MINUTE + (slot % SLOTS_A_DAY) * SLOT_MINUTES;
    return {
      id: `s-${index}`,
      title: titleOf(index),
      summary: summaryOf(index),
      date: dateOf(Math.floor(slot / SLOTS_A_DAY)),
      minute,
      endMinute: minute + SLOT_MINUTES - 5,
      track: pick(TRACKS, index)[0],
      room: index % rooms,
      speakers: [index % Math.ceil(count / 3), (index * 7 + 1) % Math.ceil(count / 3)].slice(0, 1 + (index % 2)),
    };
  });
  return {
    title: "Encuentro de turismo sostenible",
    summary: "Charlas, talleres y citas en línea para empresas de turismo de Chile, Colombia, México y Perú.",
    timezone: ZONE,
    tracks: TRACKS.map(([id, name, color]) => ({ id, name, color })),
    rooms: Array.from({ length: rooms }, (_, index) => `Sala ${index + 1}`),
    speakers: Array.from({ length: Math.ceil(count / 3) }, (_, index) => `Ponente ${index + 1}, ${pick(ORGANIZATIONS, index)}`),
    sessions,
  };
}

export function husoEvent(event) {
  return {
    huso: 1,
    id: "bench",
    language: "es",
    title: event.title,
    summary: event.summary,
    timezone: event.timezone,
    tracks: event.tracks,
    venues: event.rooms.map((name, index) => ({ id: `room-${index}`, name })),
    speakers: event.speakers.map((name, index) => ({ id: `speaker-${index}`, name })),
    sessions: event.sessions.map((session) => ({
      id: session.id,
      title: session.title,
      summary: session.summary,
      start: `${session.date}T${clock(session.minute)}`,
      end: `${session.date}T${clock(session.endMinute)}`,
      track: session.track,
      venue: `room-${session.room}`,
      speakers: session.speakers.map((index) => `speaker-${index}`),
      registration: { mode: "open" },
    })),
    registration: {
      endpoint: { url: "/registrations", dialect: "json" },
      choose: "sessions",
      fields: [
        { id: "name", type: "text", label: "Nombre y apellidos", required: true, autocomplete: "name" },
        { id: "email", type: "email", label: "Correo electrónico", required: true, autocomplete: "email" },
        { id: "organization", type: "text", label: "Organización", autocomplete: "organization" },
        { id: "country", type: "country", label: "País", required: true },
        { id: "comments", type: "textarea", label: "¿Algo que debamos saber?" },
      ],
      consents: [{ id: "data", text: "Autorizo el tratamiento de mis datos para organizar este encuentro.", required: true }],
    },
  };
}

export function pretalxEvent(event) {
  const days = event.sessions.map((session) => session.date);
  const instant = (session, minute) => `${session.date}T${clock(minute)}:00${OFFSET}`;
  return {
    talks: event.sessions.map((session, index) => ({
      code: session.id,
      id: index + 1,
      title: session.title,
      abstract: session.summary,
      speakers: session.speakers.map((speaker) => `speaker-${speaker}`),
      track: event.tracks.findIndex((track) => track.id === session.track) + 1,
      start: instant(session, session.minute),
      end: instant(session, session.endMinute),
      room: session.room + 1,
      duration: session.endMinute - session.minute,
      updated: instant(session, 0),
      content_locale: "es",
      do_not_record: false,
    })),
    version: "1.0",
    schedule_id: 1,
    timezone: event.timezone,
    event_start: days[0],
    event_end: days.at(-1),
    tracks: event.tracks.map(({ name, color }, index) => ({ id: index + 1, name: { es: name }, description: {}, color })),
    rooms: event.rooms.map((name, index) => ({ id: index + 1, name: { es: name }, description: {} })),
    speakers: event.speakers.map((name, index) => ({ code: `speaker-${index}`, name, avatar: null, avatar_thumbnail_default: null, avatar_thumbnail_tiny: null })),
  };
}
