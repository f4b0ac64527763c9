/** `<huso-event>` in JSX, for React 18 and 19: `import type {} from "huso/huso-react.js"`, once. */
import type * as React from "react";
import type { HusoEventAttributes, HusoEventElement, HusoEventMap, HusoEventProperties } from "./huso.js";

/** React 19 sets properties and listens to events; React 18 writes attributes only. */
type OfReact19 = typeof React extends { use: unknown }
  ? HusoEventProperties & { [Name in keyof HusoEventMap as `on${Name}`]?: (event: HusoEventMap[Name]) => void }
  : unknown;

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "huso-event": React.DetailedHTMLProps<React.HTMLAttributes<HusoEventElement>, HusoEventElement> & HusoEventAttributes & OfReact19;
    }
  }
}
