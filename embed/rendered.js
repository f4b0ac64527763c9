// An agenda that stands in the page as HTML (`huso render`), and how the program's takes its place: in one frame, in
// which nothing moves that is being read.

// Windows' heights within which browsers lay rows out before they are seen; at most.
const NEAR = 2;

// Where it is one, the element with the agenda in a shadow root.
export function renderedIn(root) {
  return root.querySelector(".prerendered");
}

// Where the class was defined before the parser came to the element, or none parsed it, the shadow root's content is
// still in a template.
export function adoptTemplate(host, root) {
  const template = host.querySelector(":scope > template[shadowrootmode]");
  if (!template) return false;
  root.replaceChildren(template.content);
  template.remove();
  return true;
}

// Puts `place` there instead of all that is in the root. What is read first stays where it is, and so does what
// stands below the host; the focus and what is selected go over.
export function swap(root, place) {
  const rendered = renderedIn(root);
  const event = place.querySelector(".event");
  const rows = new Map([...event.querySelectorAll("[data-session]")].map((row) => [row.dataset.session, row]));
  const alike = (element) => follow(event, rows, wayTo(element, rendered));
  const seen = rowsIn(rendered, 0).find(alike);
  const before = { row: topOf(seen), host: root.host.getBoundingClientRect() };
  const focus = root.activeElement && likeLink(root.activeElement, event, alike);
  const selected = selectionIn(root, rendered);
  keepSizes(rendered, rows);
  layOut(rowsIn(rendered, NEAR * innerHeight).map(alike).filter(Boolean));
  const row = seen && alike(seen);
  const isShown = root.host.checkVisibility?.() ?? true;
  root.replaceChildren(place);
  if (isShown) hold(place, row, before);
  focus?.focus({ preventScroll: true });
  if (selected) select(event, rows, selected);
}

// Only links are focused before the program is there. The like of one has its address; where there is none, what is
// next to its place.
function likeLink(link, event, alike) {
  const row = link.closest("[data-session]");
  const place = row ? alike(row) : event;
  const like = [...(place?.querySelectorAll("a") ?? [])].find(({ href }) => href === link.href);
  return like ?? (row && place?.querySelector("a, button")) ?? event.querySelector(".registration h3");
}

function topOf(element) {
  return element?.getBoundingClientRect().top;
}

// The rows in the window, and so many pixels around it.
function rowsIn(rendered, around) {
  return [...rendered.querySelectorAll("[data-session]")].filter((row) => {
    const { top, bottom } = row.getBoundingClientRect();
    return bottom > -around && top < innerHeight + around;
  });
}

// What is not looked at has the size that it had: an estimated one, or what it was when it was last seen.
function keepSizes(rendered, rows) {
  for (const row of rendered.querySelectorAll("[data-session]")) {
    const like = rows.get(row.dataset.session);
    if (like) like.style.containIntrinsicBlockSize = `auto ${contentHeight(row)}px`;
  }
}

function contentHeight(row) {
  const { height, paddingTop, paddingBottom, borderTopWidth, borderBottomWidth } = getComputedStyle(row);
  return [paddingTop, paddingBottom, borderTopWidth, borderBottomWidth].reduce((left, edge) => left - parseFloat(edge), parseFloat(height));
}

// What is near the window has its own size from the first, and for good: given back, it would be estimated for a frame, and
// the browser scrolls by the difference.
function layOut(rows) {
  for (const element of new Set(rows.flatMap((row) => [row.closest(".day"), row]))) element.style.contentVisibility = "visible";
}

// Keeps a row where its like was, and what stands below the host where that is seen. With room enough below, nothing
// scrolls by itself; what of it is not needed goes.
function hold(place, row, before) {
  const { host } = place.getRootNode();
  const bottom = (element) => element.getBoundingClientRect().bottom;
  place.style.minBlockSize = `${before.host.height + innerHeight}px`;
  if (row) holdRow(place, row, before.row);
  else if (before.host.bottom <= 0) holdBelow(host, place, before.host.bottom);
  const scroller = scrollerOf(host);
  const excess = bottom(place) - bottom(place.firstElementChild);
  const unneeded = [excess];
  if (scroller.scrollTop > 0) unneeded.push(scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop);
  if (before.host.bottom > 0 && before.host.bottom < innerHeight) unneeded.push(bottom(place) - before.host.bottom);
  const shrink = Math.min(...unneeded);
  if (shrink > excess - 1) {
    place.style.minBlockSize = "";
  } else {
    place.style.minBlockSize = `${place.getBoundingClientRect().height - shrink}px`;
    releaseLater(host, place);
  }
}

