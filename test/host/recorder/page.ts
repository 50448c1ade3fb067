/// <reference types="office-js" />
import { loadOffice } from "../../../src/workbook/office";
import { el } from "../../playground/page/dom";
import { record } from "./record";
import type { Hand, Recording } from "./recording";

declare const OFFICE_ADDRESSES: readonly string[];

/** Milliseconds in which events come after what caused them. */
const LATE = 1_000;
/** Milliseconds after which an Excel that does not answer is waited for no longer. */
const PATIENCE = 60_000;

type Words = readonly [chinese: string, english: string];

const WORDS = {
  about: [
    "请先新建一个空白工作簿，再点“开始”。约三分钟；其间有几次会请您在表格里动手。录下的只有程序与 Excel 的一问一答，不含您的任何内容、姓名、文件名。",
    "Open a new blank workbook, then start. It takes some three minutes, and asks you a few times to do something in the grid. Only what the program asks Excel and is answered is kept: nothing of yours, no name, no file name.",
  ],
  start: ["开始", "Start"],
  goOn: ["继续", "Go on"],
  copy: ["复制", "Copy"],
  copied: [
    "已复制。请粘贴到一个文本文件，保存为 .json，寄给索取录制的人。",
    "Copied. Paste it into a text file, save it as .json, and send it to whoever asked for it.",
  ],
  refused: ["没能复制：文本已全选，请按 Ctrl+C（Mac 为 ⌘C）。", "Not copied: the text is selected, press Ctrl+C (⌘C on a Mac)."],
  notBlank: [
    "这个工作簿里有内容，或不止一张工作表。请新建空白工作簿，在那里打开本窗格。",
    "There is something in this workbook, or more than one sheet. Open this pane in a new blank workbook.",
  ],
  failed: ["Excel 没有应答，什么也没有录下：", "Excel did not answer, nothing was recorded: "],
  done: ["录完了。请点“复制”。这个工作簿可以不保存，直接关闭。", "Done. Press Copy. The workbook can be closed without saving."],
  noOffice: ["没能载入 office.js，请检查网络。", "office.js could not be loaded; check the network."],
  recording: ["录下的内容", "The recording"],
} as const satisfies Readonly<Record<string, Words>>;

const say = ([chinese, english]: Words): readonly (Node | string)[] => [chinese, el("small", { lang: "en" }, english)];

/** What a person is asked to do, in a short sentence. */
function askOf(does: Hand, sheet: string): Words {
  switch (does.kind) {
    case "undo":
      return [
        `请点一下“${sheet}”的任一单元格，按一次 Ctrl+Z（Mac 为 ⌘Z）。没有反应也没关系。`,
        `Click any cell of “${sheet}” and press Ctrl+Z (⌘Z on a Mac) once, whether or not anything happens.`,
      ];
    case "pick":
      return [
        `请在“${sheet}”的 ${does.place} 的下拉列表中选“${does.text}”。`,
        `Choose “${does.text}” from the list of ${does.place} on “${sheet}”.`,
      ];
    case "type": {
      const [where, what] = [does.entries.map(([place]) => place), does.entries.map(([, text]) => text)];
      return [
        `请在“${sheet}”的 ${where.join("、")} 中依次键入 ${what.join(" 、 ")} ，各按回车。`,
        `On “${sheet}”, type ${what.join(" , ")} into ${where.join(", ")}, each with Enter.`,
      ];
    }
  }
}

const kit = document.getElementById("kit")!;
const status = el("p", { role: "status" });
const button = (words: Words, does: () => void): HTMLButtonElement => el("button", { onclick: does }, `${words[0]} · ${words[1]}`);

/** Shows a sentence, and a button to press when it is done. */
function hand(does: Hand, sheet: string): Promise<void> {
  return new Promise((resolve) => {
    const next = button(WORDS.goOn, () => {
      next.remove();
      resolve();
    });
    status.replaceChildren(...say(askOf(does, sheet)));
    kit.append(next);
  });
}

/** A download does nothing in Excel for Mac, so the text is shown and copied. */
function show(recording: Recording): void {
  const text = el("textarea", { readonly: true, "aria-label": WORDS.recording.join(" · ") });
  text.value = JSON.stringify(recording);
  const copy = async (): Promise<void> => {
    text.select();
    const copied = await navigator.clipboard.writeText(text.value).then(
      () => true,
      () => document.execCommand("copy"),
    );
    status.replaceChildren(...say(copied ? WORDS.copied : WORDS.refused));
  };
  status.replaceChildren(...say(WORDS.done));
  kit.append(
    button(WORDS.copy, () => void copy()),
    text,
  );
}

async function run(): Promise<void> {
  const recording = await record({
    hand,
    pause: () => new Promise((resolve) => setTimeout(resolve, LATE)),
    step: (number, of, id) => status.replaceChildren(`${number} / ${of}：${id}`),
    patience: PATIENCE,
  });
  if (!("kind" in recording)) return show(recording);
  const { kind } = recording;
  if (kind === "not-blank") status.replaceChildren(...say(WORDS.notBlank));
  else status.replaceChildren(...say(WORDS.failed), recording.code);
  kit.append(start());
}

function start(): HTMLButtonElement {
  const begin = button(WORDS.start, () => {
    begin.remove();
    void run();
  });
  return begin;
}

async function open(): Promise<void> {
  kit.append(el("p", {}, ...say(WORDS.about)), status);
  if (!(await loadOffice(OFFICE_ADDRESSES))) return status.replaceChildren(...say(WORDS.noOffice));
  await Office.onReady();
  kit.append(start());
}

void open();
