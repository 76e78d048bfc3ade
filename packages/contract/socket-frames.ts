import { z } from 'zod'
import { instant } from './schema.ts'

/** Something that happened, as subscribers are told of it: ids and neutral fields, no personal text. */
export const Event = z
  .object({
    id: z.string(),
    type: z.string().describe('The name of the event, such as tasks.completed'),
    subjectId: z.string().describe('Id of the record it happened to'),
    actorId: z.string().describe('Who did it'),
    at: instant(),
    data: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'Event' })
export type Event = z.infer<typeof Event>

/** An event with the position to resume after. */
export const PlacedEvent = z.object({ event: Event, position: z.number().int() })
export type PlacedEvent = z.infer<typeof PlacedEvent>

/** The caller's own name for what it began; every answer bears it. It is free again when that has ended. */
export const FrameId = z.union([z.string().min(1).max(100), z.number().int()])
export type FrameId = z.infer<typeof FrameId>

const members = z.record(z.string(), z.unknown())
const yes = z.literal(true)

/** What a client sends on a socket, a JSON object a text frame. */
export const clientFrames = {
  call: z.strictObject({
    id: FrameId,
    call: z.string().min(1).max(100).describe('The name of an operation'),
    input: members.optional(),
    idempotencyKey: z.string().optional().describe('Sent again with the same input, a command does nothing more'),
  }),
  subscribe: z.strictObject({
    id: FrameId,
    subscribe: members.describe('The input of realtime.events: types and after'),
    batch: z.boolean().optional().describe('Events that come together may come in one frame'),
  }),
  stop: z.strictObject({ id: FrameId, stop: yes.describe('Ends the subscription or stream of this id') }),
}
export type CallFrame = z.infer<typeof clientFrames.call>
export type SubscribeFrame = z.infer<typeof clientFrames.subscribe>
export type StopFrame = z.infer<typeof clientFrames.stop>
export type ClientFrame = CallFrame | SubscribeFrame | StopFrame

const problem = z.object({ code: z.string(), kind: z.string(), detail: z.string() })

/** What Daybook sends on a socket, a JSON object a text frame. */
export const serverFrames = {
  ok: z.object({ id: FrameId, ok: z.unknown().describe('The answer of a command or a query') }),
  problem: z.object({ id: FrameId.nullable(), problem: problem.describe('Why it was refused or broke off') }),
  item: z.object({ id: FrameId, item: z.unknown().describe('One record of a stream') }),
  done: z.object({ id: FrameId, done: yes.describe('The stream has ended') }),
  event: PlacedEvent.extend({ id: FrameId }),
  events: z.object({ id: FrameId, events: z.array(PlacedEvent) }),
  caughtUp: z.object({ id: FrameId, caughtUp: z.number().int().describe('Everything up to here has been sent') }),
  stopped: z.object({ id: FrameId, stopped: yes }),
}

/** Why Daybook closes a socket, besides the codes of RFC 6455. */
export const SOCKET_CLOSE = {
  /** Frame after frame was not understood. */
  policy: 1008,
  /** The caller reads too slowly; it may come again and resume. */
  slow: 1013,
  /** The credentials are nobody's any more. */
  signedOut: 4401,
  /** The session is of another workspace now; it may come again. */
  workspaceChanged: 4409,
} as const

/** The protocol of the socket, as `Sec-WebSocket-Protocol` names it. */
export const SOCKET_PROTOCOL = 'daybook'
/** What stands before a ticket among the protocols that a client offers: a browser can send no header. */
export const TICKET_PREFIX = 'ticket.'
