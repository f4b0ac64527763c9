// A page in React 19, which sets properties and listens to the element's events.
import { useRef } from "react";
import type {} from "../../../embed/huso-react.js";
import type { HusoEventElement } from "../../../embed/huso.js";

export function Agenda() {
  const element = useRef<HusoEventElement>(null);
  return (
    <>
      <huso-event ref={element} src="event.json" lang="es" hourCycle="h12" zones={["America/Lima"]} preview={false} theme="vivo light" className="agenda"
        onhuso-ready={() => element.current?.show("keynote")}
        onhuso-choice-changed={(event) => console.log(event.detail.sessions)}>
        <p>Agenda</p>
      </huso-event>
      {/* @ts-expect-error: no such theme */}
      <huso-event src="event.json" theme="sepia" />
      {/* @ts-expect-error: no such attribute */}
      <huso-event source="event.json" />
      {/* @ts-expect-error: its detail is a text */}
      <huso-event src="event.json" onhuso-registered={(event) => event.detail.sessions} />
    </>
  );
}
