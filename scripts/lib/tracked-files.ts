import { existsSync } from 'node:fs'
import { inProject } from './project.ts'
import { run } from './run.ts'

/** The files of the repository that lie in the working tree, new ones as well, from the root with slashes. */
export async function trackedFiles(): Promise<string[]> {
  const { stdout, status, stderr } = await run('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'])
  if (status !== 0) throw new Error(`git could not list the files: ${stderr}`)
  return stdout.split('\0').filter((path) => path !== '' && existsSync(inProject(path)))
}
