/** Loading the script defines the element; it exports nothing. */
export {};

/** How times are written: 00:00 to 23:59, or twice 1 to 12. */
export type HusoHourCycle = "h23" | "h12";

/** Whose colours: the page's, or the element's own. */
export type HusoScheme = "auto" | "light" | "dark";
/** What else it looks like; `sobrio` is what there is without one. */
export type HusoLook = "sobrio" | "institucional" | "vivo";
/** One of them, or both, such as `institucional dark`. */
export type HusoTheme = HusoScheme | HusoLook | `${HusoLook} ${HusoScheme}` | `${HusoScheme} ${HusoLook}`;
/** When it is fetched: near the window, or at once. */
export type HusoLoading = "lazy" | "eager";
/** How many seats are left in a preview. */
export type HusoSeats = "few" | "none";

/**
 * - `idle`: it is on no page.
 * - `loading`: the program or the event file is on its way.
 * - `ready`: the agenda is shown.
 * - `error`: there is no agenda; the element says why, and shows its fallback. It may come yet.
 */
export type HusoState = "idle" | "loading" | "ready" | "error";

/**
 * `<huso-event>`: an event's agenda and registration.
 *
 * Attributes (all optional but `src`, which an inline `<script type="application/json">` can replace):
 * - `src`: address of the event file, relative to the page.
 * - `lang`: `es`, `en` or `pt`; else the nearest `lang` around it, else the event's language.
 * - `endpoint`: where registrations go, instead of the file's endpoint.
 * - `zones`: IANA names parted by commas, instead of the file's zones.
 * - `hour-cycle`: `h23` (default) or `h12`.
 * - `theme`: `auto` (default: the page's colours), `light` or `dark`; `institucional` or `vivo`, also beside one of them.
 * - `loading`: `lazy`, to wait until the element is near the window.
 * - `viewer-timezone`: show the event as somebody in this IANA zone sees it, for previews.
 * - `moment`: show the event as it is at this time, `2027-08-09T09:55-05:00`; the clock stands still, and nothing is sent.
 * - `seats`: in a preview, how many are left wherever they are limited: `few` or `none`.
 * - `filled`: in a preview, the form as somebody has filled it, as JSON: `{"answers": {"role": "sells"}}`.
 * - `link`: what somebody looks at stands in the page's address, after `#`.
 * - `preview`: the form is shown and nothing is sent; `preview="false"` is as without it.
 *
 * Children are the fallback, shown until the agenda is there, and after a failure.
 */
export interface HusoEventElement extends HTMLElement {
  /** Address of the event file, as it is written. Empty without one, as the texts below are. */
  src: string;
  /** Where registrations go, instead of the file's endpoint. */
  endpoint: string;
  /** IANA names, parted by commas or in a list. */
  get zones(): string;
  set zones(value: string | readonly string[]);
  /** The attribute `hour-cycle`. */
  hourCycle: HusoHourCycle | "";
  theme: HusoTheme | "";
  /** The attribute `viewer-timezone`. */
  viewerTimezone: string;
  /** The time at which it is shown: `2027-08-09T09:55-05:00`. */
  moment: string;
  /** How many seats are left in a preview. */
  seats: HusoSeats | "";
  /** In a preview, the form as somebody has filled it, as JSON. */
  filled: string;
  /** Whether the form is only shown. */
  preview: boolean;
  /** Whether what somebody looks at stands in the page's address. */
  link: boolean;
  /** Whether nothing is fetched until the element is near the window. */
  loading: HusoLoading | "";

  /** What the element is doing, for who listens late. */
  readonly state: HusoState;
  /** The element, once the agenda is shown. It waits over failures, which may pass. */
  readonly ready: Promise<HusoEventElement>;

  /** Asks for the event file again, or for what of the program did not come. */
  refresh(): void;
  /** Goes to a session, by its id, as soon as it is there. */
  show(session: string): void;
  /** Chooses these sessions, by their ids, and no others. */
  choose(sessions: Iterable<string>): void;
}

/** The element's class: `customElements.get("huso-event")`. */
export interface HusoEventConstructor {
  new (): HusoEventElement;
  /** The build's number, which stands in the addresses of the program's files: `huso_bg.wasm?1a2b3c4d`. */
  readonly build: string;
}

/** A session, by its id in the event file. */
export interface HusoSession {
  readonly session: string;
}

/** Sessions, by their ids in the event file. */
export interface HusoSessions {
  readonly sessions: readonly string[];
}

/** Events bubble and cross shadow boundaries. They carry no personal data. */
export interface HusoEventMap {
  /** The event file is being fetched. */
  "huso-loading": CustomEvent<"">;
  /** The agenda is shown. */
  "huso-ready": CustomEvent<"">;
  /** There is no agenda to show; the element says why, and shows its fallback. */
  "huso-error": CustomEvent<"">;
  /** The visitor pressed something at a session. */
  "huso-session-selected": CustomEvent<HusoSession>;
  /** The chosen sessions are others than before. */
  "huso-choice-changed": CustomEvent<HusoSessions>;
  /** The form has no errors and is about to be sent, unless `preventDefault()` is called. */
  "huso-before-submit": CustomEvent<HusoSessions>;
  /** The form is on its way to the endpoint. */
  "huso-submitted": CustomEvent<HusoSessions>;
  /** A registration was stored; `detail` is `confirmed` or `waitlisted`. */
  "huso-registered": CustomEvent<"confirmed" | "waitlisted">;
}

/** The attributes as frameworks' templates have them (huso-react.d.ts, huso-vue.d.ts). */
export interface HusoEventAttributes {
  src?: string;
  lang?: string;
  endpoint?: string;
  zones?: string | readonly string[];
  "hour-cycle"?: HusoHourCycle;
  theme?: HusoTheme;
  "viewer-timezone"?: string;
  moment?: string;
  seats?: HusoSeats;
  filled?: string;
  preview?: boolean | "" | "true" | "false";
  link?: boolean | "" | "true" | "false";
  loading?: HusoLoading;
}

/** Properties that are called otherwise than their attributes, for frameworks that set properties. */
export interface HusoEventProperties {
  hourCycle?: HusoHourCycle;
  viewerTimezone?: string;
}

declare global {
  interface HTMLElementTagNameMap {
    "huso-event": HusoEventElement;
  }

  interface GlobalEventHandlersEventMap extends HusoEventMap {}

  interface CustomElementRegistry {
    get(name: "huso-event"): HusoEventConstructor | undefined;
    whenDefined(name: "huso-event"): Promise<HusoEventConstructor>;
  }
}
