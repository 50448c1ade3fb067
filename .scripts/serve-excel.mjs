import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:https";
import { homedir } from "node:os";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import devCerts from "office-addin-dev-certs";

/** `npm run start:excel`: serves dist/pane over https on this machine, with a certificate that Excel here trusts, and says how to add it. */

const PORT = 3443;
const folder = fileURLToPath(new URL("../dist/pane/", import.meta.url));
const manifest = join(folder, "manifest.xml");
const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".png": "image/png", ".xml": "text/xml" };

/** How a manifest gets into Excel by hand (Microsoft: Sideload Office Add-ins for testing). */
const STEPS = {
  win32: [
    "Windows：把下面的文件夹设为共享文件夹，在 Excel“文件 > 选项 > 信任中心 > 受信任的加载项目录”中添加它的网络路径，勾选“显示在菜单中”，重启 Excel。",
    "然后在“插入（开始）> 加载项 > 共享文件夹”中选择“集群统计”。",
    `  ${folder}`,
  ],
  darwin: [
    "Mac：把清单复制到 Excel 的文件夹，重启 Excel，然后在“插入 > 我的加载项”中选择“集群统计”：",
    `  mkdir -p ~/Library/Containers/com.microsoft.Excel/Data/Documents/wef && cp "${manifest}" ~/Library/Containers/com.microsoft.Excel/Data/Documents/wef/`,
  ],
};
const WEB = ["网页版 Excel：打开任一工作簿，“插入（开始）> 加载项 > 更多加载项 > 我的加载项 > 上传我的加载项”，选择：", `  ${manifest}`];

function answer(request, response) {
  const path = normalize(decodeURIComponent(new URL(request.url ?? "/", "https://localhost").pathname));
  const file = join(folder, path === "/" ? "taskpane.html" : path);
  if (!file.startsWith(folder) || !existsSync(file) || !statSync(file).isFile()) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream", "cache-control": "no-store" });
  createReadStream(file).pipe(response);
}

/** A certificate that this machine trusts; where it cannot be made to, one that it does not, and a word about it. */
async function certificate() {
  try {
    return await devCerts.getHttpsServerOptions();
  } catch {
    const home = join(homedir(), ".office-addin-dev-certs");
    console.error(`开发证书没有装入本机的信任列表（需要管理员权限）。要让 Excel 信任它，请自行安装：${join(home, "ca.crt")}`);
    return { cert: readFileSync(join(home, "localhost.crt")), key: readFileSync(join(home, "localhost.key")) };
  }
}

if (!existsSync(manifest)) {
  console.error("还没有 dist/pane：请先运行 npm run build。");
  process.exit(1);
}
const options = await certificate();
createServer(options, answer).listen(PORT, "localhost", () => {
  console.log([`https://localhost:${PORT}/  （Ctrl+C 结束）`, "", ...(STEPS[process.platform] ?? []), ...WEB].join("\n"));
});
