import { findBun } from './bun.js'
import { findNode, NODE_MAJOR } from './node.js'
import { giveUp } from './project.js'

/** The program that runs Daybook: the pinned Bun, or Node where DAYBOOK_RUNTIME asks for it. */
export function findRuntime() {
  const wanted = process.env.DAYBOOK_RUNTIME || 'bun'
  if (wanted === 'bun') return findBun() ?? missingBun()
  if (wanted === 'node') return findNode() ?? missingNode()
  return giveUp(
    `DAYBOOK_RUNTIME is "${wanted}", and there is no such runtime.`,
    'Set it to "bun" or "node", or leave it out: Daybook brings its own runtime.',
  )
}

/**
 * The surroundings it runs in. Bun's last compiler takes two megabytes of the process for as long as that lives, and
 * at the start it would be brought in for code that runs once: it waits for code that goes on being busy.
 */
export function surroundings() {
  return {
    BUN_JSC_thresholdForFTLOptimizeAfterWarmUp: '300000',
    BUN_JSC_thresholdForFTLOptimizeSoon: '10000',
    ...process.env,
  }
}

function missingBun() {
  return giveUp(
    `There is no runtime for ${process.platform} on ${process.arch} in node_modules.`,
    'Run "npm ci --ignore-scripts --include=optional". Linux, macOS and Windows on x64 and arm64 are supported.',
  )
}

function missingNode() {
  return giveUp(
    `DAYBOOK_RUNTIME=node needs Node ${NODE_MAJOR} or later, and this is ${process.version}.`,
    `Install Node ${NODE_MAJOR}, or run "npm ci --ignore-scripts --include=optional", which brings it on Linux with x64; or leave DAYBOOK_RUNTIME out.`,
  )
}
