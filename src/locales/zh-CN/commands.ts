import type { CommandWords } from "../commands";

export const commands: CommandWords = { product: "产业集群统计表" };
