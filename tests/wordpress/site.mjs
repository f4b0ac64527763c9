// A fresh WordPress of Debian's with a MariaDB of its own and the plugin as it is published, all in a temporary folder.
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const here = join(root, "tests/wordpress");
const plugin = process.env.HUSO_WORDPRESS_ZIP ?? join(root, "target/huso-wordpress.zip");

export const password = "a secret of the tests";

export async function startSite() {
  const folder = mkdtempSync(join(tmpdir(), "huso-wordpress-"));
  const database = await startDatabase(folder);
  const site = join(folder, "site");
  // Debian's has links to its other packages.
  cpSync("/usr/share/wordpress", site, { recursive: true, dereference: true });
  cpSync(join(here, "mu-plugins"), join(site, "wp-content/mu-plugins"), { recursive: true });
  const address = `http://127.0.0.1:${await freePort()}`;
  writeFileSync(join(site, "wp-config.php"), config(database.socket, address));
  const log = join(site, "wp-content/debug.log");
  const complaints = () => (existsSync(log) ? readFileSync(log, "utf8") : "");
  const php = (script, ...values) => {
    const options = ["-d", "sendmail_path=true", join(here, script), site, ...values];
    const { status, stdout, stderr } = spawnSync("php", options, { encoding: "utf8" });
    if (status !== 0) throw new Error(`${script}: ${stderr || complaints().slice(-1000)}`);
    return stdout;
  };
  php("install.php", plugin, password);
  const stopServer = await serve(site, address);
  return {
    address,
    plugin: join(site, "wp-content/plugins/huso"),
    // Sets an option, or reads one.
    set: (name, value) => php("option.php", name, JSON.stringify(value)),
    option: (name) => JSON.parse(php("option.php", name)),
    // Lets what is kept of other servers be old.
    age: () => php("age.php"),
    // Names of the options that have a word in them.
    options: (word) => JSON.parse(php("options.php", word)),
    uninstall: () => php("uninstall.php"),
    // Adds a post with some content, as somebody with every right would, and returns its address.
    post: (content) => `${address}/?p=${php("post.php", content)}`,
    // What PHP complained about.
    complaints,
    tamper: (file) => appendFileSync(join(site, "wp-content/plugins/huso", file), "\n"),
    async stop() {
      await stopServer();
      await database.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

// Without a network of its own: whoever is on this machine reaches it by its socket only.
async function startDatabase(folder) {
  const [data, socket] = [join(folder, "database"), join(folder, "mariadb.sock")];
  mkdirSync(data);
  const options = ["--no-defaults", `--datadir=${data}`];
  if (process.getuid() === 0) options.push("--user=root");
  execFileSync("mariadb-install-db", [...options, "--auth-root-authentication-method=normal", "--skip-test-db"], { stdio: "ignore" });
  const quick = ["--skip-networking", "--innodb-flush-log-at-trx-commit=0", "--innodb-doublewrite=0", "--innodb-buffer-pool-size=64M"];
  const server = spawn("/usr/sbin/mariadbd", [...options, ...quick, `--socket=${socket}`], { stdio: ["ignore", "ignore", "pipe"] });
  const end = () => server.kill("SIGTERM");
  process.on("exit", end);
  await says(server, server.stderr, /ready for connections/);
  const stop = async () => {
    process.off("exit", end);
    end();
    await once(server, "exit");
  };
  return { socket, stop };
}

function config(socket, address) {
  const constants = {
    DB_NAME: "wordpress", DB_USER: "root", DB_PASSWORD: "", DB_HOST: `localhost:${socket}`, DB_CHARSET: "utf8mb4", DB_COLLATE: "",
    WP_HOME: address, WP_SITEURL: address, AUTH_KEY: address, WP_DEBUG: true, WP_DEBUG_LOG: true, WP_DEBUG_DISPLAY: false,
    // Nothing is asked of the world outside.
    WP_HTTP_BLOCK_EXTERNAL: true, WP_ACCESSIBLE_HOSTS: "127.0.0.1", DISABLE_WP_CRON: true, AUTOMATIC_UPDATER_DISABLED: true,
    FS_METHOD: "direct",
  };
  const lines = Object.entries(constants).map(([name, value]) => `define( '${name}', ${JSON.stringify(value)} );`);
  const end = "$table_prefix = 'wp_';\ndefined( 'ABSPATH' ) || define( 'ABSPATH', __DIR__ . '/' );\nrequire_once ABSPATH . 'wp-settings.php';\n";
  return `<?php\n${lines.join("\n")}\n${end}`;
}

async function serve(site, address) {
  const options = ["-d", "opcache.enable_cli=1", "-d", "upload_max_filesize=8M", "-S", new URL(address).host, "-t", site];
  const server = spawn("php", [...options, join(here, "router.php")], {
    // The site asks itself, too.
    env: { ...process.env, PHP_CLI_SERVER_WORKERS: "4" },
    // Its workers end with their group only.
    detached: true,
    stdio: ["ignore", "ignore", "pipe"],
  });
  const end = () => process.kill(-server.pid, "SIGTERM");
  process.on("exit", end);
  await says(server, server.stderr, /started/);
  return async () => {
    process.off("exit", end);
    end();
    await once(server, "exit");
  };
}

function says(program, stream, words) {
  let log = "";
  return new Promise((found, failed) => {
    stream.on("data", (data) => {
      log = (log + data).slice(-10_000);
      if (words.test(log)) found();
    });
    program.on("exit", () => failed(new Error(`it did not start:\n${log}`)));
    program.on("error", failed);
  });
}

async function freePort() {
  const server = createServer();
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}
