/**
 * Lets the event loop turn. What was begun and waits for no clock has come by then, on a busy machine too: its turns come before ours,
 * however long each takes.
 */
export async function turns(count = 20): Promise<void> {
  for (let turn = 0; turn < count; turn++) await new Promise((resolve) => setTimeout(resolve));
}
