// The element's style sheet, once for each document: an element that is adopted by another can't use that of the first.
import css from "huso-styles";

const sheets = new WeakMap();

// None in a document that nobody sees.
export function sheetsOf({ ownerDocument }) {
  const { CSSStyleSheet } = ownerDocument.defaultView ?? {};
  if (!sheets.has(ownerDocument) && CSSStyleSheet) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    sheets.set(ownerDocument, sheet);
  }
  return [sheets.get(ownerDocument)].filter(Boolean);
}
