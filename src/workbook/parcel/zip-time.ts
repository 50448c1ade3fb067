import type { ZipEntry } from "../xlsx/zip";
import { extraField } from "./zip-extra";

const UNIX_TIME = 0x5455;
/** China has one time, without summer time; forms are written and packed there. */
const CHINA = 8 * 3_600_000;

/**
 * When a zip entry was last changed, as ISO 8601 in UTC: by its Unix time where the writer added one (APPNOTE 4.6, 0x5455), else by its
 * MS-DOS time, which is local and names no zone: it is read as China's, so that every machine reads the same.
 */
export function entryTime({ modified, extra }: ZipEntry): string | undefined {
  const unix = extraField(extra, UNIX_TIME);
  // Bit 0 of the first byte says that the time of the last change is there.
  if (unix && unix.length >= 5 && unix[0]! & 1)
    return new Date(new DataView(unix.buffer, unix.byteOffset, unix.length).getInt32(1, true) * 1_000).toISOString();
  const [date, time] = [modified >>> 16, modified & 0xffff];
  const [year, month, day] = [1980 + (date >> 9), (date >> 5) & 15, date & 31];
  // 1980-01-01 is what writers put who know no time.
  if (month < 1 || month > 12 || day < 1 || (date === 0x21 && time === 0)) return undefined;
  return new Date(Date.UTC(year, month - 1, day, time >> 11, (time >> 5) & 63, (time & 31) * 2) - CHINA).toISOString();
}
