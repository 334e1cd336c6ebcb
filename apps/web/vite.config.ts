import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import type { Plugin } from 'vite'

const server = process.env.YICHUANG_SERVER ?? 'http://127.0.0.1:8080'
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** In development the desk's own addresses answer with the desk's page, as the server does in production. */
const deskAddresses: Plugin = {
  name: 'desk-addresses',
  configureServer(vite) {
    vite.middlewares.use((request, _response, next) => {
      if (/^\/desk(\/[^.]*)?(\?|$)/.test(request.url ?? '')) request.url = '/desk.html'
      next()
    })
  },
}

export default defineConfig(({ command }) => {
  // A test runner or a shell may have set it to something else; what is built is what people are served.
  if (command === 'build') process.env.NODE_ENV = 'production'
  return {
    root: here('.'),
    plugins: [react(), deskAddresses],
    build: {
      outDir: here('./dist'),
      emptyOutDir: true,
      manifest: true,
      // The content security policy allows no inline script, and browsers we support know modulepreload.
      modulePreload: { polyfill: false },
      assetsInlineLimit: 2048,
      rolldownOptions: { input: { portal: here('./index.html'), desk: here('./desk.html') } },
    },
    server: { port: 5173, proxy: { '/api': server, '/auth': server } },
  }
})
