/**
 * Preloaded into the command line: counts its calls to the file system and lets one of them go wrong.
 * FAULT is JSON: `at` (which call, from 1; none where absent), `error` (an errno name) or `signal` (sent to the program itself just before the
 * call), `log` (a file for the names of the calls), `lasting` (the call and all later ones of its name fail),
 * `taken` (somebody else has put a file at the call's second path, a moment before).
 * Calls about the program's own files, and those of its workers, are not counted.
 */
const fs = require("node:fs");
const promises = require("node:fs/promises");
const { constants } = require("node:os");
const { dirname } = require("node:path");
const { isMainThread } = require("node:worker_threads");

if (isMainThread && process.env.FAULT) {
  const { at, error, signal, log, lasting, taken } = JSON.parse(process.env.FAULT);
  const own = dirname(process.argv[1]);
  const names = [];
  const write = fs.writeFileSync;
  let failing;

  /** Counts a call. @returns what it has to throw, if anything */
  const counted = (name, path, second) => {
    names.push(name);
    const hit = names.length === at;
    if (hit && signal) process.kill(process.pid, signal);
    if (hit && taken) write(second, "somebody else's");
    if (hit && error && lasting) failing = name;
    if (!error || !(hit || name === failing)) return undefined;
    return Object.assign(new Error(`${error}: injected into ${name} ${path}`), {
      code: error,
      errno: -constants.errno[error],
      syscall: name.replace(/Sync$/, ""),
      path,
    });
  };
  const isOwn = (path) => typeof path === "string" && (path.startsWith(own) || path.includes("node_modules"));

  for (const name of Object.keys(fs).filter((key) => key.endsWith("Sync") && key !== "existsSync")) {
    const real = fs[name];
    const wrapped = function (...args) {
      if (isOwn(args[0])) return real.apply(this, args);
      const fault = counted(name, args[0], args[1]);
      if (fault) throw fault;
      return real.apply(this, args);
    };
    fs[name] = Object.assign(wrapped, real);
  }

  const open = promises.open;
  promises.open = async (path, ...rest) => {
    const fault = counted("open", path);
    if (fault) throw fault;
    const handle = await open(path, ...rest);
    for (const name of ["writeFile", "sync", "close"]) {
      const real = handle[name].bind(handle);
      handle[name] = async (...args) => {
        const failed = counted(`handle.${name}`, path);
        // A file that does not close well is closed all the same.
        if (failed && name === "close") await real(...args);
        if (failed) throw failed;
        return real(...args);
      };
    }
    return handle;
  };

  if (log) process.on("exit", () => write(log, JSON.stringify(names)));
}
