/** 表式码 of annex 2: a build fails where it is not that of the data beside it. */
export const code = "MX2X-BQ26-ABMH";
