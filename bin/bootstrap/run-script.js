import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { findRuntime, surroundings } from './runtime.js'
import { inProject } from './project.js'

/** Runs a script of the repository on the pinned runtime, as this process where that can be done. */
export async function runScript(script, parameters) {
  const runtime = findRuntime()
  const path = inProject(script)
  if (typeof process.execve === 'function' && process.platform !== 'win32') {
    // The same process goes on: signals, exit status and memory are the program's own.
    process.execve(runtime, [runtime, path, ...parameters], surroundings())
  }
  return runAsChild(runtime, [path, ...parameters])
}

async function runAsChild(runtime, parameters) {
  const child = spawn(runtime, parameters, { stdio: 'inherit', env: surroundings() })
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  // A terminal sends Ctrl-C to both of us; only a signal sent to this process alone has to be passed on.
  process.on('SIGINT', () => {
    if (!process.stdin.isTTY) child.kill('SIGINT')
  })
  const [code, signal] = await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (...ended) => resolve(ended))
  })
  process.exitCode = code ?? 128 + (constants.signals[signal] ?? 0)
}
