import { readdir } from 'node:fs/promises'
import { holdsOf, type Bench } from './lib/check.ts'

/** `npm run bench -- list`, or `npm run bench -- NAME [--quick]`: the last line is one of JSON. */
async function main(words: string[]): Promise<void> {
  const quick = words.includes('--quick')
  const [name] = words.filter((word) => word !== '--quick')
  const names = await findBenches()
  if (name === 'list') return console.log(names.join('\n'))
  if (name === undefined || !names.includes(name)) {
    console.error(`Say which one: npm run bench -- NAME [--quick], where NAME is one of ${names.join(', ')}; or list`)
    process.exitCode = 2
    return
  }

  const { run } = (await import(new URL(fileOf(name), import.meta.url).href)) as Bench
  const { checks } = await run({ quick })
  const holds = holdsOf(checks)
  console.log(JSON.stringify({ bench: name, checks, holds }))
  if (holds === false) process.exitCode = 1
}

/** A bench `area.name` is the file `area-name.ts` beside this one. */
async function findBenches(): Promise<string[]> {
  const files = await readdir(new URL('.', import.meta.url))
  return files
    .map((file) => /^([a-z]+)-([a-z]+)\.ts$/.exec(file))
    .filter((match) => match !== null)
    .map(([, area, name]) => `${area}.${name}`)
    .sort()
}

function fileOf(name: string): string {
  return `./${name.replace('.', '-')}.ts`
}

await main(process.argv.slice(2))
