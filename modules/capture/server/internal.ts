import { z } from 'zod'
import { defineJob } from '#contract/job.ts'
import { defineCommand } from '#contract/operation.ts'
import { boolean, integer, nothing, text } from '#contract/schema.ts'
import {
  CaptureId,
  captureErased,
  captureRead,
  captureUpdated,
  exampleId,
  ItemKind,
  ReadBy,
  Sureness,
} from '../contract.ts'

/** Reads a capture as what it may become: by a model where one is set up, else by rules. */
export const readCaptureJob = defineJob({
  name: 'capture.read',
  summary: 'Read what was written down',
  input: z.object({ id: CaptureId, reading: integer }),
  concurrency: 2,
})

/** Keeps what a capture was read as, unless it is being read in another way by now. */
export const keepReading = defineCommand({
  name: 'capture.keep-reading',
  summary: 'Keep what a capture was read as',
  access: 'system',
  input: z.strictObject({
    id: CaptureId,
    reading: integer,
    readBy: ReadBy,
    pieces: z.array(
      z.strictObject({
        kind: ItemKind,
        text,
        literal: z.array(text),
        notes: text,
        steps: z.array(text),
        source: text,
        chosen: boolean,
        sure: Sureness,
        why: text,
      }),
    ),
    questions: z.array(
      z.strictObject({
        piece: integer,
        about: z.enum(['kind', 'date']),
        text,
        options: z.array(z.strictObject({ value: text, label: text })),
      }),
    ),
  }),
  output: z.object({ kept: boolean }),
  emits: [captureRead],
  example: { id: exampleId, reading: 1, readBy: 'rules', pieces: [], questions: [] },
})

/** Notes which pieces were made elsewhere, or made no more. */
export const noteAccepted = defineCommand({
  name: 'capture.note-accepted',
  summary: 'Note what of a capture was accepted',
  access: 'system',
  input: z.strictObject({ id: CaptureId, items: z.array(text), accepted: boolean }),
  output: nothing,
  emits: [captureUpdated],
  example: { id: exampleId, items: [exampleId], accepted: true },
})

/** Erases some captures and prompts: of a person, or of everybody in a workspace that is gone. */
export const eraseBatch = defineCommand({
  name: 'capture.erase-batch',
  summary: 'Erase captures and prompts of people who are gone',
  access: 'system',
  input: z.strictObject({ everybody: boolean, limit: integer }),
  output: z.object({ erased: integer }),
  emits: [captureErased],
  example: { everybody: false, limit: 200 },
})
