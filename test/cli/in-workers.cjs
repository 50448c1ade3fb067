/** Preloaded into the command line's workers. WORKERS says what goes wrong there: "start" (none can start), "memory" (a file called bomb.xlsx takes all there is), "uncaught" (in the program itself). */
const { isMainThread, parentPort } = require("node:worker_threads");

const wrong = process.env.WORKERS;
if (isMainThread) {
  if (wrong === "uncaught") process.nextTick(() => Promise.reject(new Error("nobody waits for this")));
} else if (wrong === "start") throw new Error("no thread to be had");
else if (wrong === "memory")
  parentPort.on("message", ({ job }) => {
    const taken = [];
    while (job.arrival.path[0].endsWith("bomb.xlsx")) taken.push(new Array(1e6).fill(0.5));
  });
