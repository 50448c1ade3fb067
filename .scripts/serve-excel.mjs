import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import devCerts from "office-addin-dev-certs";
import { fileAt, pathOf, serveFiles } from "./serve.mjs";

/** `npm run start:excel`: serves dist/pane over https on this machine, with a certificate that Excel here trusts, and says how to add it. */

const PORT = 3443;
const folder = resolve(fileURLToPath(new URL("../dist/pane", import.meta.url)));
const manifest = join(folder, "manifest.xml");

/** How the manifest of a folder gets into Excel by hand (Microsoft: Sideload Office Add-ins for testing). @param name of the add-in, as its manifest has it */
export function steps(base = folder, name = "集群统计", platform = process.platform) {
  const file = join(base, "manifest.xml");
  const desktop = {
    win32: [
      "Windows：把下面的文件夹设为共享文件夹，在 Excel“文件 > 选项 > 信任中心 > 受信任的加载项目录”中添加它的网络路径，勾选“显示在菜单中”，重启 Excel。",
      `然后在“插入（开始）> 加载项 > 共享文件夹”中选择“${name}”。`,
      `  ${base}`,
    ],
    darwin: [
      `Mac：把清单复制到 Excel 的文件夹，重启 Excel，然后在“插入 > 我的加载项”中选择“${name}”：`,
      `  mkdir -p ~/Library/Containers/com.microsoft.Excel/Data/Documents/wef && cp "${file}" ~/Library/Containers/com.microsoft.Excel/Data/Documents/wef/`,
    ],
  };
  return [
    ...(desktop[platform] ?? []),
    "网页版 Excel：打开任一工作簿，“插入（开始）> 加载项 > 更多加载项 > 我的加载项 > 上传我的加载项”，选择：",
    `  ${file}`,
    // Local network access of Chrome 142 and its kin: OfficeDev/office-js#6174.
    "  Chrome、Edge 问是否允许访问本地网络中的设备（或本机的应用）时，请点“允许”：窗格来自本机，不允许就打不开。",
  ];
}

/** Serves the pane, or another folder, on this machine only, where the manifest says. @returns the server and its address */
export function serve(certificate, port = PORT, base = folder) {
  // Excel must see a new build at once.
  const more = () => ({ "Cache-Control": "no-store" });
  return serveFiles({ find: (address) => fileAt(pathOf(address), base, "taskpane.html"), more, port, ports: 1, certificate });
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

/** Serves where the manifest says; where another program does so already, says that and ends. @returns the address */
export async function serveHere(base = folder) {
  const { url } = await serve(await certificate(), PORT, base).catch((error) => {
    if (error.code !== "EADDRINUSE") throw error;
    console.error(`端口 ${PORT} 已被占用：可能已经在运行。请先结束占用它的程序。`);
    process.exit(1);
  });
  return url;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  if (!existsSync(manifest)) {
    console.error("还没有 dist/pane：请先运行 npm run build。");
    process.exit(1);
  }
  const url = await serveHere();
  console.log([`${url}  （Ctrl+C 结束）`, "", ...steps()].join("\n"));
}
