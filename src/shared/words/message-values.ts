/**
 * What the holes of an ICU sentence have to be filled with, read from the sentence itself: `{name}` takes text, `{count, number}`
 * and `{count, plural, …}` a number, `{kind, select, …}` text. A value that is missing or misspelt does not compile, and neither
 * does a number in a bare hole, because it would stand there in digits and groups of no language.
 */
export type MessageValues<Message extends string> = Fill<Scan<Message>>

type Fill<Holes> = { [Name in Holes extends { name: infer Each extends string } ? Each : never]: Value<Holes, Name> }
type Value<Holes, Name extends string> = Extract<Holes, { name: Name; is: 'number' }> extends never ? string : number

/** From brace to brace. `Depth` has one `case` for each case of a plural or select that is open, else it is empty. */
type Scan<
  Text extends string,
  Depth extends 'case'[] = [],
  Holes = never,
> = Text extends `${infer Before}{${infer After}`
  ? Before extends `${string}}${infer Tail}`
    ? Closed<`${Tail}{${After}`, Depth, Holes>
    : Hole<After, Depth, Holes>
  : Text extends `${string}}${infer Tail}`
    ? Closed<Tail, Depth, Holes>
    : Holes

/** A case has ended: another follows, or the plural itself ends. */
type Closed<Text extends string, Depth extends 'case'[], Holes> = Depth extends [
  'case',
  ...infer Outer extends 'case'[],
]
  ? Cases<Text, Outer, Holes>
  : Holes

type Cases<Text extends string, Outer extends 'case'[], Holes> = Text extends `${infer Before}{${infer Body}`
  ? Before extends `${string}}${infer Tail}`
    ? Scan<`${Tail}{${Body}`, Outer, Holes>
    : Scan<Body, ['case', ...Outer], Holes>
  : Text extends `${string}}${infer Tail}`
    ? Scan<Tail, Outer, Holes>
    : Holes

type Hole<Text extends string, Depth extends 'case'[], Holes> = Text extends `${infer Inner}}${infer Tail}`
  ? Inner extends `${infer Name},${infer Kind}`
    ? Trimmed<Kind> extends `select,${string}`
      ? Cases<AfterComma<Text>, Depth, Holes | { name: Trimmed<Name>; is: 'text' }>
      : Trimmed<Kind> extends `plural,${string}` | `selectordinal,${string}`
        ? Cases<AfterComma<Text>, Depth, Holes | { name: Trimmed<Name>; is: 'number' }>
        : Scan<Tail, Depth, Holes | { name: Trimmed<Name>; is: 'number' }>
    : Scan<Tail, Depth, Holes | { name: Trimmed<Inner>; is: 'text' }>
  : Holes

/** Behind `name, plural,`. */
type AfterComma<Text extends string> = Text extends `${string},${string},${infer Tail}` ? Tail : ''

type Trimmed<Text extends string> = Text extends ` ${infer Tail}` | `\n${infer Tail}`
  ? Trimmed<Tail>
  : Text extends `${infer Head} `
    ? Trimmed<Head>
    : Text
