/** 表式码 of annex 2: a build fails where it is not that of the data beside it. */
export const code = "QGHJ-J56E-GGH2";
