import { personOf } from '../actor.ts'
import { maintenanceOf } from '../events/maintenance.ts'
import { handlersFor, job, type JobHandler, type OperationHandler } from '../handlers.ts'
import { transactionOf } from '../pipeline/open-context.ts'
import type { UploadFiles } from '../ports.ts'
import type { Services } from '../services.ts'
import { forgetAnswers, forgetUploads, scrubErased } from './contract.ts'
import { eraseDetailsOf, eraseUploads } from './erase-rows.ts'

const { command } = handlersFor<never>()

/**
 * Sees to it that what was erased is gone from the bytes of the data folder too: answers kept for replays, the text in
 * projections that only mark what they lose, free pages, the log. Stopped half-way, it begins again.
 */
export function scrubJob(services: () => Services): JobHandler {
  return job(scrubErased, async ({ input, call, delivered, ports, signal }) => {
    await delivered()
    const { uploads } = await call(forgetAnswers, input)
    await call(forgetUploads, { forgotten: await usedUp(ports.uploads, uploads) })
    await scrub(services(), signal)
  })
}

/** Overwrites what erased rows have left behind. */
export async function scrub({ database, registry }: Services, signal: AbortSignal): Promise<void> {
  const maintenance = maintenanceOf(database)
  for (const { subscription } of registry.subscriptions) {
    if (subscription.kind !== 'projection' || !subscription.scrub) continue
    do signal.throwIfAborted()
    while (await subscription.scrub(maintenance))
  }
  await database.scrub(signal)
}

/** A replay within moments of a call is one of its retries. */
const REPLAY_MILLISECONDS = 5 * 60_000

/** Forgets a person's answers and requests of one module's operations, and names of files. */
export function forgettingOperations(): OperationHandler[] {
  const answers = command(forgetAnswers, async (context, { module, all, subjects }) => {
    const { actor } = context
    const transaction = transactionOf(context)
    const { workspaceId } = actor
    if (subjects) await eraseDetailsOf(transaction, { workspaceId, personId: personOf(actor), module }, subjects)
    const whose = [actor.workspaceId, personOf(actor), `${module}.%`, context.now() - (all ? 0 : REPLAY_MILLISECONDS)]
    await transaction.run(
      'DELETE FROM idempotency WHERE workspace_id = ? AND actor_id = ? AND operation LIKE ? AND at <= ?',
      ...whose,
    )
    await transaction.run(
      'DELETE FROM approvals WHERE workspace_id = ? AND person_id = ? AND operation LIKE ? AND expires_at <= ?',
      ...whose,
    )
    const uploads = await transaction.all(
      'SELECT id FROM uploads WHERE workspace_id = ? AND owner_id = ? ORDER BY id',
      actor.workspaceId,
      personOf(actor),
    )
    return { uploads: uploads.map(({ id }) => String(id)) }
  })

  const uploads = command(forgetUploads, async (context, { forgotten }) => {
    await eraseUploads(transactionOf(context), 'owner_id', personOf(context.actor), forgotten)
    return {}
  })

  return [answers, uploads]
}

/** Uploads whose files are gone: what they became is elsewhere. */
async function usedUp(files: UploadFiles, ids: readonly string[]): Promise<string[]> {
  const gone: string[] = []
  for (const id of ids) {
    try {
      for await (const _ of files.open(id)) break
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause
      gone.push(id)
    }
  }
  return gone
}
