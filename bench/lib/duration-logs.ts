import { readFile } from 'node:fs/promises'
import type { PastTask } from '#modules/insights/server/estimates/past-task.ts'
import { findSample } from './samples.ts'

/** The public log of a software house (SiP: Jones and Cullum 2019), in the order that tasks were completed. */
export interface SipRow extends PastTask {
  task: string
}

const FOLDER = 'imports/durations'
/** A pomodoro of the other log. */
const POMODORO = 25

/** Why a bench of estimates did not run. */
export const NO_LOGS = 'The logs of durations are not here: set DAYBOOK_SAMPLES to their folder'

/** Each row is what one person spent on a task, or what the task took all in all (then each task stands once). */
export async function readSip(per: 'person' | 'task'): Promise<PastTask[] | null> {
  const info = await readRows('SiP/Sip-task-info.csv')
  const dates = await readRows('SiP/est-act-dates.csv')
  if (!info || !dates) return null

  const completed = new Map(dates.map((row) => [row['TaskNumber'], dayOf(row['CompletedOn'] ?? '')]))
  const seen = new Set<string>()
  const rows = info.flatMap((row) => {
    const task = row['TaskNumber']!
    const hours = Number(row[per === 'person' ? 'DeveloperHoursActual' : 'HoursActual'])
    const at = completed.get(task)
    if (!(hours > 0) || at === undefined || (per === 'task' && seen.has(task))) return []
    seen.add(task)
    const past: PastTask = {
      person: row['DeveloperID']!,
      project: row['ProjectCode']!,
      labels: [row['Category']!, `${row['Category']}/${row['SubCategory']}`],
      title: row['Summary']!,
      ownMinutes: Number(row['HoursEstimate']) * 60 || null,
      minutes: hours * 60,
    }
    return [{ at, task: Number(task), past }]
  })
  return rows.sort((one, other) => one.at - other.at || one.task - other.task).map(({ past }) => past)
}

/** One person's pomodoros over ten years, in their order: all rows with a time, or those that were done. */
export async function readRenzo(which: 'all' | 'done'): Promise<PastTask[] | null> {
  const rows = await readRows('renzo/all-tasks.csv')
  if (!rows) return null
  return rows
    .map((row, index) => ({ row, index, at: Date.parse(row['date'] ?? '') }))
    .filter(({ row }) => Number(row['actual']) > 0 && (which === 'all' || row['DONE'] === '1'))
    .sort((one, other) => one.at - other.at || one.index - other.index)
    .map(({ row }) => ({
      person: 'renzo',
      project: null,
      labels: labelsOf(row['X.words'] ?? ''),
      title: row['description'] ?? '',
      ownMinutes: Number(row['estimate']) * POMODORO || null,
      minutes: Number(row['actual']) * POMODORO,
    }))
}

function labelsOf(words: string): string[] {
  return [...new Set(words.match(/@\w+/g))]
}

async function readRows(name: string): Promise<Record<string, string>[] | null> {
  const path = findSample(`${FOLDER}/${name}`)
  if (path === null) return null
  const [head, ...lines] = (await readFile(path, 'latin1')).split(/\r?\n/).filter((line) => line !== '')
  const names = cellsOf(head!)
  return lines.map((line) => Object.fromEntries(cellsOf(line).map((cell, index) => [names[index], cell])))
}

/** The cells of a line; quotes hold commas together, and no cell of these logs holds a line break. */
function cellsOf(line: string): string[] {
  const cells = line.match(/("[^"]*"|[^",])+|(?<=,|^)(?=,|$)/g) ?? []
  return cells.map((cell) => cell.replaceAll('"', ''))
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** A date such as 16-Nov-04. */
function dayOf(text: string): number | undefined {
  const match = /^(\d+)-(\w+)-(\d+)$/.exec(text)
  return match ? Date.UTC(2000 + Number(match[3]), MONTHS.indexOf(match[2]!), Number(match[1])) : undefined
}
