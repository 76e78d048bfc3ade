import { fileURLToPath } from 'node:url'
import { join } from 'node:path'

/** The folder of the checkout, with a slash at its end. */
export const root = fileURLToPath(new URL('../../', import.meta.url))

/** A path inside the checkout. */
export const inProject = (...parts) => join(root, ...parts)

/** One calm line for people. stdout belongs to what runs afterwards. */
export function say(line) {
  process.stderr.write(`${line}\n`)
}

/** Ends with a sentence and what to do about it. */
export function giveUp(sentence, remedy) {
  say(`${sentence}\n${remedy}`)
  process.exit(1)
}
