import { z } from 'zod'
import type { EventDefinition } from '#contract/event.ts'
import type { AnyOperation } from '#contract/operation.ts'
import { clientFrames, Event, serverFrames } from '#contract/socket-frames.ts'
import type { JsonSchema } from '../input-shape.ts'
import type { ComponentSchemas } from '../openapi/component-schemas.ts'

/** A message of an AsyncAPI document. */
export interface AsyncMessage {
  name: string
  summary: string
  payload: JsonSchema
}

/** The frame that calls an operation. */
export function callMessage(operation: AnyOperation, schemas: ComponentSchemas): AsyncMessage {
  const { name, summary } = operation
  const frame = clientFrames.call.extend({ call: z.literal(name), input: operation.input as z.ZodObject })
  const whole = operation.kind === 'command' ? frame : frame.omit({ idempotencyKey: true })
  return { name: `call.${name}`, summary, payload: schemas.add(whole, 'input') }
}

/** The frame that answers it: the whole answer, or one record of a stream. */
export function okMessage({ name, kind, output }: AnyOperation, schemas: ComponentSchemas): AsyncMessage {
  const frame = kind === 'stream' ? serverFrames.item.extend({ item: output }) : serverFrames.ok.extend({ ok: output })
  return { name: `answer.${name}`, summary: `What ${name} answers`, payload: schemas.add(frame, 'output') }
}

/** The frame that tells of an event. */
export function eventMessage({ name, summary, data }: EventDefinition<any>, schemas: ComponentSchemas): AsyncMessage {
  const event = Event.extend({ type: z.literal(name), data })
  return {
    name: `event.${name}`,
    summary,
    payload: schemas.add(serverFrames.event.extend({ event }), 'output'),
  }
}
