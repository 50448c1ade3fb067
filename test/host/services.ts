import { reads, type HostObject } from "./object";

/** What Office itself offers beside the workbook: the client asks for these by name when it starts, and to show the pane. */
export function officeServices(showPane: () => void): Readonly<Record<string, HostObject>> {
  let state = "Visible";
  return {
    "Microsoft.InternalService.AddinInternalService": {
      type: "AddinInternalService",
      methods: { NotifyActionHandlerReady: () => undefined },
    },
    "Microsoft.AppRuntime.AppRuntimeService": {
      type: "AppRuntimeService",
      scalars: { State: reads(() => state) },
      methods: {
        GetAppRuntimeState: () => state,
        SetAppRuntimeState: (wanted) => {
          state = String(wanted);
          if (state === "Visible") showPane();
        },
      },
    },
  };
}
