import { existsSync } from 'node:fs'
import { inProject } from './project.js'

/** The first Node that runs Daybook: it erases types and has the SQLite we use. */
export const NODE_MAJOR = 26

/** The pinned Node where its package is installed, else this one if it is new enough. */
export function findNode() {
  const windows = process.platform === 'win32'
  const name = `node-${windows ? 'win' : process.platform}-${process.arch}`
  const pinned = inProject('node_modules', name, 'bin', windows ? 'node.exe' : 'node')
  if (existsSync(pinned)) return pinned
  return isNewEnough(process.versions) ? process.execPath : undefined
}

/** Bun names a version of Node as well, but is none. */
function isNewEnough({ node, bun }) {
  return bun === undefined && Number(node.split('.', 1)[0]) >= NODE_MAJOR
}
