import type { Port, Reply, Request, Start } from "./protocol";

/** Workers of a browser. @param make such as `() => new Worker(new URL("./worker.ts", import.meta.url))`: the bundler has to see it there */
export function browserWorkers(make: () => Worker): Start {
  return ({ reply, fell }) => {
    const worker = make();
    worker.onmessage = ({ data }: MessageEvent<Reply<unknown, unknown>>) => reply(data);
    worker.onerror = () => fell("broken");
    return {
      post: (request) => worker.postMessage(request),
      end: async () => {
        worker.onmessage = worker.onerror = null;
        worker.terminate();
      },
    };
  };
}

/** The side of a worker within a browser. */
export const browserPort: Port = {
  post: (reply) => self.postMessage(reply),
  listen: (onRequest) => self.addEventListener("message", ({ data }: MessageEvent<Request<unknown>>) => onRequest(data)),
};
