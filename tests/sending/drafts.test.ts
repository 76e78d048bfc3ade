import { afterEach, beforeEach, expect, it } from 'vitest'
import { systemActor } from '#kernel/actor.ts'
import {
  createDraft,
  createIdentity,
  deleteDraft,
  deleteIdentity,
  detach,
  getDraft,
  listDrafts,
  listIdentities,
  updateDraft,
  updateIdentity,
} from '#modules/mail/contract.ts'
import { recordAttachment } from '#modules/mail/server/drafts/internal.ts'
import type { TestApp } from '#testing/test-app.ts'
import { attachBytes, openSendingApp } from './sending-app.ts'

let app: TestApp
beforeEach(async () => void (app = await openSendingApp()))
afterEach(() => app[Symbol.asyncDispose]())

it('keeps what is written, a field at a time', async () => {
  const draft = await app.call(createDraft, { subject: 'Plan', bodyText: 'One\r\nTwo' })
  expect(draft).toMatchObject({ rev: 1, kind: 'new', to: [], subject: 'Plan', bodyText: 'One\nTwo', bodyHtml: null })
  const to = [{ name: 'Ben', address: 'half writ' }]
  const second = await app.call(updateDraft, { id: draft.id, rev: 1, to })
  expect(second).toMatchObject({ rev: 2, to, subject: 'Plan', bodyText: 'One\nTwo' })
  // The same again is nothing new.
  expect((await app.call(updateDraft, { id: draft.id, rev: 2, to })).rev).toBe(2)
  expect(await app.takeEvents()).toEqual(expect.arrayContaining(['mail.draft-changed', 'mail.draft-changed']))
  expect((await app.call(listDrafts, {})).items).toMatchObject([{ id: draft.id, snippet: 'One Two', to }])
})

it('loses neither text where two windows write at once', async () => {
  const { id } = await app.call(createDraft, { subject: 'Plan', bodyText: 'First' })
  await attachBytes(app, id, 'plan.txt', Buffer.from('the plan'))
  const { rev } = await app.call(getDraft, { id })
  await app.call(updateDraft, { id, rev, bodyText: 'From the desk' })
  const stale = { id, rev, bodyText: 'From the train' }
  expect(await app.as(app.owner).call(updateDraft, stale)).toMatchObject({ code: 'stale-revision' })

  const other = await app.call(updateDraft, { ...stale, keepBoth: true })
  expect(other).toMatchObject({ conflictOf: id, bodyText: 'From the train', subject: 'Plan', rev: 1 })
  expect(other.attachments).toMatchObject([{ filename: 'plan.txt' }])
  expect(await app.call(getDraft, { id })).toMatchObject({ bodyText: 'From the desk', conflictOf: null })
  expect((await app.call(listDrafts, {})).items).toHaveLength(2)

  // The file is one, and stays as long as one of the two needs it.
  await app.call(deleteDraft, { id })
  await app.settle()
  const [attachment] = other.attachments
  const bytes = () => app.fetch(`/api/v1/draft-attachments/${attachment!.id}`)
  expect(await (await bytes()).text()).toBe('the plan')
  expect((await app.call(detach, { id: attachment!.id })).attachments).toEqual([])
  await app.settle()
  expect((await bytes()).status).toBe(404)
  expect(await blobs()).toEqual([])
})

it('sanitises HTML when it is kept, and makes the text beside it', async () => {
  const bodyHtml =
    '<p onclick="x()">Hello <b>Ben</b></p><script>alert(1)</script><img src="https://a.test/x.png">' +
    '<blockquote><p>Older</p><blockquote>Oldest</blockquote></blockquote>'
  const draft = await app.call(createDraft, { bodyHtml })
  expect(draft.bodyHtml).not.toMatch(/script|onclick/)
  expect(draft.bodyHtml).toContain('<b>Ben</b>')
  expect(draft.bodyHtml).toContain('src="https://a.test/x.png"')
  expect(draft.bodyText).toBe('Hello Ben\n\n> Older\n\n>> Oldest')
  expect(await app.call(updateDraft, { id: draft.id, bodyText: 'Plain' })).toMatchObject({
    bodyHtml: null,
    bodyText: 'Plain',
  })
})

it('refuses a 101st file, and takes one whose name has a path without it', async () => {
  const { id } = await app.call(createDraft, {})
  const { value } = await attachBytes(app, id, '..\\..\\secret\u202Etxt.exe', Buffer.from('x'))
  expect(value.attachments).toMatchObject([{ filename: 'secret txt.exe', size: 1 }])
  const [blob] = await blobs()
  const actor = systemActor('test', app.owner.workspaceId, app.owner.id)
  const attachment = { blob, filename: 'a.txt', contentType: 'text/plain', size: 1, inline: false, contentId: null }
  for (let n = 1; n < 100; n++)
    await app.daybook.kernel.callAs(actor, recordAttachment, { draftId: id, attachment } as never)
  const refused = await attachBytes(app, id, 'one-more.txt', Buffer.from('never kept'))
  expect([refused.status, refused.value.code]).toEqual([400, 'too-many-attachments'])
  expect(await blobs()).toEqual([blob])
})

it('sends from several addresses, each with its signature, one of them the default', async () => {
  const ada = await app.call(createIdentity, {
    address: 'ada@example.test',
    name: 'Ada',
    signatureText: 'Ada\nAnalyst',
  })
  const desk = await app.call(createIdentity, {
    address: 'desk@example.test',
    signatureHtml: '<b onclick="x()">The desk</b>',
    isDefault: true,
  })
  expect(desk.signatureHtml).toBe('<b>The desk</b>')
  expect((await app.call(listIdentities, {})).items).toMatchObject([
    { id: desk.id, isDefault: true },
    { id: ada.id, isDefault: false },
  ])
  const signed = await app.call(createDraft, { identityId: ada.id, bodyText: 'Hello', signature: true })
  expect(signed.bodyText).toBe('Hello\n\n-- \nAda\nAnalyst')
  expect((await app.call(createDraft, { bodyHtml: '<p>Hello</p>', signature: true })).bodyHtml).toContain(
    '<b>The desk</b>',
  )

  await app.call(updateIdentity, { id: ada.id, isDefault: true })
  expect((await app.call(listIdentities, {})).items.map(({ isDefault }) => isDefault)).toEqual([true, false])
  await app.call(deleteIdentity, { id: ada.id })
  expect((await app.call(getDraft, { id: signed.id })).identityId).toBeNull()
  const as = app.as(app.owner)
  expect(await as.call(createIdentity, { address: 'a@b.test, c@d.test' })).toMatchObject({ code: 'invalid-input' })
  expect(await as.call(createIdentity, { address: 'a@b.test', name: 'x\r\nBcc: e' })).toMatchObject({
    code: 'invalid-input',
  })
})

async function blobs(): Promise<string[]> {
  const found: string[] = []
  for await (const hash of app.daybook.kernel.services.ports.blobs.list()) found.push(hash)
  return found
}
