import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { uuidv7 } from '#base/ids.ts'
import { defineEvent } from '#contract/event.ts'
import { addNote } from '#testing/notes/contract.ts'
import { openNotesApp } from '#testing/notes/open-notes-app.ts'
import type { TestApp } from '#testing/test-app.ts'
import type { Actor } from '../actor.ts'
import type { StoredEvent } from '../context.ts'
import type { LiveSubscription } from './live-subscription.ts'

/** Follows as an actor and keeps what came. */
async function follow(app: TestApp, actor: Actor, options: { after?: number; slow?: () => Promise<void> } = {}) {
  const seen: StoredEvent[] = []
  const caughtUp: number[] = []
  const subscription = await app.daybook.kernel.services.live.subscribe({
    actor,
    types: new Set(['notes.added', 'notes.told', 'notes.counted']),
    after: options.after ?? null,
    onEvents(events) {
      seen.push(...events)
      return options.slow?.()
    },
    onCaughtUp: (position) => caughtUp.push(position),
    onFailed(cause) {
      throw cause
    },
  })
  expect(subscription).toBeTypeOf('object')
  return { seen, caughtUp, subscription: subscription as LiveSubscription }
}

const lengthsOf = (events: StoredEvent[]) => events.map(({ data }) => data.length)
const note = (app: TestApp, actor: Actor, length: number) => app.as(actor).call(addNote, { text: 'x'.repeat(length) })

describe('who follows events', () => {
  it('is told of what happens from then on, in order, and of what was before when asked', async () => {
    await using app = await openNotesApp()
    for (const length of [1, 2, 3]) await note(app, app.owner, length)
    await app.settle()
    const now = await follow(app, app.owner)
    const all = await follow(app, app.owner, { after: 0 })
    await expect.poll(() => all.caughtUp).toHaveLength(1)
    for (const length of [4, 5]) await note(app, app.owner, length)
    await expect.poll(() => lengthsOf(now.seen)).toEqual([4, 5])
    await expect.poll(() => lengthsOf(all.seen)).toEqual([1, 2, 3, 4, 5])
  })

  it('may be slow: nothing is kept for it, and it misses nothing', async () => {
    await using app = await openNotesApp()
    const gates: (() => void)[] = []
    const slow = await follow(app, app.owner, { slow: () => new Promise((resolve) => gates.push(resolve)) })
    await note(app, app.owner, 1)
    await expect.poll(() => gates.length).toBe(1)
    for (let length = 2; length <= 60; length++) await note(app, app.owner, length)
    await app.settle()
    expect(lengthsOf(slow.seen)).toEqual([1])
    const timer = setInterval(() => gates.splice(0).forEach((open) => open()), 1)
    await expect.poll(() => lengthsOf(slow.seen)).toEqual(Array.from({ length: 60 }, (_, n) => n + 1))
    clearInterval(timer)
  })

  it('is refused a position that is not there yet', async () => {
    await using app = await openNotesApp()
    const { live } = app.daybook.kernel.services
    const nobody = { onEvents() {}, onCaughtUp() {}, onFailed() {} }
    expect(await live.subscribe({ actor: app.owner, types: null, after: 1e9, ...nobody })).toBe('position-ahead')
    expect(live.followers).toBe(0)
  })

  it('is refused a position whose events are not kept any more', async () => {
    await using app = await openNotesApp()
    for (const length of [1, 2, 3]) await note(app, app.owner, length)
    await app.settle()
    const { database, services } = { ...app.daybook, services: app.daybook.kernel.services }
    await database.write(async (transaction) => transaction.run('DELETE FROM events WHERE position <= 2'))
    const nobody = { onEvents() {}, onCaughtUp() {}, onFailed() {} }
    const after = (position: number) =>
      services.live.subscribe({ actor: app.owner, types: null, after: position, ...nobody })
    expect(await after(1)).toBe('position-pruned')
    expect(await after(2)).toBeTypeOf('object')
  })

  it('sees its own workspace alone, and by its role', async () => {
    await using app = await openNotesApp()
    const member = await follow(app, app.person('member'))
    const guest = await follow(app, app.person('guest'))
    const stranger = await follow(app, app.person('owner', uuidv7()))
    const reader = await follow(app, { ...app.owner, scopes: ['notes:read'] })
    const writer = await follow(app, { ...app.owner, scopes: ['notes:write', 'mail:read'] })
    await note(app, app.owner, 7)
    await expect.poll(() => lengthsOf(member.seen)).toEqual([7])
    await expect.poll(() => lengthsOf(reader.seen)).toEqual([7])
    for (const { seen } of [guest, stranger, writer]) expect(seen).toEqual([])
  })

  it('is told what belongs to a person only as that person, and what is for admins only as one', async () => {
    await using app = await openNotesApp()
    const data = z.object({ id: z.uuid(), length: z.number().int() })
    const told = defineEvent({ name: 'notes.told', summary: 'Told', audience: 'person', data })
    const counted = defineEvent({ name: 'notes.counted', summary: 'Counted', audience: 'admin', data })
    const { registry } = app.daybook.kernel
    for (const event of [told, counted]) registry.events.set(event.name, event as never)
    const doWork = registry.operations.get('notes.do-work')!.operation
    doWork.emits.push(told, counted)
    const [ada, ben, admin] = [app.person('member'), app.person('member'), app.person('admin')]
    const [byAda, byBen, byAdmin] = [await follow(app, ada), await follow(app, ben), await follow(app, admin)]

    app.hooks.commands.tell = async ({ emit }) => {
      emit(told, { id: uuidv7(), length: 1 })
      emit(told, { id: uuidv7(), length: 2 }, { personId: ben.id })
      emit(counted, { id: uuidv7(), length: 3 })
      return {}
    }
    await app.as(ada).call(doWork as never, { key: 'tell' } as never)
    await expect.poll(() => lengthsOf(byAda.seen)).toEqual([1])
    await expect.poll(() => lengthsOf(byBen.seen)).toEqual([2])
    await expect.poll(() => lengthsOf(byAdmin.seen)).toEqual([3])
  })

  it('is told less from the moment on that its rights are less', async () => {
    await using app = await openNotesApp()
    const member = await follow(app, app.person('member'))
    await note(app, app.owner, 1)
    await expect.poll(() => lengthsOf(member.seen)).toEqual([1])
    member.subscription.actor = { ...member.subscription.actor, role: 'guest' }
    await note(app, app.owner, 2)
    const other = await follow(app, app.owner, { after: 0 })
    await expect.poll(() => lengthsOf(other.seen)).toEqual([1, 2])
    expect(lengthsOf(member.seen)).toEqual([1])
  })

  it('holds the tail only as long as it follows', async () => {
    await using app = await openNotesApp()
    const { live } = app.daybook.kernel.services
    const one = await follow(app, app.owner)
    one.subscription.close()
    expect(live.followers).toBe(0)
    await note(app, app.owner, 1)
    await app.settle()
    const two = await follow(app, app.owner, { after: 0 })
    await expect.poll(() => lengthsOf(two.seen)).toEqual([1])
    expect(one.seen).toEqual([])
  })
})
