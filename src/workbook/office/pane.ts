/// <reference types="office-js" />

/** Whether pane and ribbon functions are one page here: only then can it be shown, hidden and started with a file. */
function shared(): boolean {
  return Office.context.requirements.isSetSupported("SharedRuntime", "1.1");
}

/** Opens the pane, where pane and ribbon functions are one page; elsewhere a function cannot. */
export async function showPane(): Promise<void> {
  if (shared()) await Office.addin.showAsTaskpane();
}

/**
 * Has Excel start the add-in, out of view, together with this workbook from the next time on. Not by the setting
 * `Office.AutoShowTaskpaneWithDocument`: with a shared runtime that shows a blank pane. A form without it is a form all the same, so
 * trouble is not told.
 */
export async function startWithFile(): Promise<void> {
  if (shared()) await Office.addin.setStartupBehavior(Office.StartupBehavior.load).catch(() => undefined);
}

/** Whether Excel starts the add-in together with this workbook. */
export async function startsWithFile(): Promise<boolean> {
  if (!shared()) return false;
  const behaviour = await Office.addin.getStartupBehavior().catch(() => Office.StartupBehavior.none);
  return behaviour === Office.StartupBehavior.load;
}

/**
 * Tells when the pane comes into view, and when it goes.
 * @returns how to stop listening
 */
export async function onPaneVisible(listener: (visible: boolean) => void): Promise<() => void> {
  if (!shared()) return () => undefined;
  const stop = await Office.addin.onVisibilityModeChanged(({ visibilityMode }) =>
    listener(visibilityMode === Office.VisibilityMode.taskpane),
  );
  return () => void stop();
}
