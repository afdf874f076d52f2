import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { compression, defineAlgorithm } from 'vite-plugin-compression2'
import { pwa } from './build-pwa.ts'

const api = process.env.NGOPI_API ?? 'http://127.0.0.1:3000'

export default defineConfig({
  root: import.meta.dirname,
  plugins: [
    react(),
    // Compressed once at build time; the server only picks the file (preCompressed).
    compression({
      include: /\.(js|css|html|svg|json|wasm)$/,
      threshold: 256,
      algorithms: [defineAlgorithm('brotliCompress'), defineAlgorithm('gzip', { level: 9 })],
      // The server fills the nonce into index.html on every response.
      exclude: /index\.html$/,
      logLevel: 'silent',
    }),
    pwa(),
  ],
  build: {
    target: 'es2022',
    manifest: true,
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        // Left alone, a page asks for a hundred scripts on a first visit: one for each set of pages that share something.
        codeSplitting: {
          groups: [{ name: 'start', tags: ['$initial'] }],
        },
      },
    },
  },
  server: {
    host: '127.0.0.1',
    proxy: Object.fromEntries(
      ['/api', '/u', '/calendar', '/surat', '/kliping'].map((path) => [path, api]),
    ),
  },
})
