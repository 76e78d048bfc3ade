import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTicket } from '#kernel/builtin/contract.ts'
import { createToken, listSessions, revokeSession, revokeToken } from '#modules/identity/contract.ts'
import { createTask, listTasks } from '#modules/tasks/contract.ts'
import { openSocket, refusedSocket } from './open-socket.ts'
import { openRealtimeApp, type RealtimeApp } from './realtime-app.ts'

let realtime: RealtimeApp
let host: string
beforeAll(async () => {
  realtime = await openRealtimeApp()
  host = new URL(realtime.url).host
})
afterAll(() => realtime[Symbol.asyncDispose]())

/** The cookie of a new session of the owner. */
async function signIn(): Promise<string> {
  const response = await realtime.app.fetch('/api/v1/auth/link', {
    method: 'POST',
    anonymous: true,
    headers: { 'content-type': 'application/json', origin: 'http://localhost' },
    body: JSON.stringify({ secret: await realtime.app.daybook.createSignInSecret() }),
  })
  return response.headers.getSetCookie()[0]!.split(';')[0]!
}

async function newTicket(headers: Record<string, string> = {}): Promise<string> {
  const { method, path } = createTicket.http
  const response = await realtime.app.fetch(`/api/v1${path}`, { method, headers })
  expect(response.status).toBe(201)
  return ((await response.json()) as { ticket: string }).ticket
}

/** What a careless client would do. */
const openTicketInAddress = (ticket: string) => refusedSocket(realtime.url, {}, [], `?ticket=${ticket}`)

describe('a socket', () => {
  it('is refused to whoever is not signed in', async () => {
    const refused = { status: 401, code: 'not-signed-in' }
    expect(await refusedSocket(realtime.url)).toEqual(refused)
    expect(await refusedSocket(realtime.url, { authorization: 'Bearer daybook_pat_wrong' })).toEqual(refused)
    expect(await refusedSocket(realtime.url, {}, ['daybook', 'ticket.wrong'])).toEqual(refused)
    expect(realtime.sockets.open).toBe(0)
  })

  it('opens for a session from the pages of Daybook, and from nowhere else', async () => {
    const cookie = await signIn()
    using socket = await openSocket(realtime.url, { headers: { cookie, origin: `http://${host}` } })
    expect((await socket.ask({ id: 1, call: listTasks.name })).ok.items).toEqual([])
    for (const headers of [
      { origin: 'https://evil.test' },
      { origin: 'null' },
      { origin: 'http://localhost:3000' },
      { origin: `http://${host}`, 'sec-fetch-site': 'cross-site' },
    ]) {
      expect(await refusedSocket(realtime.url, { cookie, ...headers } as Record<string, string>)).toEqual({
        status: 403,
        code: 'origin-refused',
      })
    }
  })

  it('opens under known names alone', async () => {
    const authorization = `Bearer ${realtime.app.token}`
    expect(await refusedSocket(realtime.url, { authorization, host: 'evil.test' })).toMatchObject({
      code: 'host-refused',
    })
  })

  it('opens once for a ticket, which is never part of an address', async () => {
    const ticket = await newTicket()
    using socket = await openSocket(realtime.url, { protocols: ['daybook', `ticket.${ticket}`] })
    expect(socket.socket.protocol).toBe('daybook')
    expect((await socket.ask({ id: 1, call: listTasks.name })).ok).toBeDefined()
    expect((await refusedSocket(realtime.url, {}, ['daybook', `ticket.${ticket}`])).status).toBe(401)
    const authorized = await openTicketInAddress(await newTicket())
    expect(authorized.status).toBe(401)
  })

  it('of a person is one of a bounded number', async () => {
    await using bounded = await openRealtimeApp({ app: realtime.app, sockets: { socketsPerPerson: 2 }, keepApp: true })
    using first = await openSocket(bounded.url, { token: realtime.app.token })
    using second = await openSocket(bounded.url, { token: realtime.app.token })
    const headers = { authorization: `Bearer ${realtime.app.token}` }
    expect(await refusedSocket(bounded.url, headers)).toEqual({ status: 429, code: 'too-many-sockets' })
    second.socket.close()
    await second.closed
    await expect.poll(() => bounded.sockets.open).toBe(1)
    using third = await openSocket(bounded.url, { headers })
    expect([first, third].map(({ socket }) => socket.readyState)).toEqual([1, 1])
  })
})

describe('what is taken away', () => {
  it('closes the sockets of a session that was ended, and no others', async () => {
    const cookie = await signIn()
    using ended = await openSocket(realtime.url, { headers: { cookie } })
    using other = await openSocket(realtime.url, { headers: { cookie: await signIn() } })
    await ended.ask({ id: 1, subscribe: {} })
    const { items } = await realtime.app.call(listSessions, {})
    // The newest is the other one.
    await realtime.app.call(revokeSession, { id: items[1]!.id })
    expect(await ended.closed).toEqual({ code: 4401, reason: 'You are signed out' })
    expect((await other.ask({ id: 1, call: listTasks.name })).ok).toBeDefined()
  })

  it('closes the sockets of a token, also of its tickets', async () => {
    const made = await realtime.app.call(createToken, { name: 'Short' })
    using byToken = await openSocket(realtime.url, { token: made.token })
    const ticket = await newTicket({ authorization: `Bearer ${made.token}` })
    using byTicket = await openSocket(realtime.url, { protocols: ['daybook', `ticket.${ticket}`] })
    await realtime.app.call(revokeToken, { id: made.id })
    expect((await byToken.closed).code).toBe(4401)
    expect((await byTicket.closed).code).toBe(4401)
  })

  it('ends before anything is told that happened later', async () => {
    const made = await realtime.app.call(createToken, { name: 'Short' })
    using socket = await openSocket(realtime.url, { token: made.token })
    await socket.ask({ id: 's', subscribe: { types: ['tasks.created'] } })
    // In one commit or in many, in one batch or in several: the order of positions is what counts.
    await Promise.all([
      ...Array.from({ length: 10 }, (_, n) => realtime.app.call(createTask, { title: `Before ${n}` })),
      realtime.app.call(revokeToken, { id: made.id }),
      ...Array.from({ length: 20 }, (_, n) => realtime.app.call(createTask, { title: `After ${n}` })),
    ])
    expect((await socket.closed).code).toBe(4401)
    await realtime.app.settle()
    const revoked = await realtime.app.daybook.database.read(async (transaction) =>
      transaction.get("SELECT position FROM events WHERE type = 'identity.token-revoked' AND subject_id = ?", made.id),
    )
    const told = socket.frames.flatMap(({ event, position }) => (event ? [position] : []))
    expect(told.filter((position) => position > Number(revoked!.position))).toEqual([])
  })

  it('refuses the next call even before any event has passed', async () => {
    const made = await realtime.app.call(createToken, { name: 'Short' })
    using socket = await openSocket(realtime.url, { token: made.token })
    await realtime.app.call(revokeToken, { id: made.id })
    socket.send({ id: 1, call: createTask.name, input: { title: 'Too late' } })
    expect((await socket.closed).code).toBe(4401)
    expect(socket.frames.filter(({ ok }) => ok)).toEqual([])
  })
})
