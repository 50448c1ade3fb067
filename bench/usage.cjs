// Preloaded into a child: leaves its peak resident memory (kB) and its CPU time (ms, all threads) in the file that USAGE_FILE names.
const { isMainThread } = require("node:worker_threads");
if (isMainThread)
  process.on("exit", () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    const usage = { kilobytes: maxRSS, cpu: (userCPUTime + systemCPUTime) / 1000 };
    require("node:fs").writeFileSync(process.env.USAGE_FILE, JSON.stringify(usage));
  });
