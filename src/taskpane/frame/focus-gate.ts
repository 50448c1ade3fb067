/** Acts of a person that happen before they give the pane the keyboard, or without: Fluent keeps some presses from giving it. */
const PRESS = /^(click|(mouse|pointer)(down|up))$/;

/**
 * The pane never takes the keyboard unless the person acts in it: while they type in the grid, nothing here gets the focus, whoever asks
 * for it. It stands below `focus()` itself, since Fluent's dialogs and React's `autoFocus` call that, too. What asked last gets the focus
 * when the person comes.
 * @param view the window of the pane
 */
export function gateFocus(view: Window & typeof globalThis): void {
  const { prototype } = view.HTMLElement;
  const { focus } = prototype;
  let waiting: HTMLElement | undefined;
  prototype.focus = function (this: HTMLElement, options?: FocusOptions): void {
    const { event, document } = view;
    const may = document.hasFocus() || (event?.isTrusted === true && PRESS.test(event.type));
    waiting = may ? undefined : this;
    if (may) focus.call(this, options);
  };
  view.addEventListener("focus", () => {
    // Whoever comes with the mouse gets the focus where they press, and what is under the mouse must not scroll away.
    if (waiting?.isConnected) focus.call(waiting, { preventScroll: true });
    waiting = undefined;
  });
}
