// Outside a shadow root the target of a key is the element, and not what in it has the focus: a page that has "j" for the next
// article, or the space bar for the next picture, takes it for a shortcut. What is typed in a text field ends at the root, and
// so does what works a button, a box or a slider: a page that prevents it would leave nobody but the mouse to press them.

const EVENTS = ["keydown", "keypress", "keyup"];

const ARROWS = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"];

// By which text is written, moved in or chosen; what is not a character has a longer name. Telephones and input methods don't
// tell what is typed.
const EDITING = [
  "Backspace", "Delete", "Enter", "Insert", "Home", "End", "PageUp", "PageDown", ...ARROWS, "Dead", "Process", "Unidentified",
];

const NOT_TYPED_IN = ["button", "checkbox", "color", "file", "image", "radio", "range", "reset", "submit"];

// What works what nothing is typed in.
const WORKING = [
  ["a", ["Enter"]],
  ["button, summary, input", ["Enter", " "]],
  ["[type=radio]", ARROWS],
];

export function keepTyping(root) {
  for (const name of EVENTS) root.addEventListener(name, stopTyping);
}

function stopTyping(event) {
  if (!isModified(event) && (isTextField(event.target) ? isTyping(event) : isWorking(event))) event.stopPropagation();
}

// Characters of a list are typed, too.
function isTextField({ localName, type, isContentEditable }) {
  return localName === "input" ? !NOT_TYPED_IN.includes(type) : ["textarea", "select"].includes(localName) || isContentEditable;
}

// Tab, Escape, the function keys and whatever has a modifier are for the page, too. AltGr is none: it types.
function isModified(event) {
  return (event.ctrlKey || event.altKey || event.metaKey) && !event.getModifierState("AltGraph");
}

function isTyping({ key }) {
  return [...key].length === 1 || EDITING.includes(key);
}

// What the program itself does with a key it has prevented the browser from.
function isWorking({ target, key, defaultPrevented }) {
  return defaultPrevented || WORKING.some(([what, keys]) => keys.includes(key) && target.matches(what));
}
