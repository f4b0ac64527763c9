// An agenda that stands in the page as HTML (`huso render`), and how the program's takes its place: in one frame, in
// which nothing moves that is being read.

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
  const seen = visibleRows(rendered);
  const before = { row: topOf(seen[0]), host: root.host.getBoundingClientRect() };
  const focus = root.activeElement && wayTo(root.activeElement, rendered);
  const selected = selectionIn(root, rendered);
  const event = place.querySelector(".event");
  const rows = seen.map((row) => follow(event, wayTo(row, rendered))).filter(Boolean);
  layOut(rows);
  root.replaceChildren(place);
  if (rows.length) holdRow(place, rows[0], before.row);
  else if (before.host.bottom <= 0) scrollOn(root.host, root.host.getBoundingClientRect().bottom - before.host.bottom);
  if (before.host.bottom < innerHeight) holdHeight(root.host, place, before.host);
  if (focus) (follow(event, focus) ?? event.querySelector(".registration h3"))?.focus({ preventScroll: true });
  if (selected) select(event, selected);
}

function topOf(element) {
  return element?.getBoundingClientRect().top;
}

function visibleRows(rendered) {
  return [...rendered.querySelectorAll("[data-session]")].filter((row) => {
    const { top, bottom } = row.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  });
}

// What is not looked at has an estimated size; what will be has its own from the first.
function layOut(rows) {
  for (const row of rows) row.style.contentVisibility = "visible";
  requestAnimationFrame(() => requestAnimationFrame(() => {
    for (const row of rows) row.style.contentVisibility = "";
  }));
}

// Keeps a row where its like was: by scrolling, and by room below the head where there is nothing to scroll.
function holdRow(place, row, top) {
  scrollOn(row, topOf(row) - top);
  const missing = top - topOf(row);
  const head = place.querySelector(".head");
  if (missing > 0.5 && head) head.style.paddingBlockEnd = `${missing}px`;
}

// Where somebody sees what stands below the host, it doesn't move up. Until the host gets another width.
function holdHeight(host, place, before) {
  const missing = before.bottom - host.getBoundingClientRect().bottom;
  if (missing <= 0.5) return;
  place.style.minBlockSize = `${place.getBoundingClientRect().height + missing}px`;
  const width = host.clientWidth;
  const observer = new ResizeObserver(() => {
    if (host.clientWidth === width) return;
    place.style.minBlockSize = "";
    observer.disconnect();
  });
  observer.observe(host);
}

function scrollOn(element, by) {
  if (by) scrollerOf(element).scrollTop += by;
}

// What scrolls when an element goes out of sight.
function scrollerOf(element) {
  for (let one = element; one; one = one.assignedSlot ?? one.parentElement ?? one.getRootNode().host) {
    const isScrolling = /auto|scroll/.test(getComputedStyle(one).overflowY) && one.scrollHeight > one.clientHeight;
    if (isScrolling && one !== document.body) return one;
  }
  return document.scrollingElement;
}

// An element's kind among its neighbours. Further classes say in what state it is.
function kindOf(element) {
  return element.dataset.session ?? `${element.localName}.${element.classList[0] ?? ""}`;
}

// The way down to an element: of each on it, its kind, and which of those it is.
function wayTo(element, top) {
  const way = [];
  for (let one = element; one && one !== top; one = one.parentElement) {
    const kind = kindOf(one);
    const alike = [...(one.parentElement?.children ?? [])].filter((other) => kindOf(other) === kind);
    way.unshift({ kind, index: alike.indexOf(one) });
  }
  return way;
}

// Where a way leads in another tree.
function follow(top, way) {
  return way.reduce((one, { kind, index }) => [...(one?.children ?? [])].filter((other) => kindOf(other) === kind)[index], top);
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

function select(event, ends) {
  const [from, to] = ends.map(({ way, characters }) => placeIn(follow(event, way), characters));
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
