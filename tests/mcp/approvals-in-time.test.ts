import { expect, it } from 'vitest'
import { decideApproval, getApproval, updateSetting } from '#kernel/builtin/contract.ts'
import { addNote, listNotes } from '#testing/notes/contract.ts'
import { openNotesApp } from '#testing/notes/open-notes-app.ts'
import { callTool, openMcpApp } from './mcp-app.ts'

it('lapses after its minutes, waiting or allowed', async () => {
  let now = Date.now()
  await using mcp = await openMcpApp(await openNotesApp({ clock: () => now }))
  await mcp.app.call(updateSetting, { name: 'approvals.minutes', value: 2 })
  const client = await mcp.connect()
  const add = async (text: string) =>
    (await callTool(client, 'execute_operation', { operation: 'notes.add', input: { text } })).approval.id as string
  const [waiting, allowed] = [await add('one'), await add('two')]
  await mcp.app.call(decideApproval, { id: allowed, allow: true })

  now += 2 * 60_000
  for (const id of [waiting, allowed]) {
    expect(await callTool(client, 'await_approval', { id, seconds: 0 })).toMatchObject({
      status: 'expired',
      isError: true,
    })
    expect((await mcp.app.call(getApproval, { id })).state).toBe('expired')
  }
  expect(await mcp.app.as(mcp.app.owner).call(decideApproval, { id: waiting, allow: true })).toMatchObject({
    code: 'already-decided',
  })
  expect((await mcp.app.call(listNotes, {})).items).toEqual([])
})

it('is taken up by another when whoever took it died on the way', async () => {
  let now = Date.now()
  await using mcp = await openMcpApp(await openNotesApp({ clock: () => now }))
  const client = await mcp.connect()
  const input = { text: 'one' }
  const { approval } = await callTool(client, 'execute_operation', { operation: 'notes.add', input })
  await mcp.app.call(decideApproval, { id: approval.id, allow: true })
  // What a process that is killed after the commit, and before it said so, leaves behind.
  const { kernel, owner } = { kernel: mcp.app.daybook.kernel, owner: mcp.app.owner }
  const caller = {
    actor: owner,
    surface: 'mcp',
    requestId: 'r',
    address: '',
    idempotencyKey: `approval-${approval.id}`,
  }
  await kernel.execute(addNote, input, caller)
  await mcp.app.daybook.database.write(async (transaction) =>
    transaction.run("UPDATE approvals SET state = 'running', taken_at = ?", now),
  )

  now += 61_000
  const done = await callTool(client, 'await_approval', { id: approval.id, seconds: 0 })
  expect([done.status, done.output.text]).toEqual(['done', 'one'])
  expect((await mcp.app.call(listNotes, {})).items).toHaveLength(1)
})

it('keeps no secret: only who repeats the call carries it out', async () => {
  await using mcp = await openMcpApp(await openNotesApp())
  const client = await mcp.connect()
  const given = { operation: 'notes.add', input: { text: 'one', hint: 'open sesame' } }
  const { approval } = await callTool(client, 'execute_operation', given)
  expect((await mcp.app.call(getApproval, { id: approval.id })).input).toEqual({ text: 'one', hint: '[secret]' })
  await mcp.app.call(decideApproval, { id: approval.id, allow: true })

  expect((await callTool(client, 'await_approval', { id: approval.id, seconds: 0 })).status).toBe(
    'waiting-for-approval',
  )
  expect((await callTool(client, 'execute_operation', given)).status).toBe('done')
  const rows = await mcp.app.daybook.database.read(async (transaction) => transaction.all('SELECT * FROM approvals'))
  expect(JSON.stringify(rows)).not.toContain('open sesame')
})
