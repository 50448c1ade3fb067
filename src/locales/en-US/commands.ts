import type { CommandWords } from "../commands";

export const commands: CommandWords = { product: "Cluster Report" };
