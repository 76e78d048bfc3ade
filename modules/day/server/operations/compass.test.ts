import { expect, it } from 'vitest'
import { uuidv7 } from '#base/ids.ts'
import { completeTask, createProject, createTask } from '../../../tasks/contract.ts'
import { getCompass, setCompass } from '../../contract.ts'
import { berlin as zone, openDayApp } from '../testing/open-day-app.ts'

it('begins with Work, Life and Self, and says that zero is fine', async () => {
  await using app = await openDayApp('2026-11-22T10:00:00Z')
  const compass = await app.call(getCompass, { zone })
  expect(compass.zones.map(({ name }) => name)).toEqual(['Work', 'Life', 'Self'])
  expect(compass.weeks).toHaveLength(4)
  expect(compass.totals.map(({ tasks }) => tasks)).toEqual([0, 0, 0])
  expect(compass.text).toContain('That is fine')
})

it('spreads done tasks over zones by project, else by label, week by week across a change of clocks', async () => {
  // Clocks in Berlin go back in the night before: the week of 19 October has an hour more.
  await using app = await openDayApp('2026-10-25T22:30:00Z')
  const { id: projectId } = await app.call(createProject, { name: 'Website' })
  const zones = [
    { name: 'Trade', color: 'yellow' as const, projectIds: [projectId] },
    { name: 'Home', color: 'green' as const, labels: ['Garden'] },
  ]
  await app.call(setCompass, { zones })
  const done = async (title: string, fields: object) => {
    const { id } = await app.call(createTask, { title, ...fields })
    await app.call(completeTask, { id })
  }
  await done('On Sunday at half past eleven', { projectId, labels: ['garden'], spentMinutes: 30 })
  app.setClock('2026-10-25T23:30:00Z')
  await done('On Monday at half past midnight', { labels: ['garden'] })
  await done('Of neither', {})
  await app.call(createTask, { title: 'Still to do', projectId })

  const compass = await app.call(getCompass, { weeks: 2, zone })
  expect(compass.weeks).toEqual([
    {
      from: '2026-10-19',
      to: '2026-10-25',
      partial: false,
      shares: [
        { zone: 'Trade', tasks: 1, minutes: 30 },
        { zone: 'Home', tasks: 0, minutes: 0 },
      ],
    },
    {
      from: '2026-10-26',
      to: '2026-11-01',
      partial: true,
      shares: [
        { zone: 'Trade', tasks: 0, minutes: 0 },
        { zone: 'Home', tasks: 1, minutes: 0 },
        { zone: null, tasks: 1, minutes: 0 },
      ],
    },
  ])
  expect(compass).toMatchObject({ tasks: 3 })
})

it('refuses a project that is not there and two zones of one name', async () => {
  await using app = await openDayApp('2026-11-22T10:00:00Z')
  const zoneOf = (name: string, projectIds: string[] = []) => ({ name, color: 'red' as const, projectIds })
  const set = (...zones: ReturnType<typeof zoneOf>[]) => app.as(app.owner).call(setCompass, { zones })
  expect(await set(zoneOf('Work', [uuidv7()]))).toMatchObject({ code: 'project-not-found' })
  expect(await set(zoneOf('Work'), zoneOf('work'))).toMatchObject({ code: 'invalid-input' })
  expect(await set()).toMatchObject({ code: 'invalid-input' })
})
