import { expect, it } from 'vitest'
import { openEmptyDatabase } from '#testing/test-database.ts'
import { migrate } from './migrate.ts'
import { id, migration, primary, table } from './migration.ts'

const first = migration('0001-first', [table('own_first', { id: primary(id()) })])
const second = migration('0002-second', [table('own_second', { id: primary(id()) })])
const broken = migration('0003-broken', [table('own_third', { id: primary(id()) }), () => ['CREATE NONSENSE']])

it('applies what is missing, once, in order', async () => {
  await using test = await openEmptyDatabase()
  expect(await migrate(test.database, [{ name: 'own', migrations: [first] }])).toEqual(['own/0001-first'])
  const both = [{ name: 'own', migrations: [first, second] }]
  expect(await migrate(test.database, both)).toEqual(['own/0002-second'])
  expect(await migrate(test.database, both)).toEqual([])
})

it('refuses data of a newer version rather than guess', async () => {
  await using test = await openEmptyDatabase()
  await migrate(test.database, [{ name: 'own', migrations: [first, second] }])
  await expect(migrate(test.database, [{ name: 'own', migrations: [first] }])).rejects.toThrow(
    'written by a newer Daybook (step "own 0002-second")',
  )
})

it('lets a module be left out and come back', async () => {
  await using test = await openEmptyDatabase()
  await migrate(test.database, [{ name: 'own', migrations: [first] }])
  expect(await migrate(test.database, [])).toEqual([])
  expect(await migrate(test.database, [{ name: 'own', migrations: [first, second] }])).toEqual(['own/0002-second'])
})

it('applies all steps or none', async () => {
  await using test = await openEmptyDatabase()
  await expect(migrate(test.database, [{ name: 'own', migrations: [first, broken] }])).rejects.toThrow('NONSENSE')
  // A table that was left behind would be in the way.
  expect(await migrate(test.database, [{ name: 'own', migrations: [first, second] }])).toHaveLength(2)
})
