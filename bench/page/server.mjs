// Serves files that were packed before: what is measured is the page, not the packing.
import { readFileSync, readdirSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
};

const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };

export class Server {
  #files = new Map();
  #http = createServer((request, response) => this.#answer(request, response));

  // Packs one file, which is then at this path.
  add(path, content) {
    const bytes = Buffer.from(content);
    const type = TYPES[extname(path)] ?? "application/octet-stream";
    this.#files.set(path, { type, identity: bytes, gzip: gzipSync(bytes, { level: 9 }), br: brotliCompressSync(bytes, BROTLI) });
  }

  // Packs every file of a folder.
  addFolder(path, folder) {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const file = join(entry.parentPath, entry.name);
      this.add(path + file.slice(folder.length), readFileSync(file));
    }
  }

  async listen() {
    await new Promise((ready) => this.#http.listen(0, "127.0.0.1", ready));
    this.address = `http://127.0.0.1:${this.#http.address().port}`;
  }

  stop() {
    this.#http.closeAllConnections();
    this.#http.close();
  }

  #answer(request, response) {
    const file = this.#files.get(new URL(request.url, this.address).pathname);
    if (!file) return response.writeHead(404).end();
    const accepted = (request.headers["accept-encoding"] ?? "").split(/\s*,\s*/);
    const encoding = ["br", "gzip"].find((name) => accepted.includes(name)) ?? "identity";
    response.writeHead(200, {
      "Content-Type": file.type,
      "Content-Length": file[encoding].length,
      "Cache-Control": "no-store",
      Vary: "Accept-Encoding",
      ...(encoding === "identity" ? {} : { "Content-Encoding": encoding }),
    });
    response.end(file[encoding]);
  }
}
