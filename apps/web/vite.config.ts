import { defineConfig } from 'vite'
import react from '@vitejs/plugin-react'
import tailwindcss from '@tailwindcss/vite'

export default defineConfig({
  plugins: [react(), tailwindcss()],
  build: {
    outDir: 'dist',
    target: 'es2023',
    // The content security policy has no data: for fonts and scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // Few files for what every page needs; each module's pages and contract stay apart.
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler|use-sync-external-store|@tanstack)\// },
            { name: 'schema', test: /node_modules\/zod\/|packages\/(base|contract|client)\// },
            { name: 'ui', test: /node_modules\/lucide-react\/|packages\/ui\/(?!dialog|menu)/ },
          ],
        },
      },
    },
  },
})
