import { expect, it } from 'vitest'
import { ProblemError } from '#client/problem-error.ts'
import { Outbox } from './outbox.ts'
import type { Waiting } from './waiting.ts'

/** An outbox over a browser's records that outlive it, and a server that may refuse. */
function openTestOutbox() {
  const records = new Map<string, Waiting<string>>()
  const sent: string[] = []
  const server: { answers: (change: string) => unknown } = { answers: () => null }
  let chain = Promise.resolve()
  const open = () =>
    new Outbox<string>({
      store: {
        get: async (place) => records.get(place),
        put: async (place, waiting) => (records.set(place, waiting), true),
        remove: async (place) => void records.delete(place),
        all: async () => [...records],
      },
      // What the browser's locks do.
      alone: (work) => (chain = chain.then(work)),
      async send(change) {
        const error = server.answers(change)
        if (error) throw error
        sent.push(change)
      },
      now: () => 7,
      tell: () => undefined,
    })
  return { open, sent, server, records }
}

const problem = (code: string, retryable: boolean) =>
  new ProblemError({ ...ProblemError.network(null).problem, code, kind: 'validation', retryable, detail: code })

it('sends changes in their order, each once, also with two windows at it', async () => {
  const { open, sent } = openTestOutbox()
  const [one, two] = [open(), open()]
  for (const change of ['a', 'b', 'c']) await one.add({ label: change, change })
  await Promise.all([one.run(), two.run(), one.run()])
  expect(sent).toEqual(['a', 'b', 'c'])
  expect(await two.all()).toEqual([])
})

it('waits with all of them while nobody answers, and goes on in another window', async () => {
  const { open, sent, server } = openTestOutbox()
  const before = open()
  await before.add({ label: 'a', change: 'a' })
  await before.add({ label: 'b', change: 'b' })
  server.answers = () => ProblemError.network(null)
  await before.run()
  expect((await before.all()).map(({ change }) => change)).toEqual(['a', 'b'])
  server.answers = () => null
  await open().run()
  expect(sent).toEqual(['a', 'b'])
})

it('waits too where nobody is signed in', async () => {
  const { open, server } = openTestOutbox()
  const outbox = open()
  await outbox.add({ label: 'a', change: 'a' })
  server.answers = () => problem('not-signed-in', false)
  await outbox.run()
  expect((await outbox.all())[0]!.refused).toBeNull()
})

it('keeps what is refused with the reason, and goes on with the rest', async () => {
  const { open, sent, server } = openTestOutbox()
  const outbox = open()
  await outbox.add({ label: 'a', change: 'a' })
  await outbox.add({ label: 'b', change: 'b' })
  server.answers = (change) => (change === 'a' ? problem('no-such-thing', false) : null)
  await outbox.run()
  expect(sent).toEqual(['b'])
  const [refused] = await outbox.all()
  expect(refused).toMatchObject({ change: 'a', refused: { code: 'no-such-thing', detail: 'no-such-thing' } })
  server.answers = () => null
  await outbox.retry(refused!)
  await outbox.run()
  expect(sent).toEqual(['b', 'a'])
})

it('lets what is about a record that could not be made wait with it', async () => {
  const { open, sent, server } = openTestOutbox()
  const outbox = open()
  await outbox.add({ label: 'make', change: 'make', subject: 'x', makes: true })
  await outbox.add({ label: 'change', change: 'change', subject: 'x' })
  await outbox.add({ label: 'other', change: 'other', subject: 'y' })
  server.answers = (change) => (change === 'make' ? problem('too-long', false) : null)
  await outbox.run()
  expect(sent).toEqual(['other'])
  expect(await outbox.holds('x')).toBe(true)
  expect(await outbox.holds('y')).toBe(false)
})

it('sends what is added while the last one is on its way', async () => {
  const { open, sent, server } = openTestOutbox()
  const outbox = open()
  await outbox.add({ label: 'a', change: 'a' })
  let late: Promise<unknown> = Promise.resolve()
  server.answers = (change) => {
    if (change === 'a') late = outbox.add({ label: 'b', change: 'b' }).then(() => outbox.run())
    return null
  }
  await outbox.run()
  await late
  expect(sent).toEqual(['a', 'b'])
})

it('does not bring back what its person let go while it was on its way', async () => {
  const { open, server, records } = openTestOutbox()
  const outbox = open()
  const waiting = await outbox.add({ label: 'a', change: 'a' })
  server.answers = () => {
    records.delete(waiting!.place)
    return problem('refused', false)
  }
  await outbox.run()
  expect(await outbox.all()).toEqual([])
})
