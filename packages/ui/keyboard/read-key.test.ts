import { describe, expect, it } from 'vitest'
import { readKey, type KeyEvent } from './read-key.ts'

const press = (event: Partial<KeyEvent>): string | null =>
  readKey({ key: '', code: '', shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...event })

describe('the key that is meant', () => {
  it.each([
    ['a letter', { key: 'e', code: 'KeyE' }, 'e'],
    ['a letter with Shift', { key: 'U', code: 'KeyU', shiftKey: true }, 'U'],
    ['what the layout writes, not the place (Dvorak)', { key: 'j', code: 'KeyC' }, 'j'],
    ['a Cyrillic letter by its place', { key: 'о', code: 'KeyJ' }, 'j'],
    ['a Cyrillic letter with Shift by its place', { key: 'Г', code: 'KeyU', shiftKey: true }, 'U'],
    ['a Greek sign by its place', { key: '΄', code: 'Slash', shiftKey: true }, '?'],
    ['the number sign of a Russian layout', { key: '№', code: 'Digit3', shiftKey: true }, '#'],
    ['a key with a name', { key: 'Enter', code: 'Enter' }, 'Enter'],
    ['Ctrl and a letter', { key: 'k', code: 'KeyK', ctrlKey: true }, 'Mod+k'],
    ['Cmd and a letter of another script', { key: 'л', code: 'KeyK', metaKey: true }, 'Mod+k'],
    ['a character that AltGr writes', { key: '#', altKey: true, ctrlKey: true, getModifierState: () => true }, '#'],
  ])('is read from %s', (_, event, expected) => expect(press(event)).toBe(expected))

  it.each([
    ['a modifier alone', { key: 'Shift', shiftKey: true }],
    ['a dead key', { key: 'Dead', code: 'Quote' }],
    ['Alt and a letter, which is the browser’s', { key: 'd', altKey: true }],
  ])('is none for %s', (_, event) => expect(press(event)).toBeNull())
})
