import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { catalogue } from "../forms";
import { browserWorkers } from "../workers/browser";
import { preferredLanguage } from "./language";
import { Shell } from "./Shell";
import { JobClient } from "./work/job-client";
import { Workspace } from "./work/workspace";
import { Store } from "./work/store";

const makeClient = (): JobClient => new JobClient(browserWorkers(() => new Worker(new URL("./worker.ts", import.meta.url))));
const client = makeClient();

void preferredLanguage(catalogue.form).then((tongue) => {
  const workspace = new Workspace(client, new Store(), () => tongue.locale());
  createRoot(document.getElementById("page")!).render(
    <StrictMode>
      <Shell catalogue={catalogue} tongue={tongue} makeClient={makeClient} client={client} workspace={workspace} session={{}} />
    </StrictMode>,
  );
});

// Only a page that comes over http can keep itself for the time without a network.
if ("serviceWorker" in navigator && location.protocol.startsWith("http"))
  void navigator.serviceWorker.register("service-worker.js").catch(() => undefined);
