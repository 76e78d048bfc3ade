import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Daybook } from '#apps/server/open-daybook.ts'
import { uuidv7 } from '#base/ids.ts'
import { Failure } from '#kernel/failure.ts'
import { importMail } from '#modules/mail/contract.ts'

/** Imports archives into a Daybook of this process; ends when everything is searchable. */
export async function importInProcess(daybook: Daybook, archives: readonly string[]): Promise<void> {
  for (const archive of archives) {
    const request = new Request(`http://localhost/api/v1/uploads?name=${basename(archive)}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${daybook.localToken}`, 'content-type': 'application/octet-stream' },
      body: await readFile(archive),
    })
    const { id } = (await (await daybook.app.fetch(request)).json()) as { id: string }
    const caller = { actor: daybook.owner, surface: 'bench', requestId: uuidv7(), address: '' }
    const started = await daybook.kernel.execute(importMail, { uploadId: id }, caller)
    if (started instanceof Failure) throw new Error(started.detail)
    await jobsEnded(daybook)
    await daybook.kernel.settled()
  }
}

async function jobsEnded(daybook: Daybook): Promise<void> {
  for (;;) {
    const row = await daybook.database.read(async (transaction) =>
      transaction.get("SELECT count(*) AS open FROM jobs WHERE state IN ('queued', 'running')"),
    )
    if (row!.open === 0) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
