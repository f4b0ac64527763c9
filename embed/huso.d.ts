/** Loading the script defines the element; it exports nothing. */
export {};

/**
 * `<huso-event>`: an event's agenda and registration.
 *
 * Attributes (all optional but `src`, which an inline `<script type="application/json">` can replace):
 * - `src`: address of the event file, relative to the page.
 * - `lang`: `es`, `en` or `pt`; else the nearest `lang` around it, else the event's language.
 * - `endpoint`: where registrations go, instead of the file's endpoint.
 * - `zones`: IANA names parted by commas, instead of the file's zones.
 * - `hour-cycle`: `h23` (default) or `h12`.
 * - `theme`: `auto` (default: the page's colours), `light` or `dark`.
 * - `viewer-timezone`: show the event as somebody in this IANA zone sees it, for previews.
 * - `link`: what somebody looks at stands in the page's address, after `#`.
 * - `preview`: the form is shown and nothing is sent.
 *
 * Children are the fallback, shown until the agenda is there, and after a failure.
 */
export interface HusoEventElement extends HTMLElement {}

/** The element's class: `customElements.get("huso-event")`. */
export interface HusoEventConstructor {
  new (): HusoEventElement;
  /** The build's number, which stands in the addresses of the program's files: `huso_bg.wasm?1a2b3c4d`. */
  readonly build: string;
}

/** Events bubble and cross shadow boundaries. They carry no personal data. */
export interface HusoEventMap {
  /** The event file is being fetched. */
  "huso-loading": CustomEvent<string>;
  /** The agenda is shown. */
  "huso-ready": CustomEvent<string>;
  /** There is no agenda to show; the element says why, and shows its fallback. */
  "huso-error": CustomEvent<string>;
  /** A registration was stored; `detail` is `confirmed` or `waitlisted`. */
  "huso-registered": CustomEvent<"confirmed" | "waitlisted">;
}

declare global {
  interface HTMLElementTagNameMap {
    "huso-event": HusoEventElement;
  }
}
