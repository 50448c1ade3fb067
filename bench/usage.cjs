// Preloaded into a child: leaves its peak resident memory (kB) and its CPU time (ms, all threads) in the file that USAGE_FILE names.
const { readFileSync, writeFileSync } = require("node:fs");
const { isMainThread } = require("node:worker_threads");

/** On Linux, maxRSS of a child begins with that of the process that started it; the high-water mark is its own. */
function peak(maxRSS) {
  try {
    return Number(/^VmHWM:\s*(\d+) kB$/m.exec(readFileSync("/proc/self/status", "latin1"))[1]);
  } catch {
    return maxRSS;
  }
}

if (isMainThread)
  process.on("exit", () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    const usage = { kilobytes: peak(maxRSS), cpu: (userCPUTime + systemCPUTime) / 1000 };
    writeFileSync(process.env.USAGE_FILE, JSON.stringify(usage));
  });
