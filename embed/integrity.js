// Where the page holds huso.js to a hash, by `integrity` of its script or of an import map, huso.js holds the files that it
// fetches to the hashes that the build wrote into it. Elsewhere it does not: with a hash to compare, a browser compiles a
// program only once all of it is there.

export const isPinned = scripts("script[integrity]").some(({ src }) => src === import.meta.url) || scripts('script[type="importmap"]').some(pins);

function scripts(selector) {
  return [...document.querySelectorAll(selector)];
}

function pins({ textContent }) {
  try {
    const { integrity = {} } = JSON.parse(textContent);
    return Object.keys(integrity).some((address) => new URL(address, document.baseURI).href === import.meta.url);
  } catch {
    // Browsers pass such a map over.
    return false;
  }
}

// What `fetch` is to hold a file to: HUSO_INTEGRITY is put in by the build.
export function integrityOf(file) {
  return isPinned ? { integrity: HUSO_INTEGRITY[file] } : {};
}
