import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { root } from './project.ts'

/** The folder of sample data: `DAYBOOK_SAMPLES`, else the one beside the project. */
const samplesFolder = resolve(process.env.DAYBOOK_SAMPLES ?? join(root, '..', 'shared', 'samples'))

/** The path of a sample file, or null where there are no samples. */
export function findSample(path: string): string | null {
  const full = join(samplesFolder, path)
  return existsSync(full) ? full : null
}

/** The mailing list that mail is measured with: 20,000 messages in two mboxes, 4,000 of them in the first. */
export function findMailSamples(quick: boolean): string[] | null {
  const names = ['mail/openbmc-4000.mbox.gz', ...(quick ? [] : ['mail/openbmc-next-16000.mbox.gz'])]
  const paths = names.map(findSample)
  return paths.every((path) => path !== null) ? paths : null
}

/** Why a bench of mail did not run. */
export const NO_SAMPLES = 'The sample mail is not here: set DAYBOOK_SAMPLES to its folder'
