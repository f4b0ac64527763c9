// The page in an <iframe>, for sites that allow nothing else: frame.html?src=event.json&lang=es. It tells the page around how
// high it is (frame-host.js), and nothing else.

// `endpoint` is none of them: whoever writes a link to this page doesn't choose where registrations go.
const ATTRIBUTES = ["src", "lang", "zones", "hour-cycle"];

const element = document.querySelector("huso-event");
const asked = new URLSearchParams(location.search);
let host;
// While it loads, the element has the height of the window, which is the frame's own: there is nothing to tell.
let isSettled = false;

// An event file of another origin would be shown under the name of this one.
function isOwn(src) {
  return URL.canParse(src, document.baseURI) && new URL(src, document.baseURI).origin === location.origin;
}

function start() {
  const src = asked.get("src") ?? "";
  if (!src || !isOwn(src)) {
    console.error(`huso: frame.html needs an event file of its own origin: frame.html?src=event.json; it got ${JSON.stringify(src)}`);
    return;
  }
  for (const name of ATTRIBUTES) {
    if (asked.has(name)) element.setAttribute(name, asked.get(name));
  }
  document.documentElement.lang = asked.get("lang") ?? "es";
  // The element has the page's colours, and so has the edge around it (frame.css).
  document.documentElement.dataset.theme = asked.get("theme") ?? "light";
  import("./huso.js");
}

function tellHeight() {
  if (host && isSettled) parent.postMessage({ type: "huso-height", height: Math.ceil(document.body.getBoundingClientRect().height) }, host);
}

// Only the page around is answered, under the origin from which it asked. An opaque one can't be named.
addEventListener("message", ({ source, origin, data }) => {
  if (source !== parent || source === window || origin === "null" || data?.type !== "huso-hello") return;
  host = origin;
  tellHeight();
});
for (const name of ["huso-loading", "huso-ready", "huso-error"]) {
  element.addEventListener(name, () => {
    isSettled = name !== "huso-loading";
    tellHeight();
  });
}
new ResizeObserver(tellHeight).observe(document.body);
start();
