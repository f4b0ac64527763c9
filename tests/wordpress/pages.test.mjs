// What visitors get: the agenda as HTML before and without the script, whatever becomes of scripts on the way.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { closeBrowser, event2027, newPage, startReceiver } from "../e2e/helpers.mjs";
import { newLogin, seesAgenda } from "./people.mjs";
import { startSite } from "./site.mjs";

let site, receiver, src, post;

before(async () => {
  site = await startSite();
  receiver = await startReceiver({}, {}, undefined, ["--allow-origin", site.address]);
  src = `${receiver.address}/examples/${event2027}.json`;
  const endpoint = `${receiver.address}/events/${event2027}/registrations`;
  post = site.post(`<!-- wp:huso/event ${JSON.stringify({ src, endpoint })} /-->\n<!-- wp:paragraph --><p>Después</p><!-- /wp:paragraph -->`);
});

after(async () => {
  await closeBrowser();
  await receiver?.stop();
  const complaints = site?.complaints();
  await site?.stop();
  assert.doesNotMatch(complaints ?? "", /plugins\/huso/);
});

// A server that answers as it is told.
async function startServer(answer) {
  const server = createServer(answer);
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    address: `http://127.0.0.1:${server.address().port}/agenda.html`,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

for (const way of ["", "move", "join", "joinhead", "defer", "async", "inline", "delay", "shrink", "unlink"]) {
  test(`the agenda is shown where scripts are left alone or an optimizer does this: ${way || "nothing"}`, async () => {
    const page = await newPage();
    await page.goto(`${post}&optimize=${way}`);
    if (way === "delay") await page.mouse.down();
    await seesAgenda(page);
    const scripts = await page.evaluate(() => [...document.scripts].filter((one) => one.type === "module").map((one) => one.src));
    assert.deepEqual(scripts.map((one) => new URL(one).pathname), ["/wp-content/plugins/huso/package/huso.js"]);
  });
}

test("nothing is fetched twice, and nothing from elsewhere", async () => {
  const page = await newPage();
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(post);
  await seesAgenda(page);
  const ofPackage = asked.filter((url) => url.includes("/plugins/huso/"));
  assert.deepEqual(ofPackage.length, new Set(ofPackage).size, ofPackage.join("\n"));
  const others = asked.filter((url) => ![site.address, receiver.address].includes(new URL(url).origin) && !url.startsWith("data:"));
  assert.deepEqual(others, []);
});

test("without JavaScript there is the agenda as HTML, the way to the form, and what search engines read", async () => {
  const page = await newPage({ javaScriptEnabled: false });
  await page.goto(post);
  await page.getByRole("heading", { name: "Rueda de negocios de turismo sostenible" }).waitFor();
  assert.match(await page.locator("huso-event time").first().textContent(), /10:00/);
  const form = await page.locator('a[href$="/form"]').getAttribute("href");
  assert.equal(form, `${receiver.address}/events/${event2027}/form`);
  const data = JSON.parse(await page.locator('script[type="application/ld+json"]').textContent());
  assert.equal(data["@type"], "Event");
  assert.ok(data.subEvent.length > 3);
});

test("of the agenda as HTML nothing is lost", async () => {
  const [theirs, ours] = await Promise.all(
    [`${receiver.address}/events/${event2027}/agenda.html?lang=es`, post].map(async (address) => (await fetch(address)).text()),
  );
  const inside = (html) => html.slice(html.indexOf("<template"), html.indexOf("</template>"));
  for (const pattern of [/<([a-z][a-z0-9]*)/g, /\s([a-z-]+)="/gi]) {
    const names = (html) => [...inside(html).matchAll(pattern)].map(([, name]) => name);
    const kept = names(ours);
    assert.deepEqual(names(theirs).filter((name) => !kept.includes(name)), []);
  }
});

test("what another server writes can neither run nor load nor send anything", async () => {
  const hostile = await startServer((_, response) => {
    response.setHeader("Content-Type", "text/html");
    response.end(`<huso-event><template shadowrootmode="open"><div class="event prerendered" onclick="boom()" style="background: url(//evil.example/x)">
      <h2>Feria</h2><script>boom()</script><style>@import "//evil.example"</style><img src="//evil.example/i" onerror="boom()">
      <a href="javascript:alert(1)">enlace</a><a href="ponencia.pdf">pdf</a><form action="//evil.example"><input name="x" formaction="//evil.example"></form>
      <iframe src="//evil.example"></iframe><svg><image href="//evil.example"/><circle cx="1" r="1" fill="#fff"/></svg></div></template></template>
      <b>fuera</b><p>Feria: <i>agosto</i></p><script type="application/ld+json">{"@context": "https://schema.org", "name": "</script><script>boom()</script>"}</script></huso-event>`);
  });
  const page = await newPage();
  await page.goto(site.post(`[huso-event src="${hostile.address}.json" agenda="${hostile.address}"]`));
  await hostile.stop();
  const html = await (await fetch(page.url())).text();
  const element = html.slice(html.indexOf("<huso-event"), html.indexOf("</huso-event>"));
  assert.match(element, /<h2>Feria<\/h2>/);
  assert.match(element, /ponencia\.pdf/);
  assert.ok(element.includes(new URL("ponencia.pdf", hostile.address).href));
  for (const word of ["boom", "evil", "javascript:", "<img", "<form", "<iframe", "<style", "style=", "fuera", "<i>"]) {
    assert.ok(!element.includes(word), `${word} in ${element}`);
  }
  assert.equal(element.match(/<template/g).length, 1);
  assert.deepEqual(page.errors, []);
});

test("a server that hangs or fails holds a page up once, and what was there stays", async () => {
  let answers = 0;
  const slow = await startServer((_, response) => {
    answers += 1;
    if (answers === 1) response.end(`<huso-event><template shadowrootmode="open"><p>Feria de prueba</p></template></huso-event>`);
  });
  const address = site.post(`[huso-event src="/event.json" agenda="${slow.address}"]`);
  const page = async () => {
    const start = Date.now();
    const html = await (await fetch(address)).text();
    return { html, time: Date.now() - start };
  };
  assert.match((await page()).html, /Feria de prueba/);
  site.age();
  const [one, other] = await Promise.all([page(), page()]);
  assert.match(one.html, /Feria de prueba/);
  assert.match(other.html, /Feria de prueba/);
  assert.ok(Math.max(one.time, other.time) < 10_000);
  assert.equal(answers, 2, "only one of two asks");
  const later = await page();
  assert.match(later.html, /Feria de prueba/);
  assert.equal(answers, 2, "a server that failed is left alone");
  await slow.stop();
});

test("an event of the author's own fallback, of none, and of a file that is gone", async () => {
  const page = await newPage({ javaScriptEnabled: false });
  await page.goto(site.post('Antes.\n\n[huso-event src="/event.json"]\n\n<em>El programa</em> en <a href="/p.pdf">PDF</a>\n\n<script>x</script>[/huso-event]\n\nDespués.'));
  const shown = page.locator("huso-event");
  assert.match(await shown.innerHTML(), /<em>El programa<\/em>/);
  assert.equal(await shown.locator("script").count(), 0);
  await page.goto(site.post('[huso-event src="/event.json"]'));
  assert.match(await shown.textContent(), /La agenda necesita JavaScript/);
  await page.goto(site.post('Antes. [huso-event file="99999"] Después.'));
  assert.equal(await shown.count(), 0);
  assert.ok(!(await page.content()).includes("Aquí no hay todavía"));
});

test("authors without the right to write HTML can't have a script of their own loaded", async () => {
  const author = await newLogin(site, "author");
  await author.goto(`${site.address}/wp-admin/post-new.php`);
  const link = await author.evaluate(async () => {
    const content = '<huso-event data-huso-script="/evil.js"></huso-event>[huso-event src="/event.json" data-huso-script="/evil.js" onclick="x" style="x"]';
    const post = await wp.apiFetch({ path: "/wp/v2/posts", method: "POST", data: { title: "x", content, status: "publish" } });
    return post.link;
  });
  const html = await (await fetch(link)).text();
  assert.ok(!html.includes("evil.js"));
  assert.ok(!html.includes("onclick=\"x\""));
});

test("a script that was changed on its way is not run, and the agenda as HTML stays", async () => {
  site.tamper("package/huso.js");
  for (const way of ["", "unlink"]) {
    const page = await newPage();
    const said = [];
    page.on("console", (message) => said.push(message.text()));
    await page.goto(`${post}&optimize=${way}`);
    await page.waitForFunction(() => document.querySelector("script[data-huso-package]"));
    await page.waitForLoadState("networkidle");
    await page.getByRole("heading", { name: "Rueda de negocios de turismo sostenible" }).waitFor();
    assert.equal(await page.evaluate(() => customElements.get("huso-event") === undefined), true);
    assert.ok(said.some((text) => /integrity/i.test(text)), said.join("\n"));
  }

  const admin = await newLogin(site, "admin");
  await admin.goto(`${site.address}/wp-admin/options-general.php?page=huso`);
  await admin.getByText("Estos archivos faltan o se modificaron: huso.js").waitFor();
});
