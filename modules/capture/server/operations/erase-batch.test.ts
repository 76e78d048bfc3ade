import { expect, it } from 'vitest'
import { systemActor } from '#kernel/actor.ts'
import { createCapture, createPrompt, listCaptures } from '../../contract.ts'
import { eraseBatch } from '../internal.ts'
import { openCaptureApp } from '../testing/open-capture-app.ts'

it('erases what one person wrote, and nothing of others', async () => {
  await using app = await openCaptureApp()
  const ada = app.person('member')
  await app.as(ada).call(createCapture, { text: 'Of Ada' })
  await app.as(ada).call(createPrompt, { name: 'Of Ada', text: 'x' })
  await app.call(createCapture, { text: 'Mine' })
  await app.settle()
  const erasing = systemActor('capture.erase', app.owner.workspaceId, ada.id)
  const { kernel } = app.daybook
  expect(await kernel.callAs(erasing, eraseBatch, { everybody: false, limit: 10 })).toEqual({ erased: 2 })
  expect(await kernel.callAs(erasing, eraseBatch, { everybody: false, limit: 10 })).toEqual({ erased: 0 })
  expect(await app.as(ada).call(listCaptures, {})).toMatchObject({ items: [] })
  expect((await app.call(listCaptures, {})).items).toHaveLength(1)
})

it('erases everything of a workspace that is gone', async () => {
  await using app = await openCaptureApp()
  await app.as(app.person('member')).call(createCapture, { text: 'Of Ada' })
  await app.call(createCapture, { text: 'Mine' })
  await app.settle()
  const erasing = systemActor('capture.erase', app.owner.workspaceId, null)
  const { erased } = await app.daybook.kernel.callAs(erasing, eraseBatch, { everybody: true, limit: 10 })
  expect(erased).toBe(2)
  expect((await app.call(listCaptures, {})).items).toEqual([])
})
