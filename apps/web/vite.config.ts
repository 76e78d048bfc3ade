import { defineConfig } from 'vite'
import react from '@vitejs/plugin-react'
import tailwindcss from '@tailwindcss/vite'
import { fileURLToPath } from 'node:url'
import { briefContracts, CONTRACT } from './brief-contracts.ts'
import { buildWorker, WORKER } from './offline/build-worker.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

const EVERYWHERE = /\/(?:react|client|ui|icons|rolldown-runtime|preload-helper)-/

export default defineConfig({
  plugins: [briefContracts(), react(), tailwindcss(), buildWorker()],
  build: {
    outDir: 'dist',
    target: 'es2023',
    // The content security policy has no data: for fonts and scripts.
    assetsInlineLimit: 0,
    modulePreload: {
      polyfill: false,
      // What every page needs is there before one asks for more: its names need not stand in each file that does.
      resolveDependencies: (_file, needed, { hostType }) =>
        hostType === 'js' ? needed.filter((name) => !EVERYWHERE.test(name)) : needed,
    },
    rolldownOptions: {
      // A contract only declares: a page that uses one of its files brings no other.
      treeshake: {
        moduleSideEffects: [{ test: CONTRACT, sideEffects: false }],
      },
      input: { index: here('index.html'), [WORKER]: here('offline/service-worker.ts') },
      output: {
        entryFileNames: ({ name }) => (name === WORKER ? '[name].js' : 'assets/[name]-[hash].js'),
        // Few files for what every page needs; each module's pages and contract stay apart.
        codeSplitting: {
          groups: [
            {
              name: 'react',
              test: /node_modules\/(react|react-dom|scheduler|use-sync-external-store|@tanstack(?!\/(react-virtual|virtual)))\//,
            },
            // A page that has no schema in it needs none of this.
            { name: 'schema', test: /node_modules\/zod\/|packages\/contract\/schema/ },
            { name: 'client', test: /packages\/(contract\/(?!schema)|client\/)/ },
            { name: 'long-list', test: /@tanstack\/(react-virtual|virtual-core)\/|ui\/(virtual-list|rows-around)\./ },
            {
              name: 'ui',
              test: /packages\/ui\/(?!dialog|menu|bar-chart|typed-confirmation|linked-records|record-|problem-note|field|text-field|password-field|progress-bar|switch|section)/,
            },
            // A picture that one or two pages have comes with them.
            { name: 'icons', test: /node_modules\/lucide-react\//, minShareCount: 3 },
          ],
        },
      },
    },
  },
})
