import { setTimeout } from 'node:timers/promises'
import { job, type JobHandler } from '../handlers.ts'
import type { Ports } from '../ports.ts'
import { erasePersonRecords, erasePersonStep, eraseWorkspaceRecords, eraseWorkspaceStep } from './contract.ts'

/** How long to wait for the jobs of modules that are still erasing. */
const PAUSE_MILLISECONDS = 500

/** Comes last: what modules do to erase their part leaves jobs of its own. Stopped half-way, it begins again. */
const workspace = job(eraseWorkspaceRecords, async ({ input, call, delivered, ports, signal }) => {
  await delivered()
  let entry = 0
  let forgotten: string[] = []
  for (;;) {
    signal.throwIfAborted()
    const step = await call(eraseWorkspaceStep, { ...input, entry, forgotten }, { bulk: true })
    if (step.isEmpty && !step.hasJobs) return {}
    await deleteFiles(ports, step.uploads)
    entry = step.entry
    forgotten = step.uploads
    if (step.isEmpty) await setTimeout(PAUSE_MILLISECONDS, undefined, { signal })
  }
})

const person = job(erasePersonRecords, async ({ input, call, ports, signal }) => {
  let forgotten: string[] = []
  for (;;) {
    signal.throwIfAborted()
    const step = await call(erasePersonStep, { ...input, forgotten }, { bulk: true })
    if (step.isEmpty) return {}
    await deleteFiles(ports, step.uploads)
    forgotten = step.uploads
  }
})

/** The file first: a crash here leaves a row that is found again, never a file that nobody names. */
async function deleteFiles({ uploads }: Ports, ids: readonly string[]): Promise<void> {
  for (const id of ids) await uploads.delete(id)
}

export const erasureJobs: JobHandler[] = [workspace, person]
