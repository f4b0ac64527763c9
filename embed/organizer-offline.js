// The service worker of the organizer's page: keeps what the page is made of, so that it opens without a network too.
// It answers for these files alone, and with what it has kept only where the network has no answer.
const CACHE = `huso-organizer-${HUSO_BUILD}`;
const FILES = HUSO_FILES.map((name) => new URL(name, self.registration.scope).href);

// Of earlier builds nothing is kept: their files don't fit these.
const forgetEarlier = async () => {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith("huso-organizer-") && name !== CACHE).map((name) => caches.delete(name)));
};

const keepAll = async () => {
  const cache = await caches.open(CACHE);
  await cache.addAll(FILES.map((url) => new Request(url, { cache: "no-cache" })));
  await self.skipWaiting();
};

const answer = async (request, url) => {
  try {
    const response = await fetch(request);
    if (response.ok) return response;
    return (await caches.match(url)) ?? response;
  } catch (failure) {
    const kept = await caches.match(url);
    if (kept) return kept;
    throw failure;
  }
};

self.addEventListener("install", (event) => event.waitUntil(keepAll()));
self.addEventListener("activate", (event) => event.waitUntil(forgetEarlier()));
self.addEventListener("fetch", (event) => {
  const url = event.request.url.split(/[?#]/)[0];
  if (event.request.method === "GET" && FILES.includes(url)) event.respondWith(answer(event.request, url));
});
