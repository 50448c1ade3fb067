import type { Appearance } from "./theme";

/** Hands a file to the browser, which puts it where it puts downloads. */
export function download(name: string, contents: Uint8Array | Blob, type: string): void {
  const url = URL.createObjectURL(contents instanceof Blob ? contents : new Blob([contents.slice()], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // Some engines read the blob only after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Copies a text; false where the engine lacks a clipboard or does not let us write to it. */
export async function copy(text: string): Promise<boolean> {
  try {
    // In the web view of an Office program the clipboard may be missing altogether.
    const clipboard = navigator.clipboard as Clipboard | undefined;
    await clipboard?.writeText(text);
    return clipboard !== undefined;
  } catch {
    return false;
  }
}

/** How the person's system looks, with what Office says of its own ground. */
export function appearanceOf(background: string | undefined): Appearance {
  const asked = (query: string): boolean => window.matchMedia(query).matches;
  return {
    background,
    forced: asked("(forced-colors: active)"),
    contrast: asked("(prefers-contrast: more)"),
    dark: asked("(prefers-color-scheme: dark)"),
  };
}
