import { useSyncExternalStore } from "react";

/** Where one is on the page. */
export type Route = "home" | "take" | "check" | "consolidate" | "define" | "help";

const ROUTES: readonly Route[] = ["home", "take", "check", "consolidate", "define", "help"];

function routeOf(hash: string): Route {
  const [, task] = hash.split("/");
  return ROUTES.find((route) => route === task) ?? "home";
}

function listen(heard: () => void): () => void {
  window.addEventListener("hashchange", heard);
  return () => window.removeEventListener("hashchange", heard);
}

/** The place that stands behind the # of the address: the browser's own way back works, from a plain folder, too. */
export function useRoute(): Route {
  return useSyncExternalStore(listen, () => routeOf(location.hash));
}

/** The file that the address names; undefined for the list of files, and at another task. */
export function fileInAddress(): number | undefined {
  const id = /^#\/check\/(\d+)$/.exec(location.hash)?.[1];
  return id === undefined ? undefined : Number(id);
}

/** The address of a file, or of the list of files. */
export function addressOf(file: number | undefined): string {
  return file === undefined ? "#/check" : `#/check/${file}`;
}
