import { expect, it } from 'vitest'
import { listCorrespondents, listMessages, modifyMessages } from '#modules/mail/contract.ts'
import { importBytes, neighbour, openMailApp } from './mail-app.ts'
import { mailText, mbox } from './write-mail.ts'

it('knows whom one writes with: those one wrote to first, each once, and nobody else’s', async () => {
  await using app = await openMailApp()
  const from = (name: string, count: number) =>
    Array.from({ length: count }, (_, n) =>
      mailText({ subject: `${name} ${n}`, id: `${name}-${n}` }).replace(
        /^From: .*$/m,
        `From: ${name} <${name.toLowerCase()}@example.test>`,
      ),
    )
  const mine = mailText({ subject: 'mine', id: 'mine' }).replace(/^To: .*$/m, 'To: Dora <dora@example.test>')
  await importBytes(app, mbox([...from('Bea', 1), ...from('Cem', 3), mine]))
  const { items } = await app.call(listMessages, {})
  const sent = items.find(({ subject }) => subject === 'mine')!
  await app.call(modifyMessages, { messageIds: [sent.id], place: 'sent' })

  const people = (await app.call(listCorrespondents, {})).items.map(({ name }) => name)
  expect(people.slice(0, 2)).toEqual(['Dora', 'Cem'])
  expect(people).toContain('Bea')
  expect(new Set(people).size).toBe(people.length)
  expect(await app.as(neighbour(app)).call(listCorrespondents, {})).toEqual({ items: [] })
})
