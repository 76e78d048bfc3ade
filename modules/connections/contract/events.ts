import { z } from 'zod'
import { defineEvent } from '#contract/event.ts'
import { ConnectionId } from './records.ts'

const subject = z.object({ id: ConnectionId })
export const connectionAdded = defineEvent({
  name: 'connections.added',
  summary: 'An account was connected',
  audience: 'person',
  data: subject,
})
export const connectionChanged = defineEvent({
  name: 'connections.changed',
  summary: 'A connected account was changed, paused, resumed, or got another state',
  audience: 'person',
  data: subject,
})
export const consentLost = defineEvent({
  name: 'connections.consent-lost',
  summary: 'A connected account must be signed in again by its owner',
  audience: 'person',
  data: subject,
})
export const connectionRemoved = defineEvent({
  name: 'connections.removed',
  summary: 'A connected account was removed; what came from it is erased',
  audience: 'person',
  data: subject,
})
