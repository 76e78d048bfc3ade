import { z } from 'zod'

/** The kinds of records ids are of, kept with the schema so that tests and surfaces can read them. */
export const idKinds = z.registry<{ kind: string }>()

// A schema weighs some kilobytes in memory, and contracts have thousands: the plain ones are one for all.

const ids = new Map<string, ReturnType<typeof toId>>()

/** An id of one kind of record, such as `id('tasks.task')`: a UUIDv7 in lower case. */
export function id(kind: string) {
  const known = ids.get(kind)
  if (known) return known
  const made = toId(kind)
  ids.set(kind, made)
  return made
}

function toId(kind: string) {
  return z.uuid('This is not an id').register(idKinds, { kind }).describe(`Id of a ${kind}`)
}

/** Any text. */
export const text = z.string()
export const textOrNull = text.nullable()
/** A whole number. */
export const integer = z.number().int()
export const boolean = z.boolean()
/** The answer of an operation that has nothing to say. */
export const nothing = z.object({})
/** The input of an operation that needs none. */
export const noInput = z.strictObject({})

const anInstant = z.iso.datetime({ offset: true })
/** An instant: RFC 3339 with a time zone, answered in UTC. */
export const instant = () => anInstant

/** A calendar date, `YYYY-MM-DD`, of no time zone. */
export const date = () => aDate
const aDate = z.iso.date()

/** What every list takes: an opaque cursor and a limit. Spread into the input's shape. */
export const pageInput = {
  cursor: z.string().max(1000).optional().describe('Where the last page ended'),
  limit: z.coerce.number().int().min(1).max(200).default(50).describe('Records a page, at most 200'),
}

/** The id that a record is to have, made by who makes it; see also `id` in the schemas of all contracts. */
export const newId = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/, 'This is not a UUIDv7')

/** What every list answers: the records, and the cursor of the next page or null. */
export const page = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: textOrNull })

/** A field whose value must never reach a log, an audit entry or an error. */
export const secrets = z.registry<{ secret: true }>()

/** Text that is a secret: redacted wherever it would be written down. */
export const secretText = () => aSecret
const aSecret = z.string().min(1).max(4096).register(secrets, { secret: true })

/** A reference to a record of any module. */
export const RecordRef = z.object({ kind: z.string().max(100), id: z.string().max(100) }).meta({ id: 'RecordRef' })
export type RecordRef = z.infer<typeof RecordRef>
