// Where the program draws, one in an element's shadow root. Yew keeps the listeners of a root for ever: those of elements that
// are gone are given to others, so that a page which puts elements there and takes them away for hours doesn't grow.
import { Widget } from "huso-glue";

const vacant = [];

// One to mount a widget in.
export function takeRoot() {
  return vacant.pop() ?? new Root();
}

class Root {
  place = Object.assign(document.createElement("div"), { className: "widget" });
  #widget;

  // What is given besides the host is told in src/embed/widget.rs.
  mount(host, ...given) {
    if (this.#widget) this.#widget.mount(host, ...given);
    else this.#widget = new Widget(host, this.place, ...given);
  }

  // Has a command done with the widget.
  ask(command) {
    command(this.#widget);
  }

  update() {
    this.#widget.update();
  }

  unmount() {
    this.#widget.unmount();
    this.place.remove();
    this.place.removeAttribute("style");
    vacant.push(this);
  }
}
