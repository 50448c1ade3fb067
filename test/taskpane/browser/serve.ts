import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import { createServer, type Server } from "node:http";
import { extname, join } from "node:path";

const root = join(__dirname, "..", "..", "..");
/** The pane as any static host would serve it. */
export const PANE = join(root, "dist", "pane");
const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".png": "image/png",
  ".xml": "text/xml",
};

/** The script that stands for office.js in tests: Microsoft's Excel client as it is, then the in-memory Excel. */
export function officeStub(): string {
  const out = join(root, "node_modules", ".cache", "pane-stub");
  webpack(["--config", join(__dirname, "stub.webpack.cjs"), "--output-path", out]);
  const client = fs.readFileSync(require.resolve("@microsoft/office-js/dist/excel-web-16.00.js"), "utf8");
  return `${client}\n;${fs.readFileSync(join(out, "stub.js"), "utf8")}`;
}

function webpack(args: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, [require.resolve("webpack-cli/bin/cli.js"), ...args], {
    cwd: root,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`${stdout}${stderr}`);
}

/** Serves a pane on this machine only. @param pane the folder of another build */
export async function servePane(pane = PANE): Promise<{ readonly url: string; readonly server: Server }> {
  const server = createServer((request, response) => {
    const name = (request.url ?? "/").split("?")[0]!.replace(/^\/+/, "");
    const file = join(pane, name);
    if (!file.startsWith(pane) || !fs.existsSync(file) || fs.statSync(file).isDirectory()) return void response.writeHead(404).end();
    response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" }).end(fs.readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("The server has no port");
  return { url: `http://localhost:${address.port}`, server };
}
