import type { Language } from "../words";
import { el } from "./dom";

/** One button of the ribbon, as the manifest describes it. */
interface Control {
  readonly label: string;
  readonly tip: string;
  readonly icon: string;
  /** The function it calls; undefined where it opens the pane. */
  readonly calls: string | undefined;
}
interface Group {
  readonly label: string;
  readonly controls: readonly Control[];
}

/** Reads what Excel would: the tab, its groups and buttons, in a language. */
async function readManifest(language: Language): Promise<{ readonly tab: string; readonly groups: readonly Group[] }> {
  const text = await (await fetch("/pane/manifest.xml")).text();
  const xml = new DOMParser().parseFromString(text, "application/xml");
  const all = (from: ParentNode, name: string): Element[] => [...from.querySelectorAll("*")].filter(({ localName }) => localName === name);
  const child = (from: Element, name: string): Element | undefined => [...from.children].find(({ localName }) => localName === name);
  const word = (id: string | null | undefined): string => {
    const found = all(xml, "String").find((one) => one.getAttribute("id") === id);
    const own = found && [...found.children].find((one) => one.getAttribute("Locale") === language);
    return own?.getAttribute("Value") ?? found?.getAttribute("DefaultValue") ?? "";
  };
  const label = (from: Element, name = "Label"): string => word(child(from, name)?.getAttribute("resid"));
  const image = (control: Element): string => {
    const id = all(control, "Image")
      .find((one) => one.getAttribute("size") === "32")
      ?.getAttribute("resid");
    const address =
      all(xml, "Image")
        .find((one) => one.getAttribute("id") === id)
        ?.getAttribute("DefaultValue") ?? "";
    // The manifest names where the build will be served from; here the same file lies beside it.
    return address.replace(/^.*\/assets\//, "/pane/assets/");
  };
  const [tab] = all(xml, "CustomTab");
  return {
    tab: tab ? label(tab) : "",
    groups: all(tab ?? xml, "Group").map((group) => ({
      label: label(group),
      controls: all(group, "Control").map((control) => ({
        label: label(control),
        tip: label(child(control, "Supertip")!, "Description"),
        icon: image(control),
        calls: all(control, "FunctionName")[0]?.textContent?.trim() || undefined,
      })),
    })),
  };
}

/** The ribbon tab of the add-in, made from its manifest. */
export async function ribbon(language: Language, press: (functionName: string | undefined) => void): Promise<HTMLElement> {
  const { tab, groups } = await readManifest(language);
  return el(
    "nav",
    { class: "ribbon", "aria-label": tab },
    el("div", { class: "ribbon-tab" }, tab),
    ...groups.map(({ label, controls }) =>
      el(
        "div",
        { class: "ribbon-group", role: "group", "aria-label": label },
        el(
          "div",
          { class: "ribbon-buttons" },
          ...controls.map((control) =>
            el(
              "button",
              { title: control.tip, onclick: () => press(control.calls) },
              el("img", { src: control.icon, alt: "", width: "32", height: "32" }),
              el("span", {}, control.label),
            ),
          ),
        ),
        el("div", { class: "ribbon-label", "aria-hidden": "true" }, label),
      ),
    ),
  );
}
