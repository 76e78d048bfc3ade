import type { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  allowOperation,
  decideApproval,
  disallowOperation,
  getApproval,
  listAllowedOperations,
  listApprovals,
  listAudit,
} from '#kernel/builtin/contract.ts'
import { listTasks } from '#modules/tasks/contract.ts'
import { callTool, openMcpApp, type McpTestApp } from './mcp-app.ts'

let mcp: McpTestApp
let client: Client
let title = ''
let count = 0

beforeAll(async () => {
  mcp = await openMcpApp()
  client = await mcp.connect({ token: await mcp.token(['read', 'write']) })
})
afterAll(() => mcp[Symbol.asyncDispose]())
beforeEach(() => void (title = `Task ${++count}`))

const create = (by = client) => callTool(by, 'tasks_create', { title })
const awaited = (id: string, by = client) => callTool(by, 'await_approval', { id, seconds: 0 })
const decide = (id: string, allow: boolean) => mcp.app.call(decideApproval, { id, allow })
const stateOf = async (id: string) => (await mcp.app.call(getApproval, { id })).state

async function made(): Promise<number> {
  const { items } = await mcp.app.call(listTasks, { limit: 200 })
  return items.filter((task) => task.title === title).length
}

describe('what an assistant wants to change', () => {
  it('waits for its person, and says how it is allowed', async () => {
    const { status, approval, note, isError } = await create()
    expect([status, isError]).toEqual(['waiting-for-approval', false])
    expect(note).toContain(`daybook approvals decide ${approval.id} --allow`)
    expect(await made()).toBe(0)
    const { items } = await mcp.app.call(listApprovals, { state: 'waiting' })
    expect(items[0]).toMatchObject({
      id: approval.id,
      operation: 'tasks.create',
      summary: 'Make a task',
      input: { title },
      client: 'A test client 1',
      mayRemember: true,
    })
  })

  it('is asked once, however often it is called', async () => {
    const first = await create()
    const second = await create()
    expect(second.approval.id).toBe(first.approval.id)
  })

  it('is carried out once when it is allowed, and told again to whoever asks again', async () => {
    await mcp.app.takeEvents()
    const { approval } = await create()
    await decide(approval.id, true)
    const done = await awaited(approval.id)
    expect([done.status, done.output.title]).toEqual(['done', title])
    expect(await awaited(approval.id)).toEqual(done)
    expect([await made(), await stateOf(approval.id)]).toEqual([1, 'done'])
    const events = (await mcp.app.takeEvents()).filter((name) => !name.startsWith('notifications.'))
    expect(events).toEqual(['approvals.requested', 'approvals.decided', 'tasks.created'])
  })

  it('is carried out when the call is repeated; the same call later is asked anew', async () => {
    const { approval } = await create()
    await decide(approval.id, true)
    expect((await create()).status).toBe('done')
    const again = await create()
    expect([again.status, await made()]).toEqual(['waiting-for-approval', 1])
    expect(again.approval.id).not.toBe(approval.id)
  })

  it('is carried out once though many come for it', async () => {
    const { approval } = await create()
    await decide(approval.id, true)
    const answers = await Promise.all([
      ...Array.from({ length: 8 }, () => awaited(approval.id)),
      ...Array.from({ length: 4 }, () => create()),
    ])
    expect(await made()).toBe(1)
    expect(answers.slice(0, 8).map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 'done'))
  })

  it('is not carried out with another input than was shown', async () => {
    const { approval } = await create()
    await decide(approval.id, true)
    const other = await callTool(client, 'tasks_create', { title, priority: 1 })
    expect(other.status).toBe('waiting-for-approval')
    expect([other.approval.id === approval.id, await made()]).toEqual([false, 0])
  })

  it('stays undone when it is denied', async () => {
    const { approval } = await create()
    await decide(approval.id, false)
    expect(await awaited(approval.id)).toMatchObject({ status: 'denied', isError: true })
    expect(await made()).toBe(0)
  })

  it('that its operation refuses is used up all the same', async () => {
    const given = { operation: 'tasks.complete', input: { id: '01933b6e-8f00-7000-8000-000000000001' } }
    const { approval } = await callTool(client, 'execute_operation', given)
    await decide(approval.id, true)
    const refused = await awaited(approval.id)
    expect([refused.status, refused.problem.code]).toEqual(['refused', 'task-not-found'])
    expect(await mcp.app.call(getApproval, { id: approval.id })).toMatchObject({
      state: 'refused',
      problem: 'task-not-found',
    })
  })

  it('that is not valid is refused before anybody is asked', async () => {
    const before = (await mcp.app.call(listApprovals, {})).items.length
    const refused = await callTool(client, 'tasks_create', { title, nope: 1 })
    expect(refused).toMatchObject({ status: 'refused', problem: { code: 'invalid-input', jsonRpcCode: -32602 } })
    expect((await mcp.app.call(listApprovals, {})).items.length).toBe(before)
  })

  it('stands in the audit as done through MCP', async () => {
    const { approval } = await create()
    await decide(approval.id, true)
    await awaited(approval.id)
    const { items } = await mcp.app.call(listAudit, { operation: 'tasks.create', limit: 1 })
    expect(items[0]).toMatchObject({ surface: 'mcp', actorId: mcp.app.owner.id, outcome: 'ok' })
    const asked = await mcp.app.call(listAudit, { operation: 'approvals.request', limit: 1 })
    expect(asked.items[0]).toMatchObject({ surface: 'mcp', subject: approval.id })
  })
})

