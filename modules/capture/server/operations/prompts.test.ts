import { expect, it } from 'vitest'
import {
  createPrompt,
  deletePrompt,
  fillPrompt,
  getPrompt,
  listPrompts,
  Plan,
  restorePrompt,
  updatePrompt,
} from '../../contract.ts'
import { builtInPrompts } from '../prompts/built-in.ts'
import { openCaptureApp } from '../testing/open-capture-app.ts'

it('brings some prompts along, which stay as they are', async () => {
  await using app = await openCaptureApp()
  const { items } = await app.call(listPrompts, {})
  expect(items.map(({ name }) => name)).toContain('Video to tasks')
  expect(items.every(({ builtIn }) => builtIn)).toBe(true)
  const { id, variables } = items[0]!
  expect(variables).toEqual(['link', 'transcript'])
  expect(await app.call(getPrompt, { id })).toEqual(items[0])
  expect(await app.as(app.owner).call(updatePrompt, { id, name: 'Mine' })).toMatchObject({ code: 'built-in' })
  expect(await app.as(app.owner).call(deletePrompt, { id })).toMatchObject({ code: 'built-in' })
})

it('says in its prompts the form that is checked afterwards', () => {
  for (const { text } of builtInPrompts.filter(({ givesPlan }) => givesPlan)) {
    const form = text.match(/^\{"title".*\}$/m)![0].replaceAll('"…"', '"words"')
    expect(Plan.safeParse(JSON.parse(form)).error?.issues ?? []).toEqual([])
  }
})

it('keeps prompts of one’s own, for nobody else', async () => {
  await using app = await openCaptureApp()
  const { id } = await app.call(createPrompt, { name: 'Trip', text: 'To {{place}} for {{ days }} days, {{place}}!' })
  expect(await app.call(updatePrompt, { id, name: 'A trip' })).toMatchObject({
    name: 'A trip',
    variables: ['place', 'days'],
    builtIn: false,
  })
  const other = app.as(app.person('admin'))
  expect(await other.call(getPrompt, { id })).toMatchObject({ code: 'prompt-not-found' })
  expect((await app.call(listPrompts, {})).items.at(-1)).toMatchObject({ id })
  await app.call(deletePrompt, { id })
  expect(await app.as(app.owner).call(getPrompt, { id })).toMatchObject({ code: 'prompt-not-found' })
  await app.call(restorePrompt, { id })
  expect(await app.call(getPrompt, { id })).toMatchObject({ id })
})

it('fills variables in as text, whatever stands in them, and says which are missing', async () => {
  await using app = await openCaptureApp()
  const { id } = await app.call(createPrompt, { name: 'Trip', text: 'To {{place}} for {{days}} days with {{who}}' })
  expect(await app.call(fillPrompt, { id, values: ['place=$& {{days}}', 'who=a=b'] })).toEqual({
    text: 'To $& {{days}} for {{days}} days with a=b',
    missing: ['days'],
  })
  expect(await app.as(app.owner).call(fillPrompt, { id, values: ['place'] })).toMatchObject({ code: 'bad-value' })
})

it('lists those that come along, then one’s own by name, a page at a time', async () => {
  await using app = await openCaptureApp()
  for (const name of ['b', 'A', 'c']) await app.call(createPrompt, { name, text: 'x' })
  const names: string[] = []
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: Awaited<ReturnType<typeof listed>> = await listed(cursor)
    expect(page.items.length).toBeLessThanOrEqual(2)
    names.push(...page.items.map(({ name }) => name))
    cursor = page.next
  }
  expect(names).toEqual([...builtInPrompts.map(({ name }) => name), 'A', 'b', 'c'])

  function listed(cursor: string) {
    return app.call(listPrompts, { limit: 2, ...(cursor && { cursor }) })
  }
})
