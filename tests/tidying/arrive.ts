import { systemActor } from '#kernel/actor.ts'
import { fileArrivals } from '#modules/mail/server/rules/internal.ts'
import { suggestTasks } from '#modules/mail/server/tidying/internal.ts'
import type { TestApp } from '#testing/test-app.ts'
import { allMessages, importBytes } from '../mail/mail-app.ts'
import { mbox } from '../mail/write-mail.ts'

/** Stores messages and has them filed as new mail is; answers their ids. */
export async function arrive(app: TestApp, messages: string[]): Promise<string[]> {
  const known = new Set((await allMessages(app)).map(({ id }) => id))
  await importBytes(app, mbox(messages))
  const ids = (await allMessages(app)).map(({ id }) => id).filter((id) => !known.has(id))
  await arriveAgain(app, ids)
  return ids
}

/** Files messages as new mail, as an event that is delivered twice does. */
export async function arriveAgain(app: TestApp, ids: string[]): Promise<void> {
  const actor = systemActor('mail.file-arrivals', app.owner.workspaceId, app.owner.id)
  await app.daybook.kernel.callAs(actor, fileArrivals, { ids })
  await app.daybook.kernel.callAs(actor, suggestTasks, { ids })
  await app.settle()
}
