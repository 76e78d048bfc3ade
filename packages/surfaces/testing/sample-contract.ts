import { z } from 'zod'
import { defineCommand, defineEndpoint, defineQuery, defineStream } from '#contract/operation.ts'
import { id, secretText } from '#contract/schema.ts'

/** A module for the tests of surfaces: one operation for each thing a surface must carry. */
export const SampleId = id('sample.sample')
export const exampleId = '01933b6e-8f00-7000-8000-000000000001'
const Sample = z.object({ id: SampleId, rev: z.number().int(), input: z.unknown() }).meta({ id: 'Sample' })
const notFound = { 'sample-not-found': 'There is no such sample' } as const

export const readSample = defineQuery({
  name: 'sample.read',
  summary: 'Read a sample and what was asked',
  access: 'member',
  input: z.strictObject({
    id: SampleId,
    count: z.number().int().optional(),
    flag: z.boolean().optional(),
    title: z.string().optional(),
    sizes: z.array(z.number()).optional(),
  }),
  output: Sample,
  errors: notFound,
  http: 'GET /samples/{id}',
  aliases: ['GET /sample/{id}'],
  example: { id: exampleId },
})

export const createSample = defineCommand({
  name: 'sample.create',
  summary: 'Make a sample',
  access: 'member',
  input: z.strictObject({ title: z.string(), data: z.json().optional() }),
  output: Sample,
  http: 'POST /samples',
  example: { title: 'One' },
})

export const updateSample = defineCommand({
  name: 'sample.update',
  summary: 'Change a sample',
  access: 'member',
  input: z.strictObject({ id: SampleId, rev: z.number().int().optional(), title: z.string().optional() }),
  output: Sample,
  errors: notFound,
  http: 'PATCH /samples/{id}',
  example: { id: exampleId },
})

export const breakSample = defineQuery({
  name: 'sample.break',
  summary: 'Break',
  access: 'member',
  input: z.strictObject({}),
  output: z.object({}),
  http: 'GET /samples/broken',
  example: {},
})

export const watchSample = defineStream({
  name: 'sample.watch',
  summary: 'Follow a sample',
  access: 'member',
  input: z.strictObject({ id: SampleId, end: z.enum(['well', 'refused', 'broken', 'never']) }),
  output: z.object({ n: z.number() }),
  errors: { ...notFound, 'sample-lost': { message: 'The sample was lost', kind: 'unavailable' } },
  http: 'GET /samples/{id}/watch',
  example: { id: exampleId, end: 'well' },
})

export const showSample = defineEndpoint({
  name: 'sample.show',
  summary: 'A page of its own policy',
  access: 'member',
  input: z.strictObject({ id: SampleId }),
  output: z.string(),
  errors: notFound,
  http: 'GET /samples/{id}/page',
  example: { id: exampleId },
})

export const storeSample = defineEndpoint({
  name: 'sample.store',
  summary: 'Count the bytes of a body',
  access: 'member',
  input: z.strictObject({ name: z.string().default('file') }),
  output: z.object({ bytes: z.number() }),
  http: 'POST /samples/files',
  example: { name: 'a' },
})

export const openSample = defineEndpoint({
  name: 'sample.open',
  summary: 'Take a secret from anybody',
  access: 'anonymous',
  input: z.strictObject({ secret: secretText() }),
  output: z.object({ length: z.number() }),
  http: 'POST /samples/open',
  example: { secret: 'abc' },
})
