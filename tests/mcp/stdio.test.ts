import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { ElicitRequestSchema } from '@modelcontextprotocol/sdk/types.js'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { openCli, type Cli } from '#apps/cli/testing/run-cli.ts'
import { callTool } from './mcp-app.ts'

const MAIN = fileURLToPath(new URL('../../apps/cli/main.ts', import.meta.url))

/** A client that starts `daybook mcp` as assistants' programs do. */
async function connect(cli: Cli, accepts = false): Promise<Client & AsyncDisposable> {
  const client = new Client(
    { name: 'A program', version: '1' },
    { capabilities: accepts ? { elicitation: { form: {} } } : {} },
  )
  if (accepts)
    client.setRequestHandler(ElicitRequestSchema, async () => ({ action: 'accept', content: { allow: true } }))
  await client.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: [MAIN, 'mcp'],
      cwd: cli.folder,
      env: { ...process.env, DAYBOOK_DATA: cli.data, LOG_LEVEL: 'warn' } as Record<string, string>,
      stderr: 'inherit',
    }),
  )
  return Object.assign(client, { [Symbol.asyncDispose]: () => client.close() })
}

it('serves an assistant without a server, and its person decides on the command line meanwhile', async () => {
  await using cli = await openCli()
  await using client = await connect(cli)
  expect((await client.listTools()).tools.length).toBeGreaterThan(5)
  const { approval } = await callTool(client, 'tasks_create', { title: 'Call the bank' })

  const waiting = callTool(client, 'await_approval', { id: approval.id, seconds: 50 })
  const decided = await cli.run(['approvals', 'decide', approval.id, '--allow', '--json'])
  expect(decided.json, decided.stderr).toMatchObject({ state: 'allowed' })
  expect(await waiting).toMatchObject({ status: 'done', output: { title: 'Call the bank' } })
  await client.close()

  const { json } = await cli.run(['task', 'list', '--json'])
  expect(json.items.map(({ title }: { title: string }) => title)).toEqual(['Call the bank'])
}, 60_000)

it('carries questions to the program, and its answers back', async () => {
  await using cli = await openCli()
  await using client = await connect(cli, true)
  expect(await callTool(client, 'tasks_create', { title: 'Book a table' })).toMatchObject({
    status: 'done',
    output: { title: 'Book a table' },
  })
}, 60_000)

it('goes through the server that runs', async () => {
  await using cli = await openCli()
  const server = await cli.start()
  {
    await using client = await connect(cli)
    await cli.run(['approvals', 'allow', 'tasks.create'])
    expect(await callTool(client, 'tasks_create', { title: 'Water the plants' })).toMatchObject({ status: 'done' })
    const { json } = await cli.run(['task', 'list', '--json'])
    expect(json.items).toHaveLength(1)
  }
  expect(await server.stop()).toBe(0)
}, 60_000)
