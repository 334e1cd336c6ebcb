import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { inRoot } from './project.mjs'
import { run } from './run.mjs'
import { refuse, say } from './say.mjs'
import { hashOf, stamp, stamped } from './stamp.mjs'

const DIST = 'apps/web/dist'
const STAMP = `${DIST}/.built`
const SOURCES = ['apps/web', 'packages', 'package-lock.json', 'tsconfig.json']
const TEXT = /\.(js|css|html|svg|json)$/
const WORTHWHILE_BYTES = 1024

/** Builds the web pages when their sources have changed, and compresses them once, so that serving them costs nothing. */
export async function buildWeb(node) {
  const wanted = hashOf(SOURCES)
  if (stamped(STAMP, wanted)) return
  say('正在构建网页…', 'Building the web pages…')
  const { code } = await run(node, [
    inRoot('node_modules/vite/bin/vite.js'),
    'build',
    'apps/web',
    '--logLevel',
    'warn',
  ])
  if (code !== 0 || !existsSync(inRoot(DIST, 'index.html')))
    refuse('网页没有构建成功，原因见上。', 'The web pages could not be built; the reason stands above.')
  compressBelow(inRoot(DIST))
  stamp(STAMP, wanted)
}

function compressBelow(dir) {
  for (const name of readdirSync(dir)) {
    const file = `${dir}/${name}`
    const { size, isDirectory } = { size: statSync(file).size, isDirectory: statSync(file).isDirectory() }
    if (isDirectory) compressBelow(file)
    else if (TEXT.test(name) && size >= WORTHWHILE_BYTES) {
      const content = readFileSync(file)
      writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }))
      writeFileSync(
        `${file}.br`,
        brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } }),
      )
    }
  }
}
