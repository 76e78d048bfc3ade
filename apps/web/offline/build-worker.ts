import { createHash } from 'node:crypto'
import type { Plugin } from 'vite'

/** The name that the worker is served by: it may not change from one version to the next. */
export const WORKER = 'service-worker'

/** Writes into the service worker which files make up this version. */
export function buildWorker(): Plugin {
  return {
    name: 'daybook-worker',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const worker = bundle[`${WORKER}.js`]
        if (worker?.type !== 'chunk') throw new Error('The build made no service worker')
        const names = Object.keys(bundle)
          .filter(
            (name) => /\.(js|css)$|latin-wght-normal.*\.woff2$/.test(name) && !/latin-ext|service-worker/.test(name),
          )
          .sort()
        const page = bundle['index.html']
        const version = createHash('sha256')
          .update(names.join('\n'))
          .update(page?.type === 'asset' ? page.source : '')
          .update(worker.code)
          .digest('hex')
          .slice(0, 16)
        const files = JSON.stringify(names.map((name) => `/${name}`))
        worker.code = worker.code.replace('["%FILES%"]', files).replace('%VERSION%', version)
      },
    },
  }
}
