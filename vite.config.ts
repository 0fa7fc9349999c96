import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The page: sources in `web`, output in `dist`, API of a running server proxied during development. */
export default defineConfig({
  root: 'web',
  plugins: [react()],
  build: { outDir: '../dist', emptyOutDir: true, target: 'es2024' },
  server: { port: 5173, proxy: { '/api': 'http://localhost:8080' } },
})
