// A bad network: a proxy that drops, delays and repeats requests, and cuts answers after they were stored.
import { createServer, request as send } from "node:http";

// Chance that can be repeated (mulberry32).
export function chance(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

// What becomes of a POST, and how often in a hundred.
const fates = { drop: 12, late: 10, twice: 10, "cut after": 14, "cut within": 6, busy: 4, gateway: 4 };

function fate(next) {
  let point = next() * 100;
  for (const [name, share] of Object.entries(fates)) {
    point -= share;
    if (point < 0) return name;
  }
  return "whole";
}

// A proxy to the address that `target` says. Only POST is troubled: pages and files come through.
export async function startChaos(target, next) {
  const counts = {};
  const ask = (request, body) => new Promise((done, failed) => {
    const { method, headers } = request;
    const outgoing = send(target() + request.url, { method, headers: { ...headers, connection: "close" } }, (answer) => {
      const chunks = [];
      answer.on("data", (chunk) => chunks.push(chunk));
      answer.on("end", () => done({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(chunks) }));
      answer.on("error", failed);
    });
    outgoing.on("error", failed);
    outgoing.end(body);
  });
  const reply = (response, { status, headers, body }) => {
    const { connection, "transfer-encoding": _, ...kept } = headers;
    response.writeHead(status, { ...kept, "content-length": body.length });
    response.end(body);
  };
  const pause = (ms) => new Promise((done) => setTimeout(done, ms));
  const trouble = {
    drop: async (request, body, response) => response.destroy(),
    late: async (request, body, response) => {
      await pause(100 + next() * 1_400);
      reply(response, await ask(request, body));
    },
    twice: async (request, body, response) => {
      const both = await Promise.all([ask(request, body), ask(request, body)]);
      reply(response, both[next() < 0.5 ? 0 : 1]);
    },
    "cut after": async (request, body, response) => {
      await ask(request, body);
      response.destroy();
    },
    "cut within": async (request, body, response) => {
      const { status, headers, body: answer } = await ask(request, body);
      const { connection, "transfer-encoding": _, ...kept } = headers;
      response.writeHead(status, { ...kept, "content-length": answer.length });
      response.write(answer.subarray(0, answer.length / 2));
      await pause(20);
      response.destroy();
    },
    busy: async (request, body, response) => response.writeHead(503, { "retry-after": "1" }).end(),
    gateway: async (request, body, response) => {
      // A gateway that gave up waiting; the request got through all the same.
      await ask(request, body);
      response.writeHead(504).end();
    },
    whole: async (request, body, response) => reply(response, await ask(request, body)),
  };
  const server = createServer((request, response) => {
    const chunks = [];
    request.on("data", (chunk) => chunks.push(chunk));
    request.on("end", () => {
      const name = request.method === "POST" ? fate(next) : "whole";
      if (request.method === "POST") counts[name] = (counts[name] ?? 0) + 1;
      // The receiver is gone, or the page is.
      trouble[name](request, Buffer.concat(chunks), response).catch(() => response.destroy());
    });
    request.on("error", () => {});
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    counts,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
