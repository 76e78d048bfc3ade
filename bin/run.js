#!/usr/bin/env node
// `node bin/run.js scripts/generate.ts …`: runs a script of this repository on the pinned runtime.
import { ensureInstalled } from './bootstrap/install.js'
import { runScript } from './bootstrap/run-script.js'

const [script, ...rest] = process.argv.slice(2)
if (!script) {
  console.error('Say which script to run: node bin/run.js scripts/NAME.ts')
  process.exit(2)
}

ensureInstalled({ tools: true })
await runScript(script, rest)
