import { toPublicEvent } from '#kernel/realtime/event-types.ts'
import type { StoredEvent } from '#kernel/context.ts'

/** Events as the text of frames. A thousand subscribers are told of the same event: its text is made once. */
export function eventFrame(id: string, event: StoredEvent): string {
  return `{"id":${id},${membersOf(event)}}`
}

/** Several events in one frame. */
export function eventsFrame(id: string, events: readonly StoredEvent[]): string {
  return `{"id":${id},"events":[${events.map((event) => `{${membersOf(event)}}`).join(',')}]}`
}

const texts = new WeakMap<StoredEvent, string>()

function membersOf(event: StoredEvent): string {
  let text = texts.get(event)
  if (text === undefined) {
    text = `"event":${JSON.stringify(toPublicEvent(event))},"position":${event.position}`
    texts.set(event, text)
  }
  return text
}
