// Outside a shadow root the target of a key is the element, and not the field in it: a page that has "j" for the next article
// takes it for a shortcut. What is typed in a text field ends at the root.

const EVENTS = ["keydown", "keypress", "keyup"];

// By which text is written, moved in or chosen; what is not a character has a longer name. Telephones and input methods don't
// tell what is typed.
const EDITING = [
  "Backspace", "Delete", "Enter", "Insert", "Home", "End", "PageUp", "PageDown",
  "ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Dead", "Process", "Unidentified",
];

const NOT_TYPED_IN = ["button", "checkbox", "color", "file", "image", "radio", "range", "reset", "submit"];

export function keepTyping(root) {
  for (const name of EVENTS) root.addEventListener(name, stopTyping);
}

function stopTyping(event) {
  if (isTextField(event.target) && isTyping(event)) event.stopPropagation();
}

// Characters of a list are typed, too.
function isTextField({ localName, type, isContentEditable }) {
  return localName === "input" ? !NOT_TYPED_IN.includes(type) : ["textarea", "select"].includes(localName) || isContentEditable;
}

// Tab, Escape, the function keys and whatever has a modifier are for the page, too. AltGr is none: it types.
function isTyping(event) {
  const isModified = (event.ctrlKey || event.altKey || event.metaKey) && !event.getModifierState("AltGraph");
  return !isModified && ([...event.key].length === 1 || EDITING.includes(event.key));
}
