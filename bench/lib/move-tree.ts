import { atRest } from './at-rest.ts'
import { below, rounded, type Check } from './check.ts'
import type { DaybookProcess } from './daybook-process.ts'
import { inTurn } from './many-tasks.ts'
import { median } from './median.ts'
import { say } from './say.ts'

const MOVES = 12
const MILLISECONDS = 100
/** The deepest tree there can be has seven levels; this one fills the levels from epic to subtask. */
const EPIC = 2
const A_SPRINT = 33
const A_TASK = 9

interface Made {
  id: string
}

/**
 * Moves a tree under another task and back, in one command each, over HTTP. Between two tasks of a level its tasks keep
 * theirs; from one level to another, all of them change.
 */
export async function moveTree(daybook: DaybookProcess, nodes: number): Promise<Check[]> {
  const make = (title: string, more: object) => daybook.call<Made>('POST', '/tasks', { title, ...more })
  const root = await make('A tree', { level: EPIC })
  const sprints = await inTurn(Math.ceil(nodes / (1 + A_SPRINT * (1 + A_TASK))), (n) =>
    make(`Sprint ${n}`, { parentId: root.id }),
  )
  const tasks = await inTurn(sprints.length * A_SPRINT, (n) =>
    make(`Task ${n}`, { parentId: sprints[n % sprints.length]!.id }),
  )
  const left = nodes - 1 - sprints.length - tasks.length
  await inTurn(left, (n) => make(`Subtask ${n}`, { parentId: tasks[n % tasks.length]!.id }))
  await atRest(daybook)

  const [phase, other] = [await make('A phase', { level: EPIC - 1 }), await make('Another', { level: EPIC - 1 })]
  const move = async (input: object) => {
    const started = performance.now()
    await daybook.call('POST', `/tasks/${root.id}/move`, input)
    return performance.now() - started
  }
  const beside: number[] = []
  const across: number[] = []
  for (let n = 0; n < MOVES; n++) beside.push(await move({ parentId: (n % 2 ? phase : other).id }))
  for (let n = 0; n < MOVES; n++) across.push(await move({ parentId: null, level: EPIC - (n % 2) }))
  const checkOf = (name: string, times: number[]) => {
    say(`a tree of ${nodes}, ${name}: ${rounded(median(times))} ms, ${rounded(Math.max(...times))} ms at most`)
    return below(`a tree of ${nodes} moves ${name}: ms`, median(times), MILLISECONDS, times.map(rounded))
  }
  return [checkOf('to another task', beside), checkOf('to another level', across)]
}
