import type { FormWords } from "../form-words";

export const form: FormWords = { explained: "Explained" };
