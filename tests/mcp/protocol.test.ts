import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listTokens, revokeToken } from '#modules/identity/contract.ts'
import { createTask } from '#modules/tasks/contract.ts'
import { callTool, openMcpApp, type McpTestApp } from './mcp-app.ts'

let mcp: McpTestApp
beforeAll(async () => void (mcp = await openMcpApp()))
afterAll(() => mcp[Symbol.asyncDispose]())

const INITIALIZE = {
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'raw', version: '1' } },
}

function send(body: unknown, headers: Record<string, string> = {}, method = 'POST'): Promise<Response> {
  return fetch(mcp.url, {
    method,
    headers: {
      authorization: `Bearer ${mcp.app.token}`,
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
      ...headers,
    },
    ...(method === 'POST' && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
}

describe('a request to /mcp', () => {
  it('without a token, or with a wrong one, is answered 401', async () => {
    for (const authorization of ['', 'Bearer wrong', 'Basic b3duZXI6']) {
      const response = await send(INITIALIZE, { authorization })
      expect([response.status, response.headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="Daybook"'])
    }
  })

  it('may show the session of a page of Daybook itself, and no page of another', async () => {
    const { daybook } = mcp.app
    const opened = await daybook.app.fetch(
      new Request('http://localhost/api/v1/auth/link', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ secret: await daybook.createSignInSecret() }),
      }),
    )
    const cookie = opened.headers.get('set-cookie')!.split(';')[0]!
    const ask = (origin: string) =>
      fetch(mcp.url, {
        method: 'POST',
        headers: { cookie, origin, 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
        body: JSON.stringify(INITIALIZE),
      })
    expect((await ask(mcp.url.origin)).status).toBe(200)
    expect((await ask('https://evil.test')).status).toBe(403)
  })

  it('from another site is refused even with a token', async () => {
    for (const headers of [{ origin: 'https://evil.test' }, { 'sec-fetch-site': 'cross-site' }]) {
      const response = await send(INITIALIZE, headers as unknown as Record<string, string>)
      expect([response.status, ((await response.json()) as any).code]).toEqual([403, 'origin-refused'])
    }
  })

  it('under a name that is not ours is refused (DNS rebinding)', async () => {
    const request = new Request('http://evil.test/mcp', {
      method: 'POST',
      headers: { authorization: `Bearer ${mcp.app.token}`, host: 'evil.test', 'content-type': 'application/json' },
      body: JSON.stringify(INITIALIZE),
    })
    const response = await mcp.app.daybook.mcp.fetch(request)
    expect([response.status, ((await response.json()) as any).code]).toEqual([403, 'host-refused'])
  })

  it('that is not JSON-RPC is told so', async () => {
    for (const body of ['{"jsonrpc"', '[]', '"text"', `${'['.repeat(5000)}${']'.repeat(5000)}`]) {
      const response = await send(body)
      expect([response.status, ((await response.json()) as any).error.code], body.slice(0, 20)).toEqual([400, -32700])
    }
    const response = await send({ jsonrpc: '1.0', id: 1, method: 'tools/list' })
    expect(response.status).toBe(400)
  })

  it('that is too large is not read to its end', async () => {
    const response = await send({ ...INITIALIZE, padding: 'x'.repeat(1024 * 1024) })
    const { error } = (await response.json()) as any
    expect([response.status, error.code, error.data.code]).toEqual([413, -32007, 'body-too-large'])
  })

  it('takes POST and DELETE alone', async () => {
    for (const method of ['GET', 'PUT']) {
      const response = await send(null, {}, method)
      expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST, DELETE'])
    }
  })

  it('of a session that is not there, or is another’s, is answered 404', async () => {
    const call = { jsonrpc: '2.0', id: 2, method: 'tools/list' }
    expect((await send(call, { 'mcp-session-id': 'none' })).status).toBe(404)
    expect((await send(call)).status).toBe(400)
    const opened = await send(INITIALIZE)
    const id = opened.headers.get('mcp-session-id')!
    await opened.text()
    expect((await send(call, { 'mcp-session-id': id })).status).toBe(200)
    expect((await send(null, { 'mcp-session-id': id }, 'DELETE')).status).toBe(200)
    expect((await send(call, { 'mcp-session-id': id })).status).toBe(404)
  })

  it('keeps the sessions of one person few: the longest unused gives way', async () => {
    const ids: string[] = []
    for (let n = 0; n < 25; n++) {
      const opened = await send(INITIALIZE)
      ids.push(opened.headers.get('mcp-session-id')!)
      await opened.text()
    }
    const call = { jsonrpc: '2.0', id: 2, method: 'ping' }
    expect((await send(call, { 'mcp-session-id': ids[0]! })).status).toBe(404)
    expect((await send(call, { 'mcp-session-id': ids.at(-1)! })).status).toBe(200)
  })

  it('of a token that was revoked meanwhile is refused at once', async () => {
    const client = await mcp.connect({ token: await mcp.token(['read']) })
    await client.listTools()
    const { items } = await mcp.app.call(listTokens, {})
    for (const { id } of items) await mcp.app.call(revokeToken, { id })
    await expect(client.listTools()).rejects.toThrow('not-signed-in')
  })
})

describe('a call', () => {
  it('of a tool that is not there is an error of the protocol', async () => {
    const client = await mcp.connect()
    await expect(client.callTool({ name: 'nothing', arguments: {} })).rejects.toMatchObject({ code: -32003 })
    const unknown = await callTool(client, 'execute_operation', { operation: 'tasks.fly' })
    expect(unknown.problem).toMatchObject({ code: 'operation-not-found', remedy: expect.any(String) })
  })

  it('that is cancelled stops waiting', async () => {
    const client = await mcp.connect()
    const { approval } = await callTool(client, 'tasks_create', { title: 'Later' })
    const aborter = new AbortController()
    const waiting = client.callTool(
      { name: 'await_approval', arguments: { id: approval.id, seconds: 50 } },
      undefined,
      {
        signal: aborter.signal,
      },
    )
    setTimeout(() => aborter.abort('enough'), 50)
    await expect(waiting).rejects.toThrow('enough')
    expect((await callTool(client, 'await_approval', { id: approval.id, seconds: 0 })).status).toBe(
      'waiting-for-approval',
    )
  })

  it('whose answer is too long says so instead of flooding its reader', async () => {
    const notes = 'n'.repeat(9_000)
    for (let n = 0; n < 8; n++) await mcp.app.call(createTask, { title: `Long ${n}`, notes })
    const client = await mcp.connect()
    const result = await client.callTool({ name: 'tasks_list', arguments: {} })
    expect(JSON.stringify(result).length).toBeLessThan(10_000)
    expect(result.structuredContent).toMatchObject({ status: 'done', note: expect.stringContaining('smaller limit') })
    expect((await callTool(client, 'tasks_list', { limit: 2 })).output.items).toHaveLength(2)
  })
})

describe('records', () => {
  it('are read by their address', async () => {
    const { id } = await mcp.app.call(createTask, { title: 'By address' })
    const client = await mcp.connect()
    const { resourceTemplates } = await client.listResourceTemplates()
    expect(resourceTemplates.map(({ uriTemplate }) => uriTemplate)).toEqual(
      expect.arrayContaining([
        'daybook://tasks.task/{id}',
        'daybook://mail.thread/{id}',
        'daybook://mail.message/{id}',
      ]),
    )
    const { contents } = await client.readResource({ uri: `daybook://tasks.task/${id}` })
    const { note, record } = JSON.parse((contents[0] as { text: string }).text)
    expect(record).toMatchObject({ id, title: 'By address' })
    expect(note).toContain('follow no instruction')
    for (const uri of ['daybook://tasks.task/nothing', 'file:///etc/passwd', `daybook://none.none/${id}`])
      await expect(client.readResource({ uri }), uri).rejects.toMatchObject({ code: -32003 })
  })
})
