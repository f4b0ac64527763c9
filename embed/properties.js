// Every attribute is a property too, and stands in the attribute: frameworks set either. `lang` and `hidden` every element
// has.

// Properties that are texts, and their attributes.
const TEXTS = {
  src: "src",
  endpoint: "endpoint",
  zones: "zones",
  hourCycle: "hour-cycle",
  viewerTimezone: "viewer-timezone",
  moment: "moment",
  seats: "seats",
  filled: "filled",
  theme: "theme",
  loading: "loading",
};

// Properties that are true or false, and whose attributes have their names.
const SWITCHES = ["preview", "link"];

// Gives a class its properties.
export function defineProperties(elementClass) {
  for (const [name, attribute] of Object.entries(TEXTS)) define(elementClass, name, textOf(attribute));
  for (const name of SWITCHES) define(elementClass, name, switchOf(name));
}

// What a page set before there was the class stands in the way of the class's own properties.
export function adoptProperties(element) {
  for (const name of [...Object.keys(TEXTS), ...SWITCHES]) {
    if (!Object.hasOwn(element, name)) continue;
    const value = element[name];
    delete element[name];
    element[name] = value;
  }
}

function define(elementClass, name, property) {
  Object.defineProperty(elementClass.prototype, name, { ...property, enumerable: true, configurable: true });
}

// A list becomes texts parted by commas. What is null or undefined is taken away, as frameworks do.
function textOf(attribute) {
  return {
    get() {
      return this.getAttribute(attribute) ?? "";
    },
    set(value) {
      if (value === null || value === undefined) this.removeAttribute(attribute);
      else this.setAttribute(attribute, value);
    },
  };
}

function switchOf(attribute) {
  return {
    get() {
      return isOn(this.getAttribute(attribute) ?? false);
    },
    set(value) {
      this.toggleAttribute(attribute, isOn(value));
    },
  };
}

// The attribute without a value is on, and "false" is not: React 18 and Vue write that.
function isOn(value) {
  return value === "" || (Boolean(value) && !/^\s*false\s*$/i.test(value));
}
