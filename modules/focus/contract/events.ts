import { z } from 'zod'
import { defineEvent } from '#contract/event.ts'
import { id, instant } from '#contract/schema.ts'

export const SessionId = id('focus.session')
export const ThoughtId = id('focus.thought')
export const FocusTemplateId = id('focus.template')

const aboutSession = z.object({ id: SessionId })
export const sessionStarted = defineEvent({
  name: 'focus.started',
  summary: 'A focus session began',
  audience: 'person',
  data: aboutSession,
})
export const sessionChanged = defineEvent({
  name: 'focus.changed',
  summary: 'A focus session was paused, resumed, extended or changed, or a break began or ended',
  audience: 'person',
  data: aboutSession,
})
export const sessionFinished = defineEvent({
  name: 'focus.finished',
  summary: 'A focus session ended',
  audience: 'person',
  data: aboutSession,
})
export const bellRang = defineEvent({
  name: 'focus.bell-rang',
  summary: 'The bell of a focus session rang, and no page of its person was open to say so',
  audience: 'person',
  data: aboutSession.extend({ bellAt: instant() }),
})
export const sessionCorrected = defineEvent({
  name: 'focus.corrected',
  summary: 'A focus session of before was corrected',
  audience: 'person',
  data: aboutSession,
})
export const thoughtParked = defineEvent({
  name: 'focus.thought-parked',
  summary: 'A thought was parked, or a parked one was seen to',
  audience: 'person',
  data: z.object({ id: ThoughtId }),
})
export const templateChanged = defineEvent({
  name: 'focus.template-changed',
  summary: 'A template of focus sessions was made, changed or deleted',
  audience: 'person',
  data: z.object({ id: FocusTemplateId }),
})
