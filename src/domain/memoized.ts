/**
 * What is kept under a key, made where nothing is.
 * @param most so much is kept; then all of it is forgotten, which is simpler than an order of use and costs one making of each
 */
export function memoized<T>(known: Map<string, T>, most: number, key: string, make: () => T): T {
  const before = known.get(key);
  if (before !== undefined) return before;
  if (known.size >= most) known.clear();
  const value = make();
  known.set(key, value);
  return value;
}

/** A function that is worked out once for each object that it is asked about, and forgotten with that object. */
export function memoizedBy<K extends object, T>(make: (key: K) => T): (key: K) => T {
  const known = new WeakMap<K, { readonly value: T }>();
  return (key) => {
    let one = known.get(key);
    if (!one) known.set(key, (one = { value: make(key) }));
    return one.value;
  };
}
