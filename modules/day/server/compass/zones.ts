import type { ReadDatabase } from '#kernel/database/scoped.ts'
import type { CompassZone } from '../../contract.ts'
import type { DayTables } from '../database.ts'
import { findPerson } from '../find-person.ts'

/** What everybody begins with. */
export const USUAL_ZONES: readonly CompassZone[] = [
  { name: 'Work', color: 'yellow', projectIds: [], labels: ['work'] },
  { name: 'Life', color: 'green', projectIds: [], labels: ['life'] },
  { name: 'Self', color: 'lilac', projectIds: [], labels: ['self'] },
]

/** The zones of a person. */
export async function zonesOf(db: ReadDatabase<DayTables>, personId: string): Promise<CompassZone[]> {
  const { compass } = await findPerson(db, personId)
  return compass === null ? [...USUAL_ZONES] : (JSON.parse(compass) as CompassZone[])
}

/** The first zone that a task belongs to: by its project, else by a label; null for none. */
export function zoneOf(
  zones: readonly CompassZone[],
  task: { projectId: string | null; labels: readonly string[] },
): string | null {
  const labels = new Set(task.labels.map((label) => label.toLowerCase()))
  const zone =
    zones.find(({ projectIds }) => task.projectId !== null && projectIds.includes(task.projectId)) ??
    zones.find((each) => each.labels.some((label) => labels.has(label.toLowerCase())))
  return zone?.name ?? null
}
