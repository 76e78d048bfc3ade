import { spawn } from 'node:child_process'
import { environmentOf, startPostgres } from './postgres-server.ts'

/**
 * `node bin/run.js scripts/test/postgres.ts -- COMMAND…`: starts a PostgreSQL of its own, runs a command whose tests
 * then use it, and stops it.
 */
const words = process.argv.slice(2)
const [program, ...parameters] = words[0] === '--' ? words.slice(1) : words
if (!program) {
  console.error('Say what to run: node bin/run.js scripts/test/postgres.ts -- COMMAND…')
  process.exit(2)
}

const server = await startPostgres()
// An interrupt reaches the command too: its end is waited for, so that the server is stopped after it.
process.on('SIGINT', () => undefined)
try {
  process.exitCode = await runWith(environmentOf(server))
} finally {
  await server.stop()
}

function runWith(environment: Record<string, string>): Promise<number> {
  const child = spawn(program!, parameters, {
    stdio: 'inherit',
    env: { ...process.env, ...environment },
  })
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve(code ?? 1))
  })
}
