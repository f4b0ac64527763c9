// A page in TypeScript, without a framework.
import type { HusoEventElement, HusoState } from "../../../embed/huso.js";

const element = document.createElement("huso-event");
const same: HusoEventElement | null = document.querySelector("huso-event");
element.src = "event.json";
element.zones = ["America/Lima", "America/Santiago"];
const zones: string = element.zones;
element.hourCycle = "h12";
element.preview = true;
element.theme = "institucional dark";
element.theme = "sobrio";
const state: HusoState = element.state;
void element.ready.then((one) => one.show("keynote"));
element.choose(new Set(["keynote"]));
element.refresh();

element.addEventListener("huso-choice-changed", (event) => console.log(event.detail.sessions.length));
document.addEventListener("huso-registered", ({ detail }) => {
  const outcome: "confirmed" | "waitlisted" = detail;
  console.log(outcome, same, zones, state);
});
window.addEventListener("huso-before-submit", (event) => event.preventDefault());
element.addEventListener("click", (event) => console.log(event.clientX));
const build: string | undefined = customElements.get("huso-event")?.build;
void customElements.whenDefined("huso-event").then((made) => console.log(made.build, build));

// @ts-expect-error: no such hour cycle
element.hourCycle = "h24";
// @ts-expect-error: it is read only
element.state = "ready";
// @ts-expect-error: ids are texts
element.choose([1]);
// @ts-expect-error: it has no such detail
element.addEventListener("huso-session-selected", (event) => console.log(event.detail.email));
