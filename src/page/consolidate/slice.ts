/** Rows of a list drawn in one frame. */
export const SLICE = 20;
