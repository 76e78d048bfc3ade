import { createConnection, createServer, type AddressInfo, type Socket } from 'node:net'
import { expect, it } from 'vitest'
import { syncStatus } from '#modules/mail/contract.ts'
import { find } from '#modules/search/contract.ts'
import { dovecotMissing } from '#testing/dovecot.ts'
import { mailText } from '../mail/write-mail.ts'
import { connect, eventually, openSyncApp } from './lib/sync-app.ts'

const missing = dovecotMissing()
if (missing && process.env.CI === 'true') throw new Error(missing)

const MESSAGES = 150
const LINE = `${'lorem ipsum '.repeat(6)}\n`
/** More than the newest fifty messages, which come first, and far less than all. */
const HELD_AFTER_BYTES = 400_000

it.skipIf(missing !== null)(
  'a message that came early is found while the rest is still on its way',
  async () => {
    await using world = await openSyncApp()
    const { app, dovecot } = world
    const bodies = Array.from({ length: MESSAGES }, (_, n) => `word${n} ${LINE.repeat(70)}`)
    await dovecot.prefill(bodies.map((body, n) => mailText({ subject: `Letter ${n}`, id: `letter-${n}`, body })))
    await using server = await slowServer(dovecot.port)
    await connect(world, { imapPort: server.port })

    await server.isHeld
    const found = async (q: string) => (await app.call(find, { q })).items.map(({ title }) => title)
    await eventually(async () => (await found(`word${MESSAGES - 1}`)).length > 0)
    expect(await found(`word${MESSAGES - 1}`)).toEqual([`Letter ${MESSAGES - 1}`])
    expect(await found(`word${MESSAGES - 50}`)).toEqual([`Letter ${MESSAGES - 50}`])
    expect(await found('word0')).toEqual([])
    const [status] = (await app.call(syncStatus, {})).items
    expect(status).toMatchObject({ state: 'syncing', messages: MESSAGES, stored: 50 })

    server.goOn()
    await app.settle()
    expect(await found('word0')).toEqual(['Letter 0'])
    expect((await app.call(syncStatus, {})).items).toMatchObject([{ state: 'synced', stored: MESSAGES }])
  },
  60_000,
)

interface SlowServer extends AsyncDisposable {
  port: number
  /** Resolves when a connection got so much that it is held. */
  isHeld: Promise<void>
  goOn(): void
}

/** A way to a server on which a connection gets so much and then, for a while, no more. */
async function slowServer(to: number): Promise<SlowServer> {
  const held = Promise.withResolvers<void>()
  const going = Promise.withResolvers<void>()
  const sockets = new Set<Socket>()
  const proxy = createServer((near) => {
    const far = createConnection(to, '127.0.0.1')
    let passed = 0
    const pass = async () => {
      for await (const part of far as AsyncIterable<Buffer>) {
        near.write(part)
        passed += part.length
        if (passed < HELD_AFTER_BYTES) continue
        held.resolve()
        await going.promise
      }
      near.end()
    }
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('error', () => [near, far].forEach((each) => each.destroy()))
    }
    near.pipe(far)
    pass().catch(() => near.destroy())
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  return {
    port: (proxy.address() as AddressInfo).port,
    isHeld: held.promise,
    goOn: going.resolve,
    async [Symbol.asyncDispose]() {
      going.resolve()
      for (const socket of sockets) socket.destroy()
      await new Promise<void>((resolve) => proxy.close(() => resolve()))
    },
  }
}
