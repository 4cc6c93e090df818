import type { RemotePostId } from '../../src/shared/domain/ids.ts'
import type { Action, ColleagueAct, Until } from './actions.ts'
import { textOfRemote } from './desk-records.ts'
import type { Device } from './device.ts'
import type { FateName } from './fates.ts'
import { actInBrowser } from './in-browser.ts'
import type { ParkedRequest } from './life.ts'
import { doAsPerson, isPersonAction } from './person.ts'
import { COLLEAGUES_TAG } from './person-words.ts'
import { ORIGIN } from './simulated-blog.ts'
import { addVisitorComment } from './template.ts'
import type { World } from './world.ts'

/** More requests than any round of these small blogs needs: beyond it a core turns in circles. */
const MOST_REQUESTS = 400
/** Of fewer a colleague does not throw out several at a time. */
const MANY_POSTS = 10

export async function performAction(world: World, action: Action): Promise<void> {
  world.journal.push(JSON.stringify(action))
  if (isPersonAction(action)) await doAsPerson(world, world.devices[action.on], action)
  else await changeSurroundings(world, action)
  await world.untilStill()
  for (const device of Object.values(world.devices)) if (device.life?.isDead) await bury(world, device)
}

async function changeSurroundings(
  world: World,
  action: Exclude<Action, Parameters<typeof doAsPerson>[2]>,
): Promise<void> {
  switch (action.do) {
    case 'let':
      return letThrough(world, world.devices[action.on], action)
    case 'all':
      return letAll(world, world.devices[action.on])
    case 'wait':
      if (action.ms > 25_000)
        for (const device of Object.values(world.devices)) await beforeLongWait(world, device, action)
      return world.pass(action.ms)
    case 'sleep': {
      const device = world.devices[action.on]
      await dropLine(world, device)
      device.fallAsleep()
      await world.pass(action.ms)
      device.wake()
      return world.untilStill()
    }
    case 'set-clock':
      return world.devices[action.on].setClock(action.hours)
    case 'crash': {
      const device = world.devices[action.on]
      device.inFlightAtDeath = action.inFlight
      return device.life?.dieAfter(action.yields)
    }
    case 'start':
      if (!world.devices[action.on].life) world.devices[action.on].start()
      return
    case 'restart':
      return world.devices[action.on].restart()
    case 'fill-disk':
    case 'free-disk':
      return world.devices[action.on].setDiskFull(action.do === 'fill-disk')
    case 'revoke':
      return world.blog.change((state) => {
        const user = state.users.find(({ userName }) => userName === world.devices[action.on].account)
        if (user?.applicationPassword) user.applicationPassword.password += 'x'
      })
    case 'lower':
    case 'raise':
      return setRole(world, world.devices[action.on], action.do === 'lower' ? 'contributor' : null)
    case 'plugin':
      world.blog.isRewriting = action.isOn
      return
    case 'in-browser':
      return actInBrowser(world, action)
    case 'colleague':
      return actAsColleague(world, action.act, action.item)
  }
}

export function setRole(world: World, { account }: Device, lowered: 'contributor' | null): void {
  world.blog.change((state) => {
    for (const user of state.users) if (user.userName === account) user.role = lowered ?? account
  })
}

/** Lets some of the requests that count through, and whatever comes between them; the next one meets its fate. */
async function letThrough(
  world: World,
  device: Device,
  { requests, until, fate, number }: { requests: number; until: Until; fate: FateName; number: number },
): Promise<void> {
  let passed = 0
  for (let turn = 0; turn < MOST_REQUESTS; turn += 1) {
    const request = device.life?.parked[0]
    if (!request || device.life?.isDead) return
    const isCounted = counts[until](request)
    const isTheOne = passed >= requests && isCounted
    await world.release(device, request, isTheOne ? fate : 'ok', number)
    if (isTheOne) return
    if (isCounted) passed += 1
  }
  throw new Error(`${device.name} never stops asking`)
}

const counts: Record<Until, (request: ParkedRequest) => boolean> = {
  any: () => true,
  write: ({ isWrite }) => isWrite,
  list: ({ isWrite, path, url }) =>
    !isWrite && path === '/wp/v2/posts' && url.searchParams.get('_fields')?.includes('title') === false,
}

/** Everything through, until the device rests. */
export const letAll = (world: World, device: Device): Promise<void> =>
  letThrough(world, device, { requests: MOST_REQUESTS, until: 'any', fate: 'ok', number: 0 })

/** Nothing waits half a minute for an answer: until then it came, or the line was given up. */
async function beforeLongWait(world: World, device: Device, { line }: { line: 'good' | 'dead' }): Promise<void> {
  if (line === 'good') await letAll(world, device)
  else await dropLine(world, device)
}

