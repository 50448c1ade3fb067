/** What a chooser offers; anything else that is put in is refused in words. */
export const ACCEPT = ".xlsx,.zip,.eml";
