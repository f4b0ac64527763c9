// `loading="lazy"`: an element waits until it is near the window.

// How far from the window that is, in its own height.
const NEAR = "100%";

const waiting = new Map();
let observer;

// Calls `start`: at once, or when an element that may wait is near.
export function whenNear(element, start) {
  if (!element.matches('[loading="lazy" i]')) {
    start();
    return;
  }
  waiting.set(element, start);
  observer ??= new IntersectionObserver(look, { rootMargin: `${NEAR} 0px` });
  observer.observe(element);
}

// For an element that has left the page.
export function stopWaiting(element) {
  waiting.delete(element);
  observer?.unobserve(element);
}

function look(entries) {
  for (const { target, isIntersecting } of entries) {
    if (!isIntersecting) continue;
    const start = waiting.get(target);
    stopWaiting(target);
    start?.();
  }
}
