import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { serveHere, steps } from "./serve-excel.mjs";

/** `npm run record`: serves the recording kit (test/host/recorder) over https on this machine, and says how to open it in Excel. */

const folder = resolve(fileURLToPath(new URL("../node_modules/.cache/recorder", import.meta.url)));
const url = await serveHere(folder);
console.log(
  [
    `${url}recorder.html  （Ctrl+C 结束）`,
    "先用浏览器打开上面的地址，提示不安全的选择继续访问。步骤见 test/host/README.md。",
    "Open the address in the browser first, and go on where it warns. The steps are in test/host/README.md.",
    "",
    ...steps(folder, "录制 Excel 的行为"),
    "浏览器询问能否访问本地网络的，点“允许”。在打开的窗格中点“开始”，照提示做，最后点“复制”。",
  ].join("\n"),
);
