import type { Say } from "../words";
import type { Objection } from "../grid/judge-entry";
import { el } from "./dom";

/** Asks in a dialog that holds the page until it is answered. @returns the value of the button, or empty where it was closed */
function dialog(
  role: "alertdialog" | "dialog",
  title: string,
  body: readonly (Node | string)[],
  buttons: readonly (readonly [value: string, label: string])[],
): Promise<string> {
  return new Promise((resolve) => {
    const box = el(
      "dialog",
      { role, class: "ask", "aria-label": title, onclose: () => (box.remove(), resolve(box.returnValue)) },
      el("h2", {}, title),
      el("div", { class: "ask-text" }, ...body),
      el(
        "form",
        { method: "dialog", class: "ask-buttons" },
        ...buttons.map(([value, label], index) =>
          el("button", { value, class: index === 0 ? "primary" : "", autofocus: index === 0 }, label),
        ),
      ),
    );
    document.body.append(box);
    box.showModal();
  });
}

/** As Excel asks about an entry that a validation objects to. @returns whether it stays */
export async function askAbout({ title, text, optional }: Objection, say: Say): Promise<boolean> {
  const words = [text || say("invalid"), ...(optional ? [el("p", {}, say("goOn"))] : [])];
  const answer = await dialog(
    "alertdialog",
    title || say("excelSays"),
    words,
    optional
      ? [
          ["yes", say("yes")],
          ["no", say("no")],
        ]
      : [["", say("ok")]],
  );
  return answer === "yes";
}

/** Tells something that Excel would tell in a box. */
export async function tellInBox(text: string, say: Say): Promise<void> {
  // Several refusals of one act are told once.
  if (document.querySelector("dialog.ask[open]")) return;
  await dialog("alertdialog", say("excelSays"), [text], [["", say("ok")]]);
}

/** A line at the foot of the page that goes by itself, with what can be done about it. */
export function toast(text: string, action?: readonly [label: string, act: () => void]): void {
  document.querySelector(".toast")?.remove();
  const box = el(
    "div",
    { class: "toast", role: "status" },
    text,
    ...(action ? [el("button", { onclick: () => (box.remove(), action[1]()) }, action[0])] : []),
  );
  document.body.append(box);
  setTimeout(() => box.remove(), 12_000);
}
