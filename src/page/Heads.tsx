/** The heads of a table's columns, each with the class that its cells have, if any. A column of buttons has none. */
export function Heads({ of }: { readonly of: readonly (readonly [head: string, className?: string])[] }) {
  return (
    <thead>
      <tr>
        {of.map(([head, className]) =>
          head === "" ? (
            <td key={head} className={className} />
          ) : (
            <th key={head} scope="col" className={className}>
              {head}
            </th>
          ),
        )}
      </tr>
    </thead>
  );
}
