import { z } from 'zod'

let made: ReturnType<typeof makeInput> | null = null

/** Made when a pack is first read: a start does not wait for it. */
export const rulePackInput = (): ReturnType<typeof makeInput> => (made ??= makeInput())

/**
 * A rule pack as a file: words and sentences, no program and no regular expressions, so that a pack of somebody else can be
 * read by anybody and cannot hang the desk. `docs/rule-packs.md` describes it for those who write one.
 *
 * A `phrase` is words in their order, without regard to capitals unless `isExact`; what stands between them is a space or a hyphen.
 * In a `shape` every `#` is a digit and every `@` a letter, anything else is itself.
 */
function makeInput() {
  const phrase = z.string().trim().min(1).max(200)
  const words = z.string().trim().min(1).max(600)
  const id = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'small letters, digits and hyphens')

  const ruleInput = z
    .strictObject({
      id,
      /** `text`: anywhere a reader reads, title, captions and descriptions included. `link`: the whole words of a link. */
      in: z.enum(['text', 'link']).default('text'),
      phrases: z.array(phrase).max(5_000).default([]),
      /** One key puts the other words there. */
      replacements: z
        .array(z.strictObject({ find: phrase, put: z.string().max(200) }))
        .max(5_000)
        .default([]),
      shapes: z.array(z.string().min(4).max(60)).max(100).default([]),
      /** Only with one of these words close by, before or after. */
      near: z.array(phrase).max(200).default([]),
      isExact: z.boolean().default(false),
      /** The post does not go before this is settled. Only a pack marked as policy can say so. */
      blocks: z.boolean().default(false),
      /** `{found}` stands for the words as the post has them, `{put}` for what would be put there. */
      sentence: words,
      why: words,
      /** The label of the fix; `Write “{put}”` unless told. */
      fix: z.string().trim().min(1).max(60).optional(),
      /** A tick with these words when nothing was found. */
      fine: z.string().trim().min(1).max(120).optional(),
    })
    .refine((rule) => rule.phrases.length + rule.replacements.length + rule.shapes.length > 0, {
      message: 'has neither phrases nor replacements nor shapes',
    })

  return z.strictObject({
    format: z.literal('attache-rule-pack'),
    version: z.literal(1),
    id,
    name: z.string().trim().min(1).max(100),
    /** BCP 47 primary language, or `*`: its rules hold where this language is written. */
    language: z.string().regex(/^(?:\*|[a-z]{2,3})$/, 'a language such as fr, or *'),
    isPolicy: z.boolean().default(false),
    rules: z.array(ruleInput).max(500).default([]),
    /** What to do with the checks that are built in. `stops` only counts in a policy. */
    checks: z.record(z.string(), z.enum(['off', 'look', 'stops'])).default({}),
    /** Names as they are written right. */
    names: z.array(z.string().trim().min(1).max(200)).max(20_000).default([]),
    /** Words for built-in checks: `transcript`, `today`. */
    vocabulary: z.record(z.string(), z.array(phrase).max(200)).default({}),
    /** What the house wants its writers to know, to be read under Guidance. They check nothing. */
    articles: z
      .array(
        z.strictObject({
          id,
          title: z.string().trim().min(1).max(200),
          /** Plain text. An empty line parts paragraphs; a line that begins with `- ` is an item of a list. */
          text: z.string().trim().min(1).max(20_000),
        }),
      )
      .max(200)
      .default([]),
  })
}
