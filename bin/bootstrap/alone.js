import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { inProject } from './project.js'

/** Runs work that two commands must not do at once. The second waits, and finds it done. */
export function alone(name, work) {
  const folder = inProject('.cache')
  const lock = inProject('.cache', `${name}.lock`)
  mkdirSync(folder, { recursive: true })
  while (!taken(lock)) {
    if (ownerIsGone(lock)) rmSync(lock, { force: true })
    else sleep(100)
  }
  const release = () => rmSync(lock, { force: true })
  process.once('exit', release)
  try {
    return work()
  } finally {
    process.off('exit', release)
    release()
  }
}

function taken(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}

function ownerIsGone(lock) {
  try {
    const owner = Number(readFileSync(lock, 'utf8'))
    if (!owner) return false
    process.kill(owner, 0)
    return false
  } catch (error) {
    return error.code === 'ESRCH'
  }
}

function sleep(milliseconds) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)
}
