// How the texts that are seen stand out from what is painted behind them.

// Of the texts in an element's shadow root: those under `least`, each as "text: ratio, colour on ground". Runs in the page.
// A picture or a gradient behind is not seen by it.
export function faintTexts({ selector = "huso-event", least = 4.5 } = {}) {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const rgba = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const over = ([red, green, blue, alpha], below) =>
    [red, green, blue].map((channel, index) => (channel * alpha + below[index] * (255 - alpha)) / 255);
  const luminance = (colour) => {
    const [red, green, blue] = colour.map((channel) => {
      const part = channel / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one, other) => {
    const [lighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a);
    return (lighter + 0.05) / (darker + 0.05);
  };
  const parent = (element) => element.assignedSlot ?? element.parentElement ?? element.getRootNode().host;
  const paper = () => rgba(getComputedStyle(document.documentElement).colorScheme.includes("dark") && matchMedia("(prefers-color-scheme: dark)").matches ? "#121212" : "#fff");
  const groundOf = (element) => (element ? over(rgba(getComputedStyle(element).backgroundColor), groundOf(parent(element))) : paper());

  const root = document.querySelector(selector).shadowRoot;
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const faint = [];
  while (texts.nextNode()) {
    const { currentNode: text } = texts;
    const element = text.parentElement;
    const range = document.createRange();
    range.selectNodeContents(text);
    const { width, height } = range.getBoundingClientRect();
    const isSeen = text.data.trim() && width > 1 && height > 1 && element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    if (!isSeen || element.closest(".spoken, .apart, style, script")) continue;
    const style = getComputedStyle(element);
    const ground = groundOf(element);
    const colour = over(rgba(style.webkitTextFillColor || style.color), ground);
    const ratio = contrast(colour, ground);
    const name = (channels) => channels.map(Math.round).join(" ");
    if (ratio < least) faint.push(`${text.data.trim()}: ${ratio.toFixed(2)}, ${name(colour)} on ${name(ground)}`);
  }
  return [...new Set(faint)];
}
