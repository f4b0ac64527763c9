// A page in React 18, which writes attributes; events are listened to by hand.
import { useEffect, useRef } from "react";
import type {} from "../../../embed/huso-react.js";
import type { HusoEventElement } from "../../../embed/huso.js";

export function Agenda() {
  const element = useRef<HusoEventElement>(null);
  useEffect(() => {
    const ready = (event: CustomEvent<"">) => console.log(event.type);
    element.current?.addEventListener("huso-ready", ready);
    return () => element.current?.removeEventListener("huso-ready", ready);
  }, []);
  return (
    <>
      <huso-event ref={element} src="event.json" lang="es" hour-cycle="h12" zones="America/Lima" preview="false" className="agenda">
        <p>Agenda</p>
      </huso-event>
      {/* @ts-expect-error: React 18 would write an attribute of this name */}
      <huso-event src="event.json" hourCycle="h12" />
    </>
  );
}
