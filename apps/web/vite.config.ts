import react from '@vitejs/plugin-react'
import { defaultClientConditions, defineConfig } from 'vite'
import { pages } from './pages.js'
import { precompress } from './precompress.js'
import { weigh } from './weigh.js'

const server = 'http://127.0.0.1:4280'

export default defineConfig({
  plugins: [react(), precompress(), weigh(pages)],
  // The workspace's own packages are taken from their sources, so that no build stands between an edit and the page.
  resolve: { conditions: ['source', ...defaultClientConditions] },
  build: {
    outDir: 'dist/client',
    emptyOutDir: true,
    target: 'es2022',
    // The Content-Security-Policy allows no data: scripts or fonts, and a small file is cheap over one connection.
    assetsInlineLimit: 0,
    sourcemap: true,
    // A hint that older browsers may go without.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // The entry names every file there is: 42 bits of a hash tell versions of a file apart.
      output: { chunkFileNames: 'assets/[name]-[hash:7].js', assetFileNames: 'assets/[name]-[hash:7][extname]' },
      treeshake: {
        // Schemas of answers that no page asks for are left out, and with them what reads e-mail addresses and the like.
        manualPureFunctions: ['z'],
      },
    },
  },
  server: {
    host: '127.0.0.1',
    // The server takes writes from its own origin only; in development this proxy speaks for the page.
    proxy: {
      '/api': { target: server, headers: { origin: server } },
      '/sync': { target: server, ws: true, headers: { origin: server } },
    },
  },
})
