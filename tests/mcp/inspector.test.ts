import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inPackage, nodeProgram } from '../../scripts/lib/run.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTask } from '#modules/tasks/contract.ts'
import { openMcpApp, type McpTestApp } from './mcp-app.ts'

let mcp: McpTestApp
let home: string
beforeAll(async () => {
  mcp = await openMcpApp()
  home = await mkdtemp(join(tmpdir(), 'daybook-inspector-'))
})
afterAll(async () => {
  await mcp[Symbol.asyncDispose]()
  await rm(home, { recursive: true })
})

/** Runs the inspector's command line, which is a program of Node, against the server. */
function inspect(...argv: string[]): Promise<{ status: number; stdout: string; stderr: string }> {
  const program = inPackage('@modelcontextprotocol', 'inspector', 'clients', 'launcher', 'build', 'index.js')
  const header = ['--header', `Authorization: Bearer ${mcp.app.token}`]
  return new Promise((resolve) => {
    execFile(
      nodeProgram(),
      [program, '--cli', mcp.url.href, '--transport', 'http', ...argv, ...header],
      // It keeps a list of servers in the home folder.
      { env: { ...process.env, HOME: home } },
      (error, stdout, stderr) => resolve({ status: error ? Number(error.code ?? 1) : 0, stdout, stderr }),
    )
  })
}

it('lists tools whose schemas are portable', async () => {
  const { status, stdout, stderr } = await inspect('--method', 'tools/list', '--strict')
  expect(status, stderr).toBe(0)
  const { tools } = JSON.parse(stdout)
  expect(tools.map(({ name }: { name: string }) => name)).toEqual(
    expect.arrayContaining(['tasks_list', 'search_operations', 'execute_operation']),
  )
}, 60_000)

it('calls one', async () => {
  await mcp.app.call(createTask, { title: 'Seen from outside' })
  const { status, stdout, stderr } = await inspect(
    ...['--method', 'tools/call', '--tool-name', 'tasks_list', '--tool-arg', 'limit=1'],
  )
  expect(status, stderr).toBe(0)
  expect(JSON.parse(stdout).structuredContent.output.items[0].title).toBe('Seen from outside')
}, 60_000)
