import { SITUATIONS, type NamedFile, type Situation } from "../gallery";
import type { Language, Say } from "../words";
import { download, el } from "./dom";

/** The dialog that offers the situations. @returns the one that was chosen; undefined where it was closed */
export function chooseSituation(language: Language, say: Say, current: string | undefined): Promise<Situation | undefined> {
  return new Promise((resolve) => {
    const box = el(
      "dialog",
      {
        class: "gallery",
        "aria-label": say("gallery"),
        onclose: () => (box.remove(), resolve(SITUATIONS.find(({ id }) => id === box.returnValue))),
      },
      el("h2", {}, say("galleryTitle")),
      el("p", {}, say("gallerySays")),
      el(
        "form",
        { method: "dialog", class: "cards" },
        ...SITUATIONS.map(({ id, title, says }) =>
          el(
            "button",
            { value: id, class: "card", ...(id === current ? { "aria-current": "true" } : {}) },
            el("strong", {}, title[language]),
            el("span", {}, says[language]),
          ),
        ),
      ),
    );
    document.body.append(box);
    box.showModal();
  });
}

/** The files that lie at hand, to be chosen in the pane or taken to the disk. */
export function shelf(files: readonly NamedFile[], say: Say, choose: (files: readonly File[]) => void): HTMLElement {
  const asFile = ({ name, bytes }: NamedFile): File => new File([bytes.slice()], name);
  return el(
    "section",
    { class: "shelf", "aria-label": say("atHand"), hidden: files.length === 0 },
    el("strong", {}, say("atHand")),
    el("button", { class: "primary", onclick: () => choose(files.map(asFile)) }, `${say("give")} (${files.length})`),
    el(
      "ul",
      {},
      ...files.map((file) =>
        el(
          "li",
          {},
          el(
            "button",
            { class: "file", title: `${say("save")} ${file.name}`, onclick: () => download(file.name, file.bytes) },
            `↓ ${file.name}`,
          ),
        ),
      ),
    ),
  );
}
