import { describe, expect, it } from 'vitest'
import { requestFailed, serverStarted } from './events.ts'
import { createLog, type LogLevel } from './pino-log.ts'

function openLog(level: LogLevel = 'debug') {
  const lines: string[] = []
  const log = createLog(level, { write: (line) => void lines.push(line) })
  return { log, text: () => lines.join(''), records: () => lines.map((line) => JSON.parse(line)) }
}

describe('the log', () => {
  it('writes a JSON line an event, with its level and time', () => {
    const { log, records } = openLog()
    serverStarted(log, { url: 'http://127.0.0.1:1', milliseconds: 5 })
    expect(records()).toEqual([
      {
        level: 'info',
        at: expect.stringMatching(/^\d{4}-.+Z$/),
        event: 'server.started',
        url: 'http://127.0.0.1:1',
        milliseconds: 5,
      },
    ])
  })

  it('leaves out what is below its level', () => {
    const { log, records } = openLog('warn')
    log.info({}, 'quiet')
    log.warn({}, 'loud')
    expect(records().map(({ event }) => event)).toEqual(['loud'])
  })

  it('gives a request its id on every line', () => {
    const { log, records } = openLog()
    log.child({ requestId: 'r1' }).info({ n: 1 }, 'something')
    expect(records()[0]).toMatchObject({ requestId: 'r1', n: 1 })
  })

  it('lets no secret through, wherever it stands', () => {
    const { log, text } = openLog()
    const canary = 'c4n4ry'
    const cause = Object.assign(new Error(`refused: Bearer ${canary}`, { cause: new Error(`at /sign-in#${canary}`) }), {
      password: canary,
    })
    log.error(
      { authorization: canary, headers: { Cookie: canary, nested: [{ apiKey: canary, access_token: canary }] }, cause },
      'canary',
    )
    log.child({ sessionToken: canary }).info({ secret: { deep: canary } }, 'child')
    expect(text()).not.toContain(canary)
  })

  it('keeps counts of tokens', () => {
    const { log, records } = openLog()
    log.info({ tokens: 12, token: null }, 'counted')
    expect(records()[0]).toMatchObject({ tokens: 12, token: null })
  })

  it('shows an error with its cause, code and stack', () => {
    const { log, records } = openLog()
    requestFailed(log, 'r2', new TypeError('outer', { cause: Object.assign(new Error('inner'), { code: 'EIO' }) }))
    expect(records()[0]).toMatchObject({
      level: 'error',
      requestId: 'r2',
      cause: {
        name: 'TypeError',
        message: 'outer',
        stack: expect.stringContaining('outer'),
        cause: { message: 'inner', code: 'EIO' },
      },
    })
  })

  it('bounds what is deep, long, circular or binary', () => {
    const { log, text } = openLog()
    const circle: Record<string, unknown> = { bytes: new Uint8Array(9), big: 1n }
    circle.self = circle
    log.info({ circle, long: 'x'.repeat(1e6), many: Array.from({ length: 1e5 }, () => 0) }, 'large')
    expect(text().length).toBeLessThan(20_000)
    expect(text()).toContain('[9 bytes]')
  })
})
