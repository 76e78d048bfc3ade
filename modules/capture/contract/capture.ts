import { z } from 'zod'
import { boolean, id, instant, integer, text, textOrNull } from '#contract/schema.ts'

export const CaptureId = id('capture.capture')
export const CaptureItemId = id('capture.item')
export const PromptId = id('capture.prompt')

export const exampleId = '01933b6e-8f00-7000-8000-000000000001'

/** How a dump is read: decided for you, as it stands, or with at most two questions. */
export const CaptureWay = z.enum(['auto', 'manual', 'clarify'])
export type CaptureWay = z.infer<typeof CaptureWay>

/** What a piece of a dump becomes. A note stays with its capture. */
export const ItemKind = z.enum(['task', 'shopping', 'goal', 'habit', 'note'])
export type ItemKind = z.infer<typeof ItemKind>

/** How plain it is what a piece was meant as. */
export const Sureness = z.enum(['sure', 'likely', 'unsure'])
export type Sureness = z.infer<typeof Sureness>

/** Rules of this program, or a language model. */
export const ReadBy = z.enum(['rules', 'model'])
export type ReadBy = z.infer<typeof ReadBy>

export const CaptureState = z.enum(['reading', 'open', 'closed'])
export type CaptureState = z.infer<typeof CaptureState>

export const CaptureQuestion = z
  .object({
    itemId: CaptureItemId,
    about: z.enum(['kind', 'date']),
    text,
    options: z.array(z.object({ value: text, label: text })),
    answer: textOrNull,
    skipped: boolean,
  })
  .meta({ id: 'CaptureQuestion' })
export type CaptureQuestion = z.infer<typeof CaptureQuestion>

export const CaptureItem = z
  .object({
    id: CaptureItemId,
    kind: ItemKind,
    text: z.string().describe('The line it becomes, in the words of quick add'),
    literal: z.array(text).describe('Words of the line that are title, whatever they may mean'),
    notes: text,
    steps: z.array(text),
    source: z.string().describe('The words of the dump it was read from'),
    chosen: boolean.describe('Whether it is made when all that is chosen is accepted'),
    sure: Sureness,
    why: z.string().describe('Why it was taken for this'),
    habit: z
      .object({ name: text, times: integer.describe('How often a week') })
      .nullable()
      .describe('Of a habit: what it is, and how often'),
    accepted: boolean.describe('Whether it was made or kept already'),
  })
  .meta({ id: 'CaptureItem' })
export type CaptureItem = z.infer<typeof CaptureItem>

export const Capture = z
  .object({
    id: CaptureId,
    title: z.string().describe('Its first words'),
    text: z.string().describe('What was written, to the letter'),
    way: CaptureWay,
    origin: z.enum(['dump', 'plan']).describe('Written down, or given back by a prompt'),
    state: CaptureState,
    readBy: ReadBy.nullable().describe('Who read it; null until it is read'),
    zone: text,
    locale: text,
    questions: z.array(CaptureQuestion).describe('None where prompts are switched off'),
    items: z.array(CaptureItem),
    createdAt: instant(),
    deletedAt: instant().nullable(),
  })
  .meta({ id: 'Capture' })
export type Capture = z.infer<typeof Capture>

/** A capture in a list. */
export const CaptureEntry = Capture.pick({
  id: true,
  title: true,
  way: true,
  origin: true,
  state: true,
  readBy: true,
  createdAt: true,
  deletedAt: true,
})
  .extend({ count: integer.describe('Pieces it was read as'), accepted: integer })
  .meta({ id: 'CaptureEntry' })
export type CaptureEntry = z.infer<typeof CaptureEntry>
