import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { cancelJob, getJob } from '#kernel/builtin/contract.ts'
import { getImport, importMail, resumeImport, undoImport } from '#modules/mail/contract.ts'
import { allMessages, codeOf, importBytes, openMailApp, upload } from './mail-app.ts'
import { mailText, mbox } from './write-mail.ts'

const three = ['one', 'two', 'three'].map((subject, n) =>
  mailText({ subject, id: `m${n}`, body: `Text of ${subject}.` }),
)

describe('an import that was cancelled', () => {
  const many = mbox(
    Array.from({ length: 1500 }, (_, n) =>
      mailText({ subject: `${n}`, id: `m${n}`, references: n % 3 ? [`m${n - 1}`] : [] }),
    ),
  )

  it('stands still, goes on where it stood, and ends like one that nobody stopped', async () => {
    await using app = await openMailApp()
    const { job, import: id } = await app.call(importMail, { uploadId: await upload(app, many) })
    for (;;) {
      const { stored, state } = await app.call(getImport, { id })
      expect(state).toBe('running')
      if (stored > 0) break
      await new Promise((resolve) => setTimeout(resolve, 1))
    }
    expect(codeOf(await app.as(app.owner).call(undoImport, { id }))).toBe('still-running')
    expect(codeOf(await app.as(app.owner).call(resumeImport, { id }))).toBe('already-finished')
    await app.call(cancelJob, { id: job })
    await app.settle()

    const stopped = await app.call(getImport, { id })
    expect(stopped).toMatchObject({ state: 'stopped', problem: null })
    expect(stopped.stored).toBeGreaterThan(0)
    expect(stopped.stored).toBeLessThan(1500)
    expect(await allMessages(app)).toHaveLength(stopped.stored)

    await app.call(resumeImport, { id })
    await app.settle()
    expect(await app.call(getImport, { id })).toMatchObject({
      state: 'done',
      seen: 1500,
      stored: 1500,
      duplicates: 0,
      failures: 0,
    })

    await using undisturbed = await openMailApp()
    await importBytes(undisturbed, many)
    const shape = (messages: Awaited<ReturnType<typeof allMessages>>) =>
      messages.map(({ subject, seen, place }) => [subject, seen, place]).sort()
    expect(shape(await allMessages(app))).toEqual(shape(await allMessages(undisturbed)))
    const sizes = async (of: typeof app) =>
      [...Map.groupBy(await allMessages(of), ({ threadId }) => threadId).values()]
        .map((group) => group.map(({ subject }) => Number(subject)).sort((a, b) => a - b))
        .sort((a, b) => a[0]! - b[0]!)
    expect(await sizes(app)).toEqual(await sizes(undisturbed))
  })

  it('can be undone while it stands still', async () => {
    await using app = await openMailApp()
    const { job, import: id } = await app.call(importMail, { uploadId: await upload(app, many) })
    while ((await app.call(getImport, { id })).stored === 0) await new Promise((resolve) => setTimeout(resolve, 1))
    await app.call(cancelJob, { id: job })
    await app.settle()
    await app.call(undoImport, { id })
    await app.settle()
    expect(await app.call(getImport, { id })).toMatchObject({ state: 'undone' })
    expect(await allMessages(app)).toEqual([])
    expect(codeOf(await app.as(app.owner).call(resumeImport, { id }))).toBe('already-finished')
    expect(await readdir(join(app.dataFolder, 'uploads'))).toEqual([])
  })

  it('stands still also when it was cancelled before it began', async () => {
    await using app = await openMailApp()
    const first = await app.call(importMail, { uploadId: await upload(app, many) })
    const waiting = await app.call(importMail, { uploadId: await upload(app, mbox(three)) })
    expect((await app.call(getJob, { id: waiting.job })).state).toBe('queued')
    await app.call(cancelJob, { id: waiting.job })
    await app.settle()
    expect((await app.call(getImport, { id: first.import })).state).toBe('done')
    expect(await app.call(getImport, { id: waiting.import })).toMatchObject({ state: 'stopped', stored: 0 })
    await app.call(resumeImport, { id: waiting.import })
    await app.settle()
    expect(await app.call(getImport, { id: waiting.import })).toMatchObject({ state: 'done', stored: 3 })
  })
})