function holdRow(place, row, top) {
  scrollOn(row, topOf(row) - top);
  const missing = top - topOf(row);
  // Where there is nothing to scroll, there is room below the head.
  const head = place.querySelector(".head");
  if (missing > 0.5 && head) head.style.paddingBlockEnd = `${missing}px`;
}

// What stands below an element that is out of sight. Its rows that are not laid out yet are before the frame is painted,
// and the observer is called after that.
function holdBelow(host, place, bottom) {
  const held = () => scrollOn(host, place.firstElementChild.getBoundingClientRect().bottom - bottom);
  held();
  new ResizeObserver((_, observer) => {
    observer.disconnect();
    held();
  }).observe(place);
}

// The room is for the width that the host had.
function releaseLater(host, place) {
  const width = host.clientWidth;
  const observer = new ResizeObserver(() => {
    if (host.clientWidth === width) return;
    place.style.minBlockSize = "";
    observer.disconnect();
  });
  observer.observe(host);
}

// At once also where the page has smooth scrolling.
function scrollOn(element, by) {
  if (by) scrollerOf(element).scrollBy({ top: by, behavior: "instant" });
}

// What scrolls when an element goes out of sight.
function scrollerOf(element) {
  const { body, documentElement } = document;
  // How the body overflows is how the window does, unless the root element says that for itself.
  const isBodyBox = getComputedStyle(documentElement).overflowY !== "visible";
  for (let one = element; one; one = one.assignedSlot ?? one.parentElement ?? one.getRootNode().host) {
    if (one === documentElement || (one === body && !isBodyBox)) break;
    if (/auto|scroll/.test(getComputedStyle(one).overflowY) && one.scrollHeight > one.clientHeight) return one;
  }
  return document.scrollingElement ?? documentElement;
}

// An element's kind among its neighbours. Further classes say in what state it is.
function kindOf(element) {
  return `${element.localName}.${element.classList[0] ?? ""}`;
}

// The way down to an element, from its row where it is in one: of each on it, its kind, and which of those it is.
function wayTo(element, top) {
  const way = [];
  for (let one = element; one && one !== top; one = one.parentElement) {
    if (one.dataset.session !== undefined) return [{ session: one.dataset.session }, ...way];
    const kind = kindOf(one);
    const alike = [...(one.parentElement?.children ?? [])].filter((other) => kindOf(other) === kind);
    way.unshift({ kind, index: alike.indexOf(one) });
  }
  return way;
}

// Where a way leads in another tree.
function follow(top, rows, way) {
  const next = (one, { session, kind, index }) =>
    session === undefined ? [...(one?.children ?? [])].filter((other) => kindOf(other) === kind)[index] : rows.get(session);
  return way.reduce(next, top);
}

// Both ends of what is selected in the root: each the way to an element, and how many characters are before it there.
function selectionIn(root, rendered) {
  const selection = root.getSelection?.() ?? getSelection();
  const [range] = selection?.getComposedRanges?.({ shadowRoots: [root] }) ?? [];
  const isInside = selection?.anchorNode !== root.host && root.contains(selection?.anchorNode ?? null);
  const ends = isInside
    ? [[selection.anchorNode, selection.anchorOffset], [selection.focusNode, selection.focusOffset]]
    : range && [[range.startContainer, range.startOffset], [range.endContainer, range.endOffset]];
  if (!ends?.every(([node]) => rendered.contains(node))) return undefined;
  return ends.map(([node, offset]) => {
    const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
    const until = document.createRange();
    until.setStart(element, 0);
    until.setEnd(node, offset);
    return { way: wayTo(element, rendered), characters: until.toString().length };
  });
}

function select(event, rows, ends) {
  const [from, to] = ends.map(({ way, characters }) => placeIn(follow(event, rows, way), characters));
  if (from && to) getSelection().setBaseAndExtent(...from, ...to);
}

// The node and the offset in it that are so many characters into an element.
function placeIn(element, characters) {
  if (!element) return undefined;
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let last;
  for (let left = characters; texts.nextNode(); left -= last.length) {
    last = texts.currentNode;
    if (left <= last.length) return [last, left];
  }
  return last ? [last, last.length] : [element, 0];
}
