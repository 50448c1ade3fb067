/** So long an address may take before the next is tried. */
const PATIENCE = 15_000;

function loadScript(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const script = document.createElement("script");
    const timer = setTimeout(() => resolve(false), PATIENCE);
    const end = (loaded: boolean) => (): void => {
      clearTimeout(timer);
      if (!loaded) script.remove();
      resolve(loaded);
    };
    script.src = address;
    script.onload = end(true);
    script.onerror = end(false);
    document.head.append(script);
  });
}

/**
 * Loads office.js from the first address that answers: the worldwide one cannot be reached from every network.
 * @returns whether one did
 */
export async function loadOffice(addresses: readonly string[]): Promise<boolean> {
  for (const address of addresses) {
    if ((await loadScript(address)) && "Office" in globalThis) return true;
  }
  return false;
}
