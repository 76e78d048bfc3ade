import { afterAll, beforeAll, expect, it } from 'vitest'
import { plansOf, spyOnReads } from '#testing/query-plans.ts'
import { runQuery } from '#kernel/pipeline/run-query.ts'
import type { TestApp } from '#testing/test-app.ts'
import { addDependency, createTask, listTasks, type Task } from '../../contract.ts'
import { openTasksApp } from '../testing/open-tasks-app.ts'

/** More than a list looks at before it takes another way. */
const TASKS = 1100
const DAY = 86_400_000
const now = Date.now()
/** Notes that an index has, and such that are too long for it. */
const NOTES: Record<number, string> = {
  60: 'Where the Walrus sleeps',
  61: `${'word '.repeat(100)}walrus`,
  62: 'word '.repeat(100),
}

let app: TestApp
let all: Task[]

beforeAll(async () => {
  app = await openTasksApp()
  const make = (n: number) =>
    app.call(createTask, {
      title: n === 3 ? 'A walrus' : n === 4 ? 'Ends with a wal' : `Task ${n}`,
      notes: n === 4 ? 'rus and begins' : (NOTES[n] ?? ''),
      status: (['inbox', 'next', 'waiting', 'doing'] as const)[n % 4]!,
      priority: n % 97 === 0 ? 3 : 0,
      energy: n % 3 === 0 ? 1 + (n % 2) : null,
      dueAt: n % 40 === 0 ? new Date(now + (n - 500) * DAY).toISOString() : null,
      startOn: n % 50 === 1 ? new Date(now + 90 * DAY).toISOString().slice(0, 10) : null,
      estimateMax: n % 2 === 0 ? n : null,
      labels: n % 100 === 7 ? ['rare'] : n % 2 === 0 ? ['common'] : [],
    })
  all = []
  for (let n = 0; n < TASKS; n += 50)
    all.push(...(await Promise.all(Array.from({ length: 50 }, (_, k) => make(n + k)))))
  all.sort((a, b) => (a.id < b.id ? 1 : -1))
  await app.call(addDependency, { id: all[900]!.id, onId: all[5]!.id })
}, 120_000)

afterAll(() => app?.[Symbol.asyncDispose]())

const due = (task: Task, days: number) => task.dueAt !== null && Date.parse(task.dueAt) < now + days * DAY

it.each<[q: string, meets: (task: Task) => boolean]>([
  ['priority:3', ({ priority }) => priority === 3],
  ['priority:3 status:next', ({ priority, status }) => priority === 3 && status === 'next'],
  ['estimate:<20m', ({ estimateMax }) => estimateMax !== null && estimateMax < 20],
  [
    'estimate:<20m OR priority:3',
    (task) => task.priority === 3 || (task.estimateMax !== null && task.estimateMax < 20),
  ],
  ['-energy:1 priority:3', ({ energy, priority }) => energy !== 1 && priority === 3],
  ['has:due', ({ dueAt }) => dueAt !== null],
  ['due:<=0d', (task) => due(task, 0)],
  ['due:<=0d energy:1', (task) => due(task, 0) && task.energy === 1],
  ['-due:<=0d priority:3', (task) => !due(task, 0) && task.priority === 3],
  ['label:rare', ({ labels }) => labels.includes('rare')],
  ['label:rare status:waiting', ({ labels, status }) => labels.includes('rare') && status === 'waiting'],
  ['label:common priority:3', ({ labels, priority }) => labels.includes('common') && priority === 3],
  ['walrus', ({ title, notes }) => /walrus/i.test(title) || /walrus/i.test(notes)],
  ['title:walrus', ({ title }) => title.includes('walrus')],
  ['notes:walrus priority:0', ({ notes, priority }) => /walrus/i.test(notes) && priority === 0],
  ['walrus status:inbox', ({ notes, status }) => /walrus/i.test(notes) && status === 'inbox'],
  ['-walrus notes:word', ({ notes }) => notes.includes('word') && !notes.includes('walrus')],
  ['walrus OR priority:3', (task) => task.priority === 3 || /walrus/i.test(`${task.title} ${task.notes}`)],
  ['is:blocked', ({ id }) => id === all[900]!.id],
  ['status:doing start:>60d', ({ status, startOn }) => status === 'doing' && startOn !== null],
  ['energy:2 estimate:<3m', () => false],
])('finds what few tasks meet, on every page: %s', async (q, meets) => {
  const expected = all.filter(meets).map(({ title }) => title)
  expect(await everyPage({ q, limit: 5 })).toEqual(expected)
})

// `sort:due` has what is due beside each other; the common ones fill their page at once on the main thread.
it.each(['walrus', 'priority:3', 'due:<=0d energy:1', 'label:common', 'energy:1', 'due:<=0d sort:due'])(
  'gives the same page where it is begun again on a thread: %s',
  async (q) => {
    const { services } = app.daybook.kernel
    const operation = services.registry.operations.get(listTasks.name)!
    const again = { ...services, begunAgain: true }
    const page = await app.call(listTasks, { q, limit: 5 })
    expect(await runQuery(again, operation, app.owner, listTasks.input.parse({ q, limit: 5 }))).toEqual(page)
  },
)

it('looks for words in an index, and reads the rows of what may have them alone', async () => {
  const statements = spyOnReads(app, 'tasks_')
  await everyPage({ q: 'walrus', limit: 5 })
  const plans = [...(await plansOf(app, statements)).values()]
  // On PostgreSQL no index has room for notes.
  if (app.databaseUrl === null) expect(plans.flatMap(({ covering }) => covering)).toContain('tasks_task_words')
  else expect(plans.flatMap(({ indexes }) => indexes)).toContain('tasks_task_by_workspace_id_shelf_id_status')
})

it.each(['due', 'priority'] as const)('keeps the order of a list by %s', async (sort) => {
  const whole = await everyPage({ sort, limit: 200 })
  const few = new Set(await everyPage({ q: 'estimate:<60m', limit: 200 }))
  expect(few.size).toBeGreaterThan(5)
  expect(await everyPage({ q: 'estimate:<60m', sort, limit: 4 })).toEqual(whole.filter((title) => few.has(title)))
})

it.each(['sort:-score', 'sort:score'])('pages by %s are those of all tasks together', async (q) => {
  const whole = await everyPage({ q, limit: 200 })
  expect(new Set(whole).size).toBe(TASKS)
  const first = await app.call(listTasks, { q, limit: 10 })
  expect(first.items.map(({ title }) => title)).toEqual(whole.slice(0, 10))
  const next = await app.call(listTasks, { q, limit: 10, cursor: first.next! })
  expect(next.items.map(({ title }) => title)).toEqual(whole.slice(10, 20))
})

async function everyPage(input: object): Promise<string[]> {
  const titles: string[] = []
  let cursor: string | undefined
  do {
    const page: { items: Task[]; next: string | null } = await app.call(listTasks, {
      ...input,
      ...(cursor && { cursor }),
    })
    titles.push(...page.items.map(({ title }) => title))
    cursor = page.next ?? undefined
  } while (cursor)
  return titles
}
