/** What a table says under a name that comes from outside: `constructor` and its like are no entries of it. */
export const lookUp = <Value>(table: Readonly<Record<string, Value>>, name: string): Value | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined
