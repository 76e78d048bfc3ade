import { expect, it } from 'vitest'
import { openNotesApp } from '#testing/notes/open-notes-app.ts'
import { addNote } from '#testing/notes/contract.ts'
import { findNul } from './find-nul.ts'

it('finds the character wherever it hides, but in bytes', () => {
  expect(findNul({ a: 'b', c: [1, null, { d: 'e\0f' }] })).toEqual(['c', '2', 'd'])
  expect(findNul({ 'a\0': 1 })).toEqual(['a\0'])
  expect(findNul('\0')).toEqual([])
  expect(findNul({ bytes: new Uint8Array(4), text: 'fine', nothing: undefined })).toBeNull()
})

it('refuses text that no database could keep, by its pointer', async () => {
  await using app = await openNotesApp()
  expect(await app.as(app.owner).call(addNote, { text: 'a\0b' })).toMatchObject({
    code: 'invalid-input',
    errors: [{ pointer: '/text', message: 'Text cannot hold the character U+0000' }],
  })
})
