import { reads, type HostObject } from "./object";

/** Where the page of the add-in runs, as `OfficeCore.AppRuntimeState` names it. */
export type RuntimeState = "Inactive" | "Background" | "Visible";

/** What Office keeps about that page. */
export interface Runtime {
  state: RuntimeState;
  /** How it is when the open workbook is opened again. */
  startState: RuntimeState;
}

/** What Office itself offers beside the workbook: the client asks for these by name when it starts, and to show the pane. */
export function officeServices(runtime: Runtime): Readonly<Record<string, HostObject>> {
  return {
    "Microsoft.InternalService.AddinInternalService": {
      type: "AddinInternalService",
      methods: { NotifyActionHandlerReady: () => undefined },
    },
    "Microsoft.AppRuntime.AppRuntimeService": {
      type: "AppRuntimeService",
      scalars: { State: reads(() => runtime.state) },
      methods: {
        GetAppRuntimeState: () => runtime.state,
        SetAppRuntimeState: (wanted) => void (runtime.state = wanted as RuntimeState),
      },
    },
    "Microsoft.AppRuntime.AppRuntimePersistenceService": {
      type: "AppRuntimePersistenceService",
      methods: {
        GetAppRuntimeStartState: () => runtime.startState,
        SetAppRuntimeStartState: (wanted) => void (runtime.startState = wanted as RuntimeState),
      },
    },
  };
}
