// What runs in the page, from before its first byte: `window.probe`.
export function installProbe() {
  const tasks = [];
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) tasks.push({ start: startTime, duration });
  }).observe({ type: "longtask", buffered: true });

  // What an element shows: a field its value; a bar its place.
  const shown = (selector) => {
    const element = document.querySelector(selector);
    return element && (element.value ?? element.querySelector("rect").getAttribute("x"));
  };

  // After the frame that is being made has been laid out and painted: a message sent while it is made comes after the
  // task that makes it.
  function afterFrame(act) {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = act;
    port2.postMessage(null);
  }

  let watched;

  // Until a key shows in all of some elements, in milliseconds from when it was pressed. Keys that come meanwhile are
  // measured each on its own.
  function onKey({ timeStamp }) {
    const run = watched;
    const before = run.selectors.map(shown);
    const look = () => {
      const isThere = run.selectors.every((selector, at) => shown(selector) !== before[at]);
      if (isThere) afterFrame(() => run.keys.push(performance.now() - timeStamp));
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    lastKey = performance.now();
  }

  let lastKey = 0;

  window.probe = {
    // No key and no long task for a while.
    isQuiet() {
      const { start, duration } = tasks.at(-1) ?? { start: 0, duration: 0 };
      return performance.now() - Math.max(start + duration, lastKey) > 3_000;
    },
    // Measures the keys from now on, and says what stands in some elements before.
    watch(selectors) {
      watched = { selectors, keys: [], from: performance.now() };
      addEventListener("keydown", onKey, { capture: true });
      return selectors.map(shown);
    },
    stop() {
      removeEventListener("keydown", onKey, { capture: true });
      const { selectors, keys, from } = watched;
      const longest = Math.max(0, ...tasks.filter(({ start }) => start >= from).map(({ duration }) => duration));
      return { keys, longest, after: selectors.map(shown) };
    },
  };
}
