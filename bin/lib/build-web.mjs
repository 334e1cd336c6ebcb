import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
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

/**
 * Builds the web pages when their sources have changed, and compresses them once, so that serving them costs nothing.
 * Works in a folder of its own and swaps it in, so that two starts at once, or a broken build, harm nobody.
 */
export async function buildWeb(node) {
  const wanted = hashOf(SOURCES)
  if (stamped(STAMP, wanted)) return
  say('正在构建网页…', 'Building the web pages…')
  const part = `${inRoot(DIST)}-${process.pid}`
  const vite = inRoot('node_modules/vite/bin/vite.js')
  // The native loader reads the configuration where it stands; the others write beside it, where one may not write.
  const options = ['--emptyOutDir', '--logLevel', 'error', '--configLoader', 'native']
  const { code } = await run(node, [vite, 'build', 'apps/web', '--outDir', part, ...options])
  if (code !== 0 || !existsSync(`${part}/index.html`)) {
    rmSync(part, { recursive: true, force: true })
    refuse('网页没有构建成功，原因见上。', 'The web pages could not be built; the reason stands above.')
  }
  compressBelow(part)
  swapIn(part)
  stamp(STAMP, wanted)
}

function swapIn(part) {
  const former = `${part}.former`
  try {
    if (existsSync(inRoot(DIST))) renameSync(inRoot(DIST), former)
    renameSync(part, inRoot(DIST))
  } catch (error) {
    // Another start swapped in its own build of the same sources a moment ago.
    if (!['ENOENT', 'ENOTEMPTY', 'EEXIST'].includes(error.code)) throw error
  }
  rmSync(former, { recursive: true, force: true })
  rmSync(part, { recursive: true, force: true })
}

function compressBelow(dir) {
  for (const name of readdirSync(dir)) {
    const file = `${dir}/${name}`
    const entry = statSync(file)
    if (entry.isDirectory()) compressBelow(file)
    else if (TEXT.test(name) && entry.size >= WORTHWHILE_BYTES) {
      const content = readFileSync(file)
      writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }))
      writeFileSync(
        `${file}.br`,
        brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } }),
      )
    }
  }
}
