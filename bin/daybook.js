#!/usr/bin/env node
// Plain JavaScript for any Node from 18 on: it runs before anything is installed.
import { ensureInstalled } from './bootstrap/install.js'
import { ensureProgram } from './bootstrap/program.js'
import { ensureWebApp } from './bootstrap/web-app.js'
import { runScript } from './bootstrap/run-script.js'

const [command, ...rest] = process.argv.slice(2)

ensureInstalled()
if (command === 'start' && !rest.includes('--no-web') && !rest.includes('--help')) ensureWebApp()
await runScript(ensureProgram(), process.argv.slice(2))
