import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Runs code in a process of its own, with a server that only notes why it is stopped. */
function run(code: string) {
  const program = `
    import { stopOnSignals } from '#apps/server/stop-on-signals.ts'
    const note = (fields, event) => console.log(event, fields.cause.message)
    const stopped = Promise.withResolvers()
    const alive = setInterval(() => undefined, 1000)
    const server = {
      url: '',
      stopped: stopped.promise,
      async stop(reason) {
        console.log('stop', reason)
        clearInterval(alive)
        stopped.resolve()
      },
    }
    stopOnSignals(server, { debug: note, info: note, warn: note, error: note })
    ${code}`
  const flags = 'Bun' in globalThis ? [] : ['--input-type=module']
  const { status, stdout } = spawnSync(process.execPath, [...flags, '-e', program], {
    cwd: root,
    encoding: 'utf8',
    timeout: 10_000,
  })
  return { status, lines: stdout.trim().split('\n') }
}

describe('what ends the server', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'])('%s stops it in order', (signal) => {
    expect(run(`process.kill(process.pid, '${signal}')`)).toEqual({ status: 0, lines: [`stop ${signal}`] })
  })

  it('an exception that nobody caught stops it in order, with status 1', () => {
    expect(run(`setTimeout(() => { throw new Error('bug') }, 10)`)).toEqual({
      status: 1,
      lines: ['server.failed bug', 'stop failure'],
    })
  })

  it('a rejection that nobody awaits is logged, and it goes on', () => {
    const code = `Promise.reject(new Error('lost')); setTimeout(() => process.kill(process.pid, 'SIGTERM'), 100)`
    expect(run(code)).toEqual({ status: 0, lines: ['server.failed lost', 'stop SIGTERM'] })
  })

  it('a stop that fails ends it with status 1', () => {
    const code = `server.stop = async () => { throw new Error('stuck') }; process.kill(process.pid, 'SIGTERM')`
    expect(run(code)).toEqual({ status: 1, lines: ['server.failed stuck'] })
  })
})
