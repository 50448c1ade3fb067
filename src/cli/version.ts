declare const CLUSTER_REPORT_VERSION: string | undefined;

/** Set from package.json when the bundle is made; sources run as they are (tests) have none. */
export const VERSION: string = typeof CLUSTER_REPORT_VERSION === "string" ? CLUSTER_REPORT_VERSION : "0.0.0";
