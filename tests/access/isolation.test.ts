import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { uuidv7 } from '#base/ids.ts'
import type { AnyOperation } from '#contract/operation.ts'
import { createUpload } from '#kernel/builtin/contract.ts'
import { toRequest } from '#client/to-request.ts'
import { createLabel, importMail } from '#modules/mail/contract.ts'
import { createProject, createTask } from '#modules/tasks/contract.ts'
import { idMembers } from '../conformance/id-members.ts'
import { openConformanceApp, readAnswer, type ConformanceApp } from '../conformance/conformance-app.ts'
import { Records } from '../conformance/records.ts'
import { People } from './callers.ts'

/** Words that stand in nothing but the owner's own records. */
const PRIVATE = 'zanzibar'
const SHARED = 'kilimanjaro'
/** Records that belong to one person of a workspace. */
const PERSONAL = /^(mail\.|day\.|kernel\.(job|upload|approval)|identity\.(session|token))/

let conformance: ConformanceApp
let records: Records
/** A member of the owner's workspace, and the owner of another one, by session. */
let colleague: Record<string, string>
let stranger: Record<string, string>

beforeAll(async () => {
  conformance = await openConformanceApp()
  records = new Records(conformance)
  const { app } = conformance
  const people = new People(app)
  colleague = await people.session(await people.add('Ben', 'member'))
  stranger = await people.session(await people.elsewhere('Nora'))

  const upload = await app.fetch(`/api/v1${createUpload.http.path}?name=${PRIVATE}.mbox`, {
    method: 'POST',
    body: mail(),
  })
  const { id: uploadId } = (await upload.json()) as { id: string }
  await app.call(importMail, { uploadId, label: PRIVATE })
  await app.call(createLabel, { name: `${PRIVATE} label` })
  await app.call(createProject, { name: `${SHARED} project` })
  await app.call(createTask, { title: `${SHARED} task` })
  await app.settle()
})
afterAll(() => conformance[Symbol.asyncDispose]())

function mail(): string {
  return `From ada@example.test Thu Nov 12 10:00:00 2026
From: ${PRIVATE} <${PRIVATE}@example.test>
To: Owner <owner@example.test>
Subject: ${PRIVATE} plans
Message-ID: <${PRIVATE}@example.test>
Date: Thu, 12 Nov 2026 10:00:00 +0000

Meet me in ${PRIVATE}.

`
}

async function send(headers: Record<string, string>, operation: AnyOperation, input: unknown) {
  const request = toRequest({ baseUrl: 'http://localhost' }, operation, input, {})
  for (const [name, value] of Object.entries(headers)) request.headers.set(name, value)
  return readAnswer(await conformance.app.daybook.app.fetch(request))
}

/** Operations that a session of this role reaches and that take an id of such a kind. */
function withIds(role: 'member' | 'owner', wanted: (kind: string) => boolean) {
  return conformance.operations
    .filter(({ access }) => access !== 'instance-admin' && (role === 'owner' || !['admin', 'owner'].includes(access)))
    .flatMap((operation) => idMembers(operation).map((member) => ({ operation, member })))
    .filter(({ member }) => wanted(member.kind) && !UNMADE.has(member.kind))
}

/** Kinds of which these tests make no record: a passkey needs its device, a notice something to tell of. */
const UNMADE = new Set(['identity.passkey', 'notifications.notice'])

async function expectUnknown(headers: Record<string, string>, cases: ReturnType<typeof withIds>): Promise<void> {
  for (const { operation, member } of cases) {
    const withId = (id: string) => ({ ...operation.example, [member.name]: member.many ? [id] : id })
    const real = await send(headers, operation, withId(await records.of(member.kind)))
    const unknown = await send(headers, operation, withId(uuidv7()))
    const told = ({ status, problem, value }: typeof real) => [status, problem?.code ?? value]
    expect(told(real), `${operation.name} ${member.name}`).toEqual(told(unknown))
    expect([404, 200, 503], `${operation.name} ${member.name} ${real.status}`).toContain(real.status)
    if (real.status === 200 && operation.kind === 'query') expect(real.value.items, operation.name).toEqual([])
  }
}

/** What a caller reads by every query that answers its example, as one text. */
async function everythingRead(headers: Record<string, string>): Promise<string> {
  const queries = conformance.operations.filter(({ kind }) => kind === 'query')
  const texts: string[] = []
  for (const operation of queries) {
    const { status, value } = await send(headers, operation, operation.example)
    if (status === 200) texts.push(`${operation.name} ${JSON.stringify(value)}`)
  }
  const find = queries.find(({ name }) => name === 'search.find')!
  for (const q of [PRIVATE, SHARED, '', 'in:anywhere', `from:${PRIVATE}`, `label:"${PRIVATE} label"`])
    texts.push(JSON.stringify((await send(headers, find, { q, snippets: true })).value))
  return texts.join('\n')
}

describe('an id of another workspace', () => {
  it('is as unknown as one of nothing, to every operation', async () => {
    const cases = withIds('owner', () => true)
    expect(cases.length).toBeGreaterThan(40)
    await expectUnknown(stranger, cases)
  })
})

describe('an id of somebody else’s in one workspace', () => {
  it('is as unknown as one of nothing where the record is private', async () => {
    const cases = withIds('member', (kind) => PERSONAL.test(kind))
    expect(cases.length).toBeGreaterThan(20)
    await expectUnknown(colleague, cases)
  })
})

describe('what a query tells', () => {
  it('holds the owner’s own words for the owner', async () => {
    const text = await everythingRead({ authorization: `Bearer ${conformance.app.token}` })
    expect(text).toContain(PRIVATE)
    expect(text).toContain(SHARED)
  })

  it('holds nothing of a colleague’s mail: no list, number, search, feed or job', async () => {
    const text = await everythingRead(colleague)
    expect(text).toContain(SHARED)
    expect(text).not.toContain(PRIVATE)
    expect(text).toMatch(/^mail\.counts (?!.*"(messages|unread)":[1-9])/m)
  })

  it('holds nothing of another workspace', async () => {
    const text = await everythingRead(stranger)
    expect(text).not.toContain(PRIVATE)
    expect(text).not.toContain(SHARED)
    expect(text).not.toContain(conformance.app.owner.workspaceId)
  })
})

describe('a cursor of somebody else', () => {
  it('opens no list but one’s own', async () => {
    const owner = { authorization: `Bearer ${conformance.app.token}` }
    const lists = conformance.operations.filter(
      ({ kind, access, input }) => kind === 'query' && access !== 'instance-admin' && 'cursor' in (input as any).shape,
    )
    let followed = 0
    for (const operation of lists) {
      const { value } = await send(owner, operation, { ...operation.example, limit: 1 })
      if (!value?.next) continue
      followed++
      const { status, value: theirs } = await send(stranger, operation, { ...operation.example, cursor: value.next })
      if (status === 200)
        expect(JSON.stringify(theirs), operation.name).not.toContain(conformance.app.owner.workspaceId)
      if (status === 200) expect(JSON.stringify(theirs), operation.name).not.toMatch(new RegExp(`${PRIVATE}|${SHARED}`))
    }
    expect(followed).toBeGreaterThan(2)
  })
})
