import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasAccess } from '#kernel/actor.ts'
import { listAudit } from '#kernel/builtin/contract.ts'
import { withheldBecause } from '#surfaces/mcp/reach.ts'
import { callTool, openMcpApp, type McpTestApp } from './mcp-app.ts'

let mcp: McpTestApp
beforeAll(async () => void (mcp = await openMcpApp()))
afterAll(() => mcp[Symbol.asyncDispose]())

/** Every operation a client finds, page by page of words. */
async function found(scopes: string[] | null): Promise<string[]> {
  const client = await mcp.connect(scopes ? { token: await mcp.token(scopes) } : {})
  const { output } = await callTool(client, 'search_operations', { limit: 50 })
  const { tools } = await client.listTools()
  return [...output.items.map(({ name }: { name: string }) => name), ...tools.map(({ name }) => name)]
}

describe('what a token may not do', () => {
  it('is not listed', async () => {
    const names = await found(['tasks:read'])
    expect(names).toContain('tasks.list')
    expect(names).toContain('tasks_list')
    expect(
      names.filter((name) => /^(mail[._]|search\.|search_find)|^tasks[._](create|complete|delete)/.test(name)),
    ).toEqual([])
  })

  it('is refused when it is named all the same, and the audit says so', async () => {
    const client = await mcp.connect({ token: await mcp.token(['read']) })
    for (const call of [
      callTool(client, 'tasks_create', { title: 'No' }),
      callTool(client, 'execute_operation', { operation: 'tasks.create', input: { title: 'No' } }),
    ]) {
      expect(await call).toMatchObject({
        status: 'refused',
        isError: true,
        problem: { code: 'not-allowed', kind: 'forbidden', status: 403, jsonRpcCode: -32002 },
      })
    }
    const refusals = async () => (await mcp.app.call(listAudit, { operation: 'tasks.create', limit: 2 })).items
    const entry = { surface: 'mcp', outcome: 'not-allowed' }
    await expect.poll(refusals).toMatchObject([entry, entry])
  })
})

describe('every public operation', () => {
  it('can be called, or is withheld for a reason that is told', async () => {
    const client = await mcp.connect()
    const withheld: string[] = []
    for (const operation of mcp.app.daybook.kernel.registry.public) {
      const reason = withheldBecause(operation)
      if (reason === null) continue
      withheld.push(operation.name)
      const refused = await callTool(client, 'execute_operation', { operation: operation.name })
      expect(refused.problem, operation.name).toMatchObject({
        code: 'withheld',
        detail: expect.stringContaining(reason),
      })
    }
    const isForPrograms = mcp.app.daybook.kernel.registry.public.filter(
      ({ kind, access }) => kind === 'command' || (kind === 'query' && access !== 'anonymous'),
    )
    expect(isForPrograms.length).toBeGreaterThan(40)
    expect(withheld).toEqual(
      expect.arrayContaining(['uploads.create', 'jobs.watch', 'approvals.decide', 'identity.create-token']),
    )
  })

  it('that only reads answers its example to an assistant as it does over HTTP', async () => {
    const client = await mcp.connect()
    const reading = mcp.app.daybook.kernel.registry.public.filter(
      (operation) => operation.kind === 'query' && withheldBecause(operation) === null,
    )
    expect(reading.length).toBeGreaterThan(15)
    for (const operation of reading) {
      if (!hasAccess(mcp.app.owner, operation.access)) continue
      const given = { operation: operation.name, input: operation.example }
      const { status, problem } = await callTool(client, 'execute_operation', given)
      const isMissing = status === 'refused' && problem.kind === 'not-found'
      expect(status === 'done' || isMissing, `${operation.name} ${JSON.stringify(problem)}`).toBe(true)
    }
  })

  it('that changes something asks first, unless it says that it never does', async () => {
    const client = await mcp.connect()
    const changing = mcp.app.daybook.kernel.registry.public.filter(
      (operation) => operation.kind === 'command' && withheldBecause(operation) === null,
    )
    for (const operation of changing) {
      if (operation.agent.confirm === 'never') continue
      const given = { operation: operation.name, input: operation.example }
      const { status, problem } = await callTool(client, 'execute_operation', given)
      const isFull = status === 'refused' && problem.code === 'too-many-approvals'
      expect(status === 'waiting-for-approval' || isFull, `${operation.name} ${JSON.stringify(problem)}`).toBe(true)
    }
  })
})
