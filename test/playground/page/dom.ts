type Attributes = Readonly<Record<string, string | boolean | ((event: Event) => void)>>;

/** Makes an element: attributes, listeners (`onclick`), children. */
export function el<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(key.slice(2), value);
    else if (typeof value === "boolean") element.toggleAttribute(key, value);
    else element.setAttribute(key, value);
  }
  element.append(...children);
  return element;
}

/** Hands bytes to the browser as a file. */
export function download(name: string, bytes: Uint8Array): void {
  const link = el("a", { href: URL.createObjectURL(new Blob([bytes.slice()])), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Lets the person choose one file; undefined where they choose none. */
export function chooseFile(accept: string): Promise<File | undefined> {
  return new Promise((resolve) => {
    const input = el("input", {
      type: "file",
      accept,
      class: "chooser",
      onchange: () => done(input.files?.[0]),
      oncancel: () => done(undefined),
    });
    const done = (file: File | undefined): void => {
      input.remove();
      resolve(file);
    };
    document.body.append(input);
    input.click();
  });
}
