import { z } from 'zod'
import type { EventDefinition } from '#contract/event.ts'
import type { AnyOperation } from '#contract/operation.ts'
import { clientFrames, serverFrames } from '#contract/socket-frames.ts'
import { watchEvents } from '#kernel/builtin/realtime-contract.ts'
import type { JsonSchema } from '../input-shape.ts'
import { ComponentSchemas } from '../openapi/component-schemas.ts'
import { problemSchema } from '../openapi/shared-components.ts'
import { callMessage, eventMessage, okMessage, type AsyncMessage } from './messages.ts'

/** An AsyncAPI document (3.0), as far as its readers here look into it. */
export interface AsyncDocument {
  [member: string]: unknown
  asyncapi: string
  channels: Record<string, { address: string; title: string; messages: Record<string, { $ref: string }> }>
  operations: Record<string, AsyncOperation>
  components: { messages: Record<string, AsyncMessage>; schemas: Record<string, JsonSchema> } & Record<string, unknown>
}

interface AsyncOperation {
  [member: string]: unknown
  /** As Daybook does it: it receives what a client sends. */
  action: 'send' | 'receive'
  summary: string
}

interface Described {
  public: readonly AnyOperation[]
  events: ReadonlyMap<string, EventDefinition<any>>
}

/** Describes the socket: a message for each call and its answer, for each event, and for the frames around them. */
export function asyncDocument({ public: operations, events }: Described): AsyncDocument {
  const schemas = new ComponentSchemas()
  const messages: Record<string, AsyncMessage> = frameMessages(schemas)
  const described: Record<string, AsyncOperation> = frameOperations()

  for (const operation of operations.filter(({ kind }) => kind !== 'endpoint')) {
    const { name, summary, kind } = operation
    messages[`call.${name}`] = callMessage(operation, schemas)
    messages[`answer.${name}`] = okMessage(operation, schemas)
    const replies = [`answer.${name}`, ...(kind === 'stream' ? ['done'] : []), 'problem']
    described[`call.${name}`] = receives(summary, `call.${name}`, replies)
  }
  for (const event of [...events.values()].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    messages[`event.${event.name}`] = eventMessage(event, schemas)
    described[`event.${event.name}`] = sends(event.summary, [`event.${event.name}`])
  }

  const inSocket = Object.keys(messages)
  const inStream = inSocket.filter((name) => name.startsWith('event.'))
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Daybook',
      version: '1',
      description: 'Calls and events over one WebSocket, and events as server-sent events',
      license: { name: 'AGPL-3.0-or-later' },
    },
    defaultContentType: 'application/json',
    servers: {
      daybook: {
        host: 'localhost:4455',
        protocol: 'ws',
        description: 'Where Daybook runs; wss behind a public address',
        security: [{ $ref: '#/components/securitySchemes/token' }, { $ref: '#/components/securitySchemes/session' }],
      },
    },
    channels: {
      socket: { address: '/ws', title: 'The socket', messages: referTo(inSocket) },
      events: {
        address: `/api/v1${watchEvents.http.path}`,
        title: 'Events as server-sent events, without the id of a subscription',
        messages: referTo(inStream),
      },
    },
    operations: described,
    components: {
      messages,
      schemas: { ...schemas.all, Problem: problemSchema },
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'A token, or as a subprotocol a one-time ticket' },
        session: { type: 'httpApiKey', in: 'cookie', name: 'daybook_session', description: 'A signed-in browser' },
      },
    },
  }
}

/** The frames that belong to no operation and no event. */
function frameMessages(schemas: ComponentSchemas): Record<string, AsyncMessage> {
  const subscribe = clientFrames.subscribe.extend({ subscribe: watchEvents.input as z.ZodObject })
  const named = {
    subscribe: [subscribe, 'Begin to follow events', 'input'],
    stop: [clientFrames.stop, 'End a subscription or a stream', 'input'],
    stopped: [serverFrames.stopped, 'It has ended', 'output'],
    done: [serverFrames.done, 'A stream has ended by itself', 'output'],
    events: [serverFrames.events, 'Several events, to who asked for batches', 'output'],
    caughtUp: [serverFrames.caughtUp, 'Everything up to a position has been sent', 'output'],
  } as const
  const messages = Object.entries(named).map(([name, [schema, summary, io]]) => [
    name,
    { name, summary, payload: schemas.add(schema, io) },
  ])
  const problem = schemas.add(serverFrames.problem, 'output') as { properties: Record<string, JsonSchema> }
  problem.properties.problem = { $ref: '#/components/schemas/Problem' }
  return { ...Object.fromEntries(messages), problem: { name: 'problem', summary: 'A refusal', payload: problem } }
}

function frameOperations(): Record<string, AsyncOperation> {
  return {
    subscribe: receives('Follow events', 'subscribe', ['caughtUp', 'problem']),
    stop: receives('End a subscription or a stream', 'stop', ['stopped', 'problem']),
    events: sends('Tell several events at once', ['events', 'caughtUp']),
  }
}

function receives(summary: string, message: string, replies: string[]): AsyncOperation {
  const channel = { $ref: '#/channels/socket' }
  return {
    action: 'receive',
    channel,
    summary,
    messages: [inChannel(message)],
    reply: { channel, messages: replies.map(inChannel) },
  }
}

function sends(summary: string, messages: string[]): AsyncOperation {
  return { action: 'send', channel: { $ref: '#/channels/socket' }, summary, messages: messages.map(inChannel) }
}

function inChannel(name: string): { $ref: string } {
  return { $ref: `#/channels/socket/messages/${name}` }
}

function referTo(names: readonly string[]): Record<string, { $ref: string }> {
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/messages/${name}` }]))
}
