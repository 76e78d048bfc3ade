import type { StoredEvent, SubscriptionContext } from '#kernel/context.ts'
import { FailureError } from '#kernel/failure.ts'
import { subscription } from '#kernel/handlers.ts'
import { addNotice } from '../internal.ts'
import { sources } from '../sources/sources.ts'

/** Tells the people whom events belong to. A key a happening keeps a repeated delivery from telling it twice. */
export default subscription({
  name: 'notifications',
  events: sources.map(({ event }) => event),
  async handle(context, events) {
    for (const event of events) await tell(context, event)
  },
})

async function tell({ forPerson }: SubscriptionContext, event: StoredEvent): Promise<void> {
  const source = sources.find((candidate) => candidate.event.name === event.type)
  if (!source || event.personId === null || event.personId.startsWith('system:')) return
  try {
    const told = await source.toNotice(forPerson(event.personId), event)
    if (!told) return
    const { personId = event.personId, ...notice } = told
    await forPerson(personId).call(addNotice, notice)
  } catch (cause) {
    // What it was about is gone by now, or is somebody else’s: there is nothing to tell.
    if (cause instanceof FailureError && cause.failure.declaration.kind === 'not-found') return
    throw cause
  }
}
