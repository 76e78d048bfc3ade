import { setTimeout } from 'node:timers/promises'
import { job, type JobHandler } from '../handlers.ts'
import type { Ports } from '../ports.ts'
import type { Services } from '../services.ts'
import { erasePersonRecords, erasePersonStep, eraseWorkspaceRecords, eraseWorkspaceStep } from './contract.ts'
import { scrub, scrubJob } from './scrub.ts'

/** How long to wait for the jobs of modules that are still erasing. */
const PAUSE_MILLISECONDS = 500

/** What erases the kernel's own records, and what is left of all others. */
export function erasureJobs(services: () => Services): JobHandler[] {
  return [workspaceJob(services), person, scrubJob(services)]
}

/** Comes last: what modules do to erase their part leaves jobs of its own. Stopped half-way, it begins again. */
const workspaceJob = (services: () => Services) =>
  job(eraseWorkspaceRecords, async ({ input, call, delivered, ports, signal }) => {
    await delivered()
    let entry = 0
    let forgotten: string[] = []
    for (;;) {
      signal.throwIfAborted()
      const step = await call(eraseWorkspaceStep, { ...input, entry, forgotten }, { bulk: true })
      if (step.isEmpty && !step.hasJobs) return scrub(services(), signal)
      await deleteFiles(ports, step.uploads)
      entry = step.entry
      forgotten = step.uploads
      if (step.isEmpty) await setTimeout(PAUSE_MILLISECONDS, undefined, { signal })
    }
  })

const person = job(erasePersonRecords, async ({ input, call, delivered, ports, signal }) => {
  // What modules erase on account of it is told in the audit too, and has no words.
  await delivered()
  let entry = 0
  let forgotten: string[] = []
  for (;;) {
    signal.throwIfAborted()
    const step = await call(erasePersonStep, { ...input, entry, forgotten }, { bulk: true })
    if (step.isEmpty) return {}
    await deleteFiles(ports, step.uploads)
    entry = step.entry
    forgotten = step.uploads
  }
})

/** The file first: a crash here leaves a row that is found again, never a file that nobody names. */
async function deleteFiles({ uploads }: Ports, ids: readonly string[]): Promise<void> {
  for (const id of ids) await uploads.delete(id)
}
