// For the page around an <iframe data-huso-frame src="…/frame.html?…">: gives it the height of what is in it.
{
  const SELECTOR = "iframe[data-huso-frame]";
  // Higher than any agenda, in CSS pixels.
  const MOST = 200_000;
  const frames = () => [...document.querySelectorAll(SELECTOR)];
  const originOf = ({ src }) => new URL(src).origin;
  const greet = (frame) => frame.contentWindow?.postMessage({ type: "huso-hello" }, originOf(frame));
  const isHeight = (height) => Number.isFinite(height) && height > 0 && height < MOST;

  addEventListener("message", ({ source, origin, data }) => {
    const frame = frames().find((one) => one.contentWindow === source);
    if (!frame || origin !== originOf(frame) || data?.type !== "huso-height" || !isHeight(data.height)) return;
    frame.style.height = `${data.height}px`;
  });
  // A frame's own event does not bubble.
  addEventListener("load", ({ target }) => target.matches?.(SELECTOR) && greet(target), true);
  // This script may come after them.
  if (document.readyState === "complete") frames().forEach(greet);
  else addEventListener("load", () => frames().forEach(greet));
}
