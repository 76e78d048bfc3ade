// Run by Bun: `join-program.ts ENTRY FOLDER` joins a program and all it imports into FOLDER, whole or not at all.
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { pathToFileURL } from 'node:url'

/** What we use of Bun's bundler (bun.com/docs/bundler). It throws when it cannot build. */
declare const Bun: {
  build(options: {
    entrypoints: string[]
    outdir: string
    target: 'bun'
    splitting: boolean
    minify: { whitespace: boolean; syntax: boolean; identifiers: boolean }
    plugins: Plugin[]
  }): Promise<unknown>
}

interface Plugin {
  name: string
  setup(build: {
    onLoad(options: { filter: RegExp }, load: (file: { path: string }) => { loader: 'ts'; contents: string }): void
  }): void
}

const [entry, folder] = process.argv.slice(2) as [string, string]

// Workers and data files lie beside the source that names them, so a source goes on to know its own place.
const placesOfSources: Plugin = {
  name: 'places of sources',
  setup(build) {
    build.onLoad({ filter: /^(?!.*node_modules).*\.ts$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8')
      if (/import\.meta\.(?!url\b)/.test(text))
        throw new Error(`${path}: of import.meta only the url is known when built`)
      return {
        loader: 'ts',
        contents: text.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)),
      }
    })
  },
}

mkdirSync(dirname(folder), { recursive: true })
const unfinished = mkdtempSync(`${folder}-`)
try {
  await Bun.build({
    entrypoints: [entry],
    outdir: unfinished,
    target: 'bun',
    splitting: true,
    minify: { whitespace: true, syntax: true, identifiers: false },
    plugins: [placesOfSources],
  })
  renameSync(unfinished, folder)
} finally {
  rmSync(unfinished, { recursive: true, force: true })
}
