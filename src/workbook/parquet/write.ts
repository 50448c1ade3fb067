import { ByteWriter, parquetWrite } from "hyparquet-writer";

/** A column of numbers or texts; null where a row has none. */
export interface ParquetColumn {
  readonly name: string;
  readonly type: "number" | "text";
  readonly values: (number | string | null)[];
}

/** Writes a table as a Parquet file: numbers as DOUBLE, texts as UTF8, both may be null. The same table gives the same bytes. */
export async function writeParquet(columns: readonly ParquetColumn[]): Promise<Uint8Array> {
  const writer = new ByteWriter();
  await parquetWrite({
    writer,
    columnData: columns.map(({ name, type, values }) => ({
      name,
      data: values,
      type: type === "number" ? "DOUBLE" : "STRING",
      nullable: true,
    })),
    createdBy: "cluster-report",
  });
  return writer.getBytes();
}
