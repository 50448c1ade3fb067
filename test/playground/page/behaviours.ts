import { BEHAVIOUR_IDS, BEHAVIOURS, type BehaviourId } from "../../host/behaviours";
import type { Language, Say } from "../words";
import { el } from "./dom";

/** The menu of what this Excel does as real ones are known to; each switch works at once. @param on what is switched on, kept up to date */
export function behaviourMenu(on: Set<BehaviourId>, language: Language, say: Say): HTMLElement {
  const count = el("b");
  const tell = (): void => count.replaceChildren(String(on.size));
  const box = (id: BehaviourId): HTMLElement => {
    const input = el("input", { type: "checkbox", "data-behaviour": id, checked: on.has(id) });
    input.addEventListener("change", () => {
      if (input.checked) on.add(id);
      else on.delete(id);
      tell();
    });
    const { says, source } = BEHAVIOURS[id];
    return el("label", {}, input, el("span", {}, says[language], el("small", {}, source)));
  };
  tell();
  const head = el("summary", {}, say("behaviours"), " ", count);
  const menu = el(
    "details",
    { class: "behaviours" },
    head,
    el("fieldset", {}, el("legend", {}, say("behavioursSay")), ...BEHAVIOUR_IDS.map(box)),
  );
  menu.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape") return;
    menu.open = false;
    head.focus();
  });
  return menu;
}