async function dropLine(world: World, device: Device): Promise<void> {
  for (let turn = 0; turn < MOST_REQUESTS; turn += 1) {
    const request = device.life?.parked[0]
    if (!request || device.life?.isDead) return
    await world.release(device, request, turn === 0 ? 'timeout-before' : 'refused', 0)
  }
}

async function bury(world: World, device: Device): Promise<void> {
  const fate = device.inFlightAtDeath
  for (const request of device.bury()) {
    if (fate === 'applied') await world.deliver(device, request, 0)
    if (fate === 'late') await world.deliver(device, request, 60_000)
  }
}

async function actAsColleague({ blog, ledger, clock }: World, act: ColleagueAct, item: number): Promise<void> {
  const { posts, comments } = blog.state
  const among = <Item>(items: Item[]): Item | undefined => items.at(item < 0 ? item : item % Math.max(items.length, 1))
  switch (act) {
    case 'edit': {
      const post = among(posts.filter(({ status }) => status !== 'trash'))
      if (!post) return
      const text = `A colleague was here at ${clock.now().toISOString()}.`
      const content = `${paragraphOf(text)}\n\n${post.content}`
      const stored = await blog.as('administrator').updatePost(post.id as RemotePostId, { content })
      ledger.noteColleagueText(post.id, textOfRemote(stored))
      return
    }
    case 'rewrite': {
      const post = among(posts.filter(({ status }) => status !== 'trash'))
      if (!post) return
      const text = `A colleague rewrote it at ${clock.now().toISOString()}.`
      const content = [...post.content.split('\n\n').slice(0, -1), paragraphOf(text)].join('\n\n')
      const stored = await blog.as('administrator').updatePost(post.id as RemotePostId, { content, title: text })
      ledger.noteColleagueText(post.id, textOfRemote(stored))
      return
    }
    case 'tag': {
      const post = among(posts.filter(({ status }) => status !== 'trash'))
      if (!post) return
      const name = `${COLLEAGUES_TAG} ${blog.state.nextTermId}`
      const tagId = await blog.administer('tags', { name })
      await blog.administer(`posts/${post.id}`, { tags: [...post.tagIds, tagId] })
      ledger.noteColleagueTag(post.id, tagId)
      return
    }
    case 'purge': {
      const alive = posts.filter(({ status }) => status !== 'trash')
      if (alive.length < MANY_POSTS) return
      for (const post of alive.slice(0, 3 + (item % 3))) {
        ledger.noteColleagueStatus(post.id)
        await blog.as('administrator').trashPost(post.id as RemotePostId)
      }
      return
    }
    case 'delete': {
      const post = among(posts)
      if (!post) return
      ledger.noteColleagueStatus(post.id)
      await blog.administer(`posts/${post.id}?force=true`, {}, 'DELETE')
      return
    }
    case 'trash': {
      const post = among(posts.filter(({ status }) => status !== 'trash'))
      if (!post) return
      ledger.noteColleagueStatus(post.id)
      return blog.as('administrator').trashPost(post.id as RemotePostId)
    }
    case 'restore': {
      const post = among(posts.filter(({ status }) => status === 'trash'))
      if (!post) return
      ledger.noteColleagueStatus(post.id)
      await blog.administer(`posts/${post.id}`, { status: post.trashedFrom?.status ?? 'draft' })
      return
    }
    case 'comment': {
      const post = among(posts.filter(({ status }) => status === 'publish'))
      if (post) await addVisitorComment(blog, post.id, `What of ${clock.now().toISOString()}?`)
      return
    }
    case 'correct-reply': {
      const reply = among(comments.filter(({ authorId, status }) => authorId !== 0 && status === 'approved'))
      if (!reply || !ledger.isDoneReply(reply.id)) return
      ledger.noteColleagueComment(reply.id)
      await blog.administer(`comments/${reply.id}`, { content: `${reply.content} (Corrected.)` })
    }
  }
}

const paragraphOf = (text: string): string => `<!-- wp:paragraph -->\n<p>${text}</p>\n<!-- /wp:paragraph -->`

export const signInAgain = async (world: World, device: Device): Promise<void> => {
  const { life } = device
  if (!life) return
  const applicationPassword = world.blog.password(device.account)
  const account = { userName: device.account, applicationPassword, address: ORIGIN }
  void life.duringCall(() => life.desk.mutate('blogs', 'connect', account).catch(() => undefined))
  await world.untilStill()
  await letAll(world, device)
}
