import { describe, expect, it } from 'vitest'
import { updateSetting } from '#kernel/builtin/contract.ts'
import { createToken } from '#modules/identity/contract.ts'
import { getMessage, getMessageSource, importMail, listMessages, modifyMessages } from '#modules/mail/contract.ts'
import { find } from '#modules/search/contract.ts'
import { createTask, updateTask } from '#modules/tasks/contract.ts'
import type { AnyOperation } from '#contract/operation.ts'
import { readInput } from './read-input.ts'

const inputOf = async (operation: AnyOperation, ...argv: string[]) =>
  (await readInput(operation, ['command'], argv)).input

describe('an input from the command line', () => {
  it('joins plain words where text is wanted', async () => {
    expect(await inputOf(createTask, 'Buy', 'milk')).toEqual({ title: 'Buy milk' })
  })

  it('keeps a search whole, also when it begins with a dash or holds quotes', async () => {
    expect(await inputOf(find, 'from:joel subject:dts -review', '--type', 'mail')).toEqual({
      q: 'from:joel subject:dts -review',
      type: 'mail',
    })
    expect(await inputOf(find, '-review "power supply"')).toEqual({ q: '-review "power supply"' })
  })

  it('converts numbers and flags, and leaves what does not fit to the server', async () => {
    expect(await inputOf(listMessages, '--limit', '5', '--unread', '--no-starred')).toEqual({
      limit: 5,
      unread: true,
      starred: false,
    })
    expect(await inputOf(listMessages, '--limit', 'five')).toEqual({ limit: 'five' })
  })

  it('writes members as kebab-case options, and empties one with --no-', async () => {
    expect(await inputOf(updateTask, 'x', '--due-at', '2026-12-01T09:00:00Z', '--no-project-id')).toEqual({
      id: 'x',
      dueAt: '2026-12-01T09:00:00Z',
      projectId: null,
    })
  })

  it('repeats what is a list, as options or as the last words', async () => {
    expect(await inputOf(createToken, '--scopes', 'read', '--scopes', 'write')).toEqual({ scopes: ['read', 'write'] })
    expect(await inputOf(modifyMessages, 'a', 'b', '--seen')).toEqual({ messageIds: ['a', 'b'], seen: true })
  })

  it('takes what stands in the path as plain words unless the contract says otherwise', async () => {
    expect(await inputOf(getMessageSource, 'x')).toEqual({ id: 'x' })
  })

  it('takes any JSON where any may stand', async () => {
    expect(await inputOf(updateSetting, 'web.theme', '{"dark":true}')).toEqual({
      name: 'web.theme',
      value: { dark: true },
    })
    expect(await inputOf(updateSetting, 'web.theme', 'dark')).toEqual({ name: 'web.theme', value: 'dark' })
  })

  it('begins with --input and lets options win', async () => {
    expect(await inputOf(createTask, '--input', '{"title":"a","priority":1}', '--priority', '2')).toEqual({
      title: 'a',
      priority: 2,
    })
    await expect(inputOf(createTask, '--input', '{"title"')).rejects.toThrow('The input is not JSON')
    await expect(inputOf(createTask, '--input', '[]')).rejects.toThrow('not an object')
  })

  it('says what is missing or too much, with the usage', async () => {
    await expect(inputOf(getMessage)).rejects.toMatchObject({
      problem: { detail: 'id is missing', remedy: 'Usage: daybook command ID' },
    })
    await expect(inputOf(getMessage, 'a', 'b')).rejects.toThrow('"b" is one word too many')
  })

  it('takes a local path where an upload is wanted', async () => {
    expect(await readInput(importMail, ['import', 'mail'], ['mail.mbox.gz', '--label', 'Old'])).toMatchObject({
      file: 'mail.mbox.gz',
      input: { label: 'Old' },
    })
  })
})
