// Shows the agenda that stands in the page's own address, after its #: share.html#eJy… (docs/embedding.md, "A link with the agenda
// in it"). Whoever writes a link chooses what it says. So the page says that, and asks nobody for anything: a
// registration in it is left out.

// Bytes of an event file: an agenda of 2,000 sessions has some 800,000. What unpacks to more is no agenda.
const MOST = 8_000_000;

const SAY = {
  es: {
    name: "Agenda compartida en un enlace",
    origin: "Esta agenda viene entera en el enlace: dice lo que escribió quien lo hizo. Si hay inscripción, está en la página del evento.",
    broken: "El enlace está incompleto o no trae una agenda. Pida que se lo envíen otra vez.",
  },
  en: {
    name: "Agenda shared in a link",
    origin: "The whole of this agenda is in the link: it says what whoever made it wrote. Registration, if there is any, is on the event’s page.",
    broken: "The link is incomplete, or has no agenda in it. Ask for it to be sent again.",
  },
  pt: {
    name: "Agenda compartilhada em um link",
    origin: "Esta agenda vem inteira no link: diz o que escreveu quem o fez. Se há inscrição, está na página do evento.",
    broken: "O link está incompleto ou não traz uma agenda. Peça que o enviem de novo.",
  },
};

// The event file that is packed into a fragment: base64url (RFC 4648) of deflate (RFC 1951). Throws where there is none.
async function unpacked(fragment) {
  const bytes = Uint8Array.from(atob(fragment.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  const parts = [];
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.length;
    if (size > MOST) throw new RangeError("too large for an agenda");
    parts.push(part.value);
  }
  const { registration, ...event } = JSON.parse(await new Blob(parts).text());
  if (!event.huso) throw new TypeError("no event file");
  return event;
}

function language(event) {
  const wanted = [...navigator.languages, event?.language ?? "es"].map((tag) => tag.slice(0, 2).toLowerCase());
  return wanted.find((tag) => tag in SAY) ?? "es";
}

function say(key, event) {
  const lang = language(event);
  document.documentElement.lang = lang;
  document.title = SAY[lang].name;
  document.getElementById("name").textContent = SAY[lang].name;
  document.getElementById("origin").textContent = SAY[lang][key];
}

function show(event) {
  say("origin", event);
  const element = document.createElement("huso-event");
  element.lang = language(event);
  const file = document.createElement("script");
  file.type = "application/json";
  // Text of an element is never markup.
  file.textContent = JSON.stringify(event);
  element.append(file);
  document.querySelector("main").replaceChildren(element);
  import("./huso.js");
}

async function open() {
  try {
    show(await unpacked(location.hash.slice(1)));
  } catch (error) {
    say("broken");
    console.error("huso: the agenda in the link can't be read", error);
  }
}

addEventListener("hashchange", () => location.reload());
open();