describe('a token', () => {
  it('decides nothing, over HTTP or over MCP', async () => {
    const token = await mcp.token(['read', 'write', 'admin'])
    const { approval } = await create()
    const response = await mcp.app.fetch(`/api/v1/approvals/${approval.id}/decide`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: '{"allow":true}',
    })
    expect([response.status, ((await response.json()) as any).code]).toEqual([403, 'person-required'])
    const allowed = await mcp.app.fetch('/api/v1/approvals/allowed/tasks.create', {
      method: 'PUT',
      headers: { authorization: `Bearer ${token}` },
    })
    expect(allowed.status).toBe(403)
    for (const [operation, input] of [
      ['approvals.decide', { id: approval.id, allow: true }],
      ['approvals.allow', { operation: 'tasks.create' }],
    ]) {
      const refused = await callTool(client, 'execute_operation', { operation, input })
      expect(refused).toMatchObject({ status: 'refused', problem: { code: 'withheld' } })
    }
    expect(await stateOf(approval.id)).toBe('waiting')
  })

  it('of another person sees no request and awaits none', async () => {
    const { approval } = await create()
    const other = mcp.app.as(mcp.app.person('owner'))
    expect(await other.call(getApproval, { id: approval.id })).toMatchObject({ code: 'approval-not-found' })
    expect(await other.call(decideApproval, { id: approval.id, allow: true })).toMatchObject({
      code: 'approval-not-found',
    })
    expect(await other.call(listApprovals, {})).toMatchObject({ items: [] })
    const refused = await awaited('01933b6e-8f00-7000-8000-000000000001')
    expect(refused).toMatchObject({ status: 'refused', problem: { code: 'approval-not-found' } })
  })
})

describe('an operation allowed for good', () => {
  it('asks no more, until it is taken back', async () => {
    await mcp.app.call(allowOperation, { operation: 'tasks.create' })
    expect((await mcp.app.call(listAllowedOperations, {})).items).toMatchObject([{ operation: 'tasks.create' }])
    expect([(await create()).status, await made()]).toEqual(['done', 1])
    await mcp.app.call(disallowOperation, { operation: 'tasks.create' })
    expect((await create()).status).toBe('waiting-for-approval')
  })

  it('cannot be one that asks every time', async () => {
    const refused = await mcp.app.as(mcp.app.owner).call(allowOperation, { operation: 'identity.create-token' })
    expect(refused).toMatchObject({ code: 'always-asks' })
  })
})

describe('a client with a dialog of its own', () => {
  it('carries out what its person accepts there', async () => {
    const asked: string[] = []
    const talking = await mcp.connect({
      elicit: async (message) => {
        asked.push(message)
        return { action: 'accept', content: { allow: true } }
      },
    })
    const done = await create(talking)
    expect([done.status, await made()]).toEqual(['done', 1])
    expect(asked[0]).toContain(title)
  })

  it('leaves undone what its person declines', async () => {
    const declining = await mcp.connect({ elicit: async () => ({ action: 'decline' }) })
    expect([(await create(declining)).status, await made()]).toEqual(['denied', 0])
    const unticked = await mcp.connect({ elicit: async () => ({ action: 'accept', content: { allow: false } }) })
    title = `${title} again`
    expect([(await create(unticked)).status, await made()]).toEqual(['denied', 0])
  })

  it('goes on waiting in Daybook when the dialog is closed', async () => {
    const closing = await mcp.connect({ elicit: async () => ({ action: 'cancel' }) })
    const { status, approval } = await create(closing)
    expect(status).toBe('waiting-for-approval')
    await decide(approval.id, true)
    expect((await awaited(approval.id, closing)).status).toBe('done')
  })
})
