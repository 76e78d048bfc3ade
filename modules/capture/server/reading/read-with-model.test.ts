import { expect, it } from 'vitest'
import type { Models } from '#kernel/ports.ts'
import { readWithModel } from './read-with-model.ts'

const dump = { text: 'Mama', way: 'clarify' as const, zone: 'UTC', locale: 'en-GB', writtenAt: 0 }
const { signal } = new AbortController()

type ModelQuestion = Parameters<Models['generate']>[0]

const answering = (value: unknown, asked: ModelQuestion[] = []): Models => ({
  generate: (question) => {
    asked.push(question)
    return Promise.resolve({ value, model: 'one' })
  },
})

it('reads by the model that is set up, and says so', async () => {
  const asked: ModelQuestion[] = []
  const item = { kind: 'task', text: 'Call mum', source: 'Mama', why: 'A name alone', sure: false }
  const value = {
    items: [item],
    questions: [
      { piece: 0, text: 'Call or visit?' },
      { piece: 7, text: 'Which?' },
    ],
  }
  expect(await readWithModel(answering(value, asked), dump, signal)).toMatchObject({
    readBy: 'model',
    pieces: [{ kind: 'task', text: 'Call mum', source: 'Mama', sure: 'unsure', chosen: true }],
    questions: [{ piece: 0, about: 'kind', text: 'Call or visit?' }],
  })
  expect(asked[0]).toMatchObject({ material: 'Mama', schema: { type: 'object' } })
  expect(asked[0]!.instructions).not.toContain('Mama')
})

it('asks no model where there is none, and none where each line is to stay as it is', async () => {
  expect(await readWithModel(null, dump, signal)).toBeNull()
  expect(await readWithModel(answering({}), { ...dump, way: 'manual' }, signal)).toBeNull()
})

it('takes no answer that is not of the form', async () => {
  await expect(readWithModel(answering({ items: [{ kind: 'order' }] }), dump, signal)).rejects.toThrow(/kind/)
})
