import { describe, expect, it } from 'vitest'
import { createLog } from '#platform/log/pino-log.ts'

describe('text of strangers in the log', () => {
  it('neither begins a line of its own nor moves a terminal', () => {
    let written = ''
    const log = createLog('info', { write: (text: string) => void (written += text) })
    const hostile = 'one\r\n{"level":"info","event":"server.started"}\u2028\u0085two\u001b[2J\u0000'
    log.child({ requestId: hostile }).warn({ path: hostile, cause: new Error(hostile) }, 'request.refused')

    expect(written.split('\n')).toHaveLength(2)
    expect(written.endsWith('}\n')).toBe(true)
    expect(written.slice(0, -1)).not.toMatch(/[\u0000-\u001f]/)
    expect(JSON.parse(written)).toMatchObject({ event: 'request.refused', path: hostile, requestId: hostile })
  })
})
