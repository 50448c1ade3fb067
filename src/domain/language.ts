/** BCP 47 tag of a language that the program speaks. */
export type Language = "zh-CN" | "en-US";

/** A text in several languages. */
export type Worded = Readonly<Record<Language, string>>;
