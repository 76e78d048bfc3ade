import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { atMost, notRun, rounded, type Check } from './lib/check.ts'
import { startDaybook } from './lib/daybook-process.ts'
import { importMail, importState, uploadMail } from './lib/mail-upload.ts'
import { median } from './lib/median.ts'
import { hasNotmuch, NO_NOTMUCH, notmuchNew, writeMaildir } from './lib/notmuch.ts'
import { findMailSamples, NO_SAMPLES } from './lib/samples.ts'
import { say } from './lib/say.ts'
import { tempFolder } from './lib/temp-folder.ts'

const RATIO = 0.3
const NAME = 'mail import, time against notmuch new on the same Maildir'

/** `mail.import`: from a finished upload to the last message found by search, against `notmuch new`, one after the other. */
export async function run({ quick }: { quick: boolean }): Promise<{ checks: Check[] }> {
  const samples = findMailSamples(quick)
  if (!samples) return { checks: [notRun(NAME, RATIO, NO_SAMPLES)] }
  if (!(await hasNotmuch())) return { checks: [notRun(NAME, RATIO, NO_NOTMUCH)] }

  await using folder = await tempFolder()
  const maildir = join(folder.path, 'mail')
  const messages = await writeMaildir(maildir, samples)
  const rounds: Round[] = []
  for (let round = 1; round <= (quick ? 1 : 3); round++) {
    await rm(join(maildir, '.notmuch'), { recursive: true, force: true })
    const notmuch = (await notmuchNew(maildir)) / 1000
    const daybook = await timeImport(samples)
    if (daybook.seen !== messages)
      throw new Error(`The Maildir has ${messages} messages, and the import saw ${daybook.seen}`)
    rounds.push({ ...daybook, notmuch, ratio: daybook.seconds / notmuch })
    say(
      `round ${round}: ${daybook.seconds.toFixed(2)} s (${daybook.withUpload.toFixed(2)} s with the upload) against ${notmuch.toFixed(2)} s`,
    )
  }

  const of = (pick: (round: Round) => number) => median(rounds.map(pick))
  const withUpload = rounded(of((round) => round.withUpload / round.notmuch))
  return {
    checks: [
      atMost(
        NAME,
        of(({ ratio }) => ratio),
        RATIO,
        { messages, withUpload, rounds: rounds.map(toDetail) },
      ),
    ],
  }
}

interface Round extends Import {
  notmuch: number
  ratio: number
}

interface Import {
  seen: number
  stored: number
  /** From the finished upload to the end of the job, which ends when the last message can be searched. */
  seconds: number
  withUpload: number
}

async function timeImport(samples: readonly string[]): Promise<Import> {
  await using folder = await tempFolder()
  await using daybook = await startDaybook(folder.path)
  const upload = await uploadMail(daybook, samples)
  const started = performance.now()
  const id = await importMail(daybook, upload.id)
  let state = await importState(daybook, id)
  while (!ENDS.has(state.state)) {
    // Whoever asks makes bulk work rest: seldom enough not to count.
    await new Promise((resolve) => setTimeout(resolve, 100))
    state = await importState(daybook, id)
  }
  const milliseconds = performance.now() - started
  if (state.state !== 'done') throw new Error(`The import ended as ${state.state}`)
  return {
    seen: state.seen,
    stored: state.stored,
    seconds: milliseconds / 1000,
    withUpload: (milliseconds + upload.milliseconds) / 1000,
  }
}

const ENDS = new Set(['done', 'failed', 'stopped', 'undone'])

function toDetail({ seconds, withUpload, notmuch, stored }: Round) {
  const [ours, uploaded, theirs] = [seconds, withUpload, notmuch].map((value) => Number(value.toFixed(2)))
  return { ours, withUpload: uploaded, notmuch: theirs, stored }
}
