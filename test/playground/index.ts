import { Playground } from "./page/playground";
import type { Language } from "./words";

/** The page: made once, from what its address says. `?lang=en-US` is English; `#id` is the situation. */
const language: Language = new URLSearchParams(location.search).get("lang") === "en-US" ? "en-US" : "zh-CN";
document.documentElement.lang = language;
window.playground = new Playground(document.getElementById("playground")!, language);
void window.playground.start();
