/** `<huso-event>` in Vue's templates: `import type {} from "huso/huso-vue.js"`, once. */
import type { EmitFn, HTMLAttributes, PublicProps } from "vue";
import type { HusoEventAttributes, HusoEventElement, HusoEventMap, HusoEventProperties } from "./huso.js";

type Emits = { [Name in keyof HusoEventMap]: (event: HusoEventMap[Name]) => void };

interface HusoEventComponent {
  new (): HusoEventElement & {
    $props: PublicProps & Omit<HTMLAttributes, keyof HusoEventAttributes> & HusoEventAttributes & HusoEventProperties;
    $emit: EmitFn<Emits>;
  };
}

declare module "vue" {
  interface GlobalComponents {
    "huso-event": HusoEventComponent;
  }
}
