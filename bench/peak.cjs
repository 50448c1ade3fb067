// Preloaded into a child: leaves its peak resident memory (kB) in the file that PEAK_FILE names.
process.on("exit", () => require("node:fs").writeFileSync(process.env.PEAK_FILE, String(process.resourceUsage().maxRSS)));
