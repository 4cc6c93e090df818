import { z } from 'zod'
import { rulePackInput } from '../content/checks/packs/rule-pack-input.ts'
import { EXPORT_KINDS, LONGEST_HOLD_SECONDS } from '../domain/policy.ts'

let made: ReturnType<typeof makeInputs> | null = null

/** Made when a policy is first read: most desks have none, and a start does not wait for it. */
export const policyInputs = (): ReturnType<typeof makeInputs> => (made ??= makeInputs())

/**
 * The policy that IT writes, field by field. `scripts/policy-schema.ts` makes resources/policy/attache-policy.schema.json of it; what a
 * description says is what an administrator reads there. How a broken one is taken: core/policy/read-policy.ts.
 */
function makeInputs() {
  const sentence = z.string().trim().min(1).max(300)

  const blogAddress = z
    .string()
    .trim()
    .max(500)
    .regex(/^(?:https?:\/\/)?(?:\*\.)?[a-z0-9][a-z0-9.-]*(?::\d+)?(?:\/[^\s?#]*)?$/i)

  const feedAddress = z
    .string()
    .max(500)
    .regex(/^https:\/\/[a-z0-9][a-z0-9.-]*(?::\d{1,5})?\/(?:[^\s?#@]*\/)?$/i)

  const proxyServer = z.string().regex(/^(?:https?|socks[45]):\/\/[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?:\d{1,5}$/i)

  const moment = z.iso.datetime({ offset: true })

  const quietDate = z
    .strictObject({
      from: moment.describe('When it begins, with its zone, such as 2026-11-27T00:00:00+07:00.'),
      until: moment.describe('When it is over. From this moment on people may send again.'),
      why: sentence.describe('What people are told, such as “Election silence”.'),
      allowsUrgent: z
        .boolean()
        .default(false)
        .describe('true: a person may send a single entry all the same; the desk logs it.'),
    })
    .refine(({ from, until }) => Date.parse(from) < Date.parse(until))

  const fields = {
    organisation: z.string().trim().min(1).max(100).describe('Who manages the desk, as people are told it.'),
    reason: sentence.describe(
      'Why these settings are fixed, in one sentence; it stands beside each of them in Settings.',
    ),
    allowedBlogs: z
      .array(blogAddress)
      .max(500)
      .describe(
        'Blogs that may be connected: an address with or without its path, or *.example.org for a host and all below it. An empty list allows none. The practice blog is always allowed.',
      ),
    connection: z
      .strictObject({
        address: blogAddress.describe('The address of the blog.'),
        userName: z.string().trim().min(1).max(200).exactOptional().describe('The name of the account there.'),
      })
      .describe('What the form for connecting a blog is filled in with. People type their own application password.'),
    reviewRequired: z
      .enum(['urgent-afterwards', 'always'])
      .describe(
        'A post goes out only as somebody approved it; with “urgent-afterwards” an urgent one may be reviewed later.',
      ),
    holdSeconds: z
      .int()
      .min(0)
      .max(LONGEST_HOLD_SECONDS)
      .describe('How long at least everything stays in the outbox before it leaves, so that it can be taken back.'),
    quietDates: z
      .array(quietDate)
      .max(200)
      .describe(
        'Times in which nothing that readers would see leaves: before an election, during an embargo or mourning. What waits is kept and goes only when a person says so afterwards. Takes nothing off the blog that is there already.',
      ),
    blockingChecks: z
      .array(z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/))
      .max(100)
      .describe('Built-in checks that stop a post until they are settled, by their names in docs/rule-packs.md.'),
    rulePacks: z
      .array(rulePackInput())
      .max(20)
      .describe('Rule packs of the organisation, in the format of docs/rule-packs.md. People cannot remove them.'),
    answeringPromise: z
      .strictObject({
        workingDays: z.int().min(0).max(60).describe('Comments are answered within so many working days.'),
        closedOn: z.array(z.int().min(0).max(6)).max(7).describe('Days on which the house is closed; 0 is Sunday.'),
      })
      .describe('What readers of every blog may expect.'),
    forbiddenExports: z
      .array(z.enum(EXPORT_KINDS))
      .max(EXPORT_KINDS.length)
      .describe(
        'What may not be saved as a file: a whole blog, a post as Word, Markdown, HTML or PDF, a review as an encrypted file or its trail, a review in Word, or the handover of a desk. Paper is not meant.',
      ),
    lockAfterMinutes: z
      .int()
      .min(1)
      .max(240)
      .describe(
        'A desk with a passphrase locks itself when nobody was at it for so long, or sooner if the person wants.',
      ),
    escrowKey: z
      .string()
      .regex(/^[\w-]{43}$/)
      .describe(
        'The public half of the key with which IT can open every desk: 32 bytes of X25519 in base64url (docs/adr/0015). People are told that there is one.',
      ),
    updates: z
      .discriminatedUnion('from', [
        z.strictObject({ from: z.enum(['nowhere', 'file']) }),
        z.strictObject({
          from: z.literal('feed'),
          feed: feedAddress.describe(
            'An https: address that ends in a slash; update.json and the installers lie there.',
          ),
        }),
      ])
      .describe(
        'How a newer Attaché may come: from “nowhere” but by your own distribution, from a “file” that a person chooses, or from a “feed” too, which is asked once at each start. Whatever comes has to be signed by the maker, and newer.',
      ),
    proxy: z
      .discriminatedUnion('mode', [
        z.strictObject({ mode: z.enum(['system', 'direct']) }),
        z.strictObject({
          mode: z.literal('fixed'),
          server: proxyServer.describe(
            'The proxy, such as http://proxy.mfa.example:8080; http, https, socks4 or socks5.',
          ),
          bypass: z
            .array(z.string().regex(/^[\w.*:[\]/<>-]{1,253}$/))
            .max(100)
            .exactOptional()
            .describe('Hosts that are reached without it, such as *.mfa.example or <local>.'),
        }),
      ])
      .describe(
        'How the program reaches the network: as the “system” says (what it does by itself), “direct”, or by a “fixed” proxy. The browser host is not meant.',
      ),
  }
  return {
    fields,
    quietDate,
    /** The whole of it, for the schema that IT's editor reads; the desk itself reads each field for itself. */
    whole: z.strictObject(fields).partial(),
    /** Instead of fields: a policy as text, and who signed it (docs/adr/0016). */
    signed: z.strictObject({
      signedPolicy: z.string().max(5_000_000),
      /** Ed25519 over the UTF-8 of the text, base64. */
      signature: z.base64().max(200),
      /** 32 bytes, base64. */
      publicKey: z.base64().length(44),
    }),
  }
}
