import { z } from 'zod'
import { defineEvent } from '#contract/event.ts'
import { CaptureId, PromptId } from './capture.ts'

const data = z.object({ id: CaptureId })
const audience = 'person'

export const captureCreated = defineEvent({
  name: 'capture.created',
  summary: 'Something was written down',
  audience,
  data,
})
export const captureRead = defineEvent({ name: 'capture.read', summary: 'A capture was read', audience, data })
export const captureUpdated = defineEvent({
  name: 'capture.updated',
  summary: 'A capture or a piece of it changed',
  audience,
  data,
})
export const captureDeleted = defineEvent({
  name: 'capture.deleted',
  summary: 'A capture was deleted',
  audience,
  data,
})
export const captureRestored = defineEvent({
  name: 'capture.restored',
  summary: 'A deleted capture came back',
  audience,
  data,
})
export const captureErased = defineEvent({
  name: 'capture.erased',
  summary: 'A deleted capture went for good',
  audience,
  data,
})
export const promptChanged = defineEvent({
  name: 'capture.prompt-changed',
  summary: 'A prompt was made, changed or deleted',
  audience,
  data: z.object({ id: PromptId }),
})
