import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { violations } from './support/axe.ts'
import type { View } from './support/browser.ts'
import { openWorld, type World } from './support/world.ts'

let world: World
let assistant: Client

beforeAll(async () => {
  world = await openWorld()
  const { token } = JSON.parse(await readFile(join(world.daybook.folder, 'server.json'), 'utf8'))
  assistant = new Client({ name: 'Desk helper', version: '2' })
  await assistant.connect(
    new StreamableHTTPClientTransport(new URL('/mcp', world.daybook.url), {
      requestInit: { headers: { authorization: `Bearer ${token}` } },
    }),
  )
}, 120_000)

afterAll(async () => {
  await assistant?.close()
  await world?.[Symbol.asyncDispose]()
})

async function ask(name: string, input: Record<string, unknown>): Promise<any> {
  return (await assistant.callTool({ name, arguments: input })).structuredContent
}

async function openApprovals(view: View = {}) {
  const opened = await world.open(view)
  await opened.page.goto(`${world.daybook.url}/settings/approvals`)
  await opened.page.getByRole('heading', { name: 'Waiting for you' }).waitFor()
  return opened
}

it('allows what an assistant asks for, and the assistant gets its answer', async () => {
  const { approval } = await ask('tasks_create', { title: 'Send the offer to Ben', notes: 'With the new prices.' })
  const waiting = ask('await_approval', { id: approval.id, seconds: 50 })
  const { page, complaints } = await openApprovals()
  const card = page.getByRole('listitem').filter({ hasText: 'Desk helper 2 asks for' })
  expect(await card.innerText()).toContain('Send the offer to Ben')
  await card.getByRole('button', { name: 'Allow once' }).click()
  expect((await waiting).output.title).toBe('Send the offer to Ben')
  await page.getByText('Nothing waits for you.').waitFor()
  expect(complaints).toEqual([])
  await page.context().close()
}, 60_000)

it('denies it', async () => {
  const { approval } = await ask('tasks_create', { title: 'Buy a boat' })
  const { page } = await openApprovals()
  await page.getByRole('button', { name: 'Deny' }).click()
  await page.getByText('Nothing waits for you.').waitFor()
  expect((await ask('await_approval', { id: approval.id, seconds: 0 })).status).toBe('denied')
  await page.context().close()
}, 60_000)

it('remembers what is always allowed, and forgets it again', async () => {
  await ask('tasks_create', { title: 'Water the plants' })
  const { page } = await openApprovals()
  await page.getByRole('button', { name: 'Always allow this' }).click()
  await page.getByRole('button', { name: 'Ask again before tasks.create' }).waitFor()
  expect((await ask('tasks_create', { title: 'Feed the cat' })).status).toBe('done')
  await page.getByRole('button', { name: 'Ask again before tasks.create' }).click()
  await page.getByText('Assistants ask before every change.').waitFor()
  expect((await ask('tasks_create', { title: 'Walk the dog' })).status).toBe('waiting-for-approval')
  await page.context().close()
}, 60_000)

const views: [string, View][] = [
  ['light', {}],
  ['dark', { scheme: 'dark' }],
  ['calm', { calm: true }],
  ['a phone', { width: 390, height: 844 }],
]

it.each(views)(
  'is clean by axe in %s',
  async (name, view) => {
    const { page } = await openApprovals(view)
    await page.getByText('Walk the dog').waitFor()
    const folder = process.env.DAYBOOK_PICTURE_FOLDER
    if (folder) await page.screenshot({ path: join(folder, `approvals-${name.replace(' ', '-')}.png`) })
    expect(await violations(page)).toEqual([])
    await page.context().close()
  },
  60_000,
)
