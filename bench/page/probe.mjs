// What runs in the page, from before its first byte: `window.probe`. The same for every column.

// `rows` says how a column's rows are found: the host of their shadow tree if they are in one, a row, its title.
export function installProbe({ rows, count, isRendered }) {
  const probe = { tasks: [], first: undefined, all: undefined, ready: undefined, moved: { row: 0, after: 0 } };
  window.probe = probe;

  const tree = () => (rows.host ? document.querySelector(rows.host)?.shadowRoot : document);
  const allRows = () => [...(tree()?.querySelectorAll(rows.row) ?? [])];

  // After the frame that is being made has been laid out and painted: a message sent while it is made comes
  // after the task that makes it.
  function afterFrame(act) {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = act;
    port2.postMessage(null);
  }

  // It is in no figure that the browser gives.
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const result = await original.apply(WebAssembly, given);
      probe.memory ??= (result.instance ?? result).exports.memory;
      return result;
    };
  }

  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) probe.tasks.push({ start: startTime, duration });
  }).observe({ type: "longtask", buffered: true });
  addEventListener("huso-ready", () => (probe.ready ??= performance.now()), true);

  // The first session is there when its title is in the window.
  function isInWindow(element) {
    const { top, bottom, left, right } = element.getBoundingClientRect();
    const hasBox = bottom > top && right > left;
    return hasBox && bottom > 0 && top < innerHeight && element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  }

  // Counting costs more the more there is: no more than a tenth of the time is spent on it.
  let nextCount = 0;
  function areAllThere() {
    const before = performance.now();
    if (before < nextCount) return false;
    const found = tree()?.querySelectorAll(rows.row).length ?? 0;
    const now = performance.now();
    nextCount = now + 10 * (now - before);
    return found >= count;
  }

  // Where the first row and the host's content below it stand in the document, from when the page is parsed until the
  // form is there: it is longer than what stood in its place, pre-rendered or not. What is below counts from the last
  // frame before the program takes its place: rows on the way there get their size as they come near, with any page.
  let shown;
  let places;
  function followMovement() {
    if (document.readyState === "loading" || tree().querySelector("form")) return;
    const isThere = (title) => title?.isConnected && title.getClientRects().length > 0;
    if (!isThere(shown)) shown = allRows().map((row) => row.querySelector(rows.title)).find(isThere);
    const top = (element) => (element ? element.getBoundingClientRect().top + scrollY : NaN);
    const now = { row: top(shown), after: top(document.querySelector("#after")) };
    if (!places || tree().querySelector(".prerendered")) places = { row: places?.row ?? now.row, after: now.after };
    for (const name of ["row", "after"]) {
      const by = Math.abs(now[name] - places[name]);
      // Gone is moved, too.
      probe.moved[name] = Math.max(probe.moved[name], Number.isNaN(by) ? Infinity : by);
    }
  }

  // What there is before a frame is made is in the frame.
  function frame() {
    const title = probe.first ? undefined : tree()?.querySelector(`${rows.row} ${rows.title}`);
    const isComplete = !probe.all && areAllThere();
    afterFrame(() => {
      const now = performance.now();
      if (title && isInWindow(title)) probe.first ??= now;
      if (isComplete) probe.all ??= now;
      if (isRendered && probe.all) followMovement();
    });
    requestAnimationFrame(frame);
  }
  requestAnimationFrame(frame);

  // No long task for a while.
  probe.isQuiet = () => {
    const { start, duration } = probe.tasks.at(-1) ?? { start: 0, duration: 0 };
    return performance.now() - start - duration > 700;
  };

  probe.titles = () => allRows().map((row) => row.querySelector(rows.title).textContent.trim());

  probe.nodes = () => {
    const within = (node) => {
      let sum = 1;
      for (const child of node.childNodes) sum += within(child);
      return node.shadowRoot ? sum + within(node.shadowRoot) : sum;
    };
    return within(document);
  };

  let kept = [];
  function rowAt(index) {
    if (!kept[index]?.isConnected) kept = allRows();
    return kept[index];
  }

  // The rows that can be seen in part.
  probe.visible = () => {
    const inWindow = ({ top, bottom }) => bottom > 0 && top < innerHeight;
    return allRows().flatMap((row, index) => (inWindow(row.getBoundingClientRect()) ? [index] : []));
  };

  const controls = (row) => row.querySelectorAll("a[href], button").length;
  const clockOf = (row) => /\d\d:\d\d/.exec(row.querySelector("[part~=your-time]").textContent)?.[0];

  // For each interaction, what tells whether it shows, made before it takes place. One that changes several
  // rows gives them in parts.
  const shows = {
    choose({ row }) {
      const button = () => rowAt(row).querySelector("button[aria-pressed]");
      const before = button().textContent;
      return () => [button().getAttribute("aria-pressed") === "true" && button().textContent !== before];
    },
    open({ row }) {
      return () => [rowAt(row).querySelector(".opener").getAttribute("aria-expanded") === "true"];
    },
    calendar({ row }) {
      const before = controls(rowAt(row));
      return () => [controls(rowAt(row)) >= before + 2];
    },
    // What is in the window may change with the chooser's height.
    zone({ clocks }) {
      return () => probe.visible().map((index) => clockOf(rowAt(index)) === clocks[index]);
    },
    // How many were found is said, and as many are shown. Nothing here has the page laid out, which would be measured, too.
    search() {
      const told = () => tree().querySelector(".in-force .found").textContent;
      const before = told();
      const shown = () => tree().querySelectorAll(`.day:not([hidden]) li:not([hidden]) > ${rows.row}`).length;
      return () => [told() !== before && shown() === Number.parseInt(told(), 10)];
    },
    letter({ value }) {
      return () => [tree().activeElement?.value === value];
    },
  };

  // From when the input came, in milliseconds, until the frame in which all of it shows; and in how many frames
  // only a part of it did.
  function measure(name, type, options) {
    const parts = shows[name](options);
    if (parts().some(Boolean)) throw new Error(`${name}: shows before it took place`);
    return new Promise((done) => {
      let mixed = 0;
      const begin = ({ timeStamp }) => {
        const look = () => {
          const now = parts();
          if (now.every(Boolean)) return afterFrame(() => done({ ms: performance.now() - timeStamp, mixed }));
          if (now.some(Boolean)) mixed += 1;
          requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      };
      addEventListener(type, begin, { capture: true, once: true });
    });
  }
  probe.expect = (...arguments_) => {
    probe.expected = measure(...arguments_);
  };

  probe.clocks = () => allRows().map(clockOf);
}
