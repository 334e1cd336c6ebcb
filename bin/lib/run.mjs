import { spawn } from 'node:child_process'
import path from 'node:path'
import { inRoot, ROOT } from './project.mjs'

/** The environment in which `node` is the one npm installed for us; what it compiles it keeps for the next start. */
export function environment() {
  const PATH = [inRoot('node_modules', '.bin'), process.env.PATH].filter(Boolean).join(path.delimiter)
  return { NODE_COMPILE_CACHE: inRoot('node_modules', '.cache', 'compiled'), ...process.env, PATH }
}

/**
 * The environment npm itself must run in: npm puts node_modules/.bin first, and would then be run by a Node it is about
 * to delete.
 */
export function outerEnvironment() {
  const parts = (process.env.PATH ?? '').split(path.delimiter)
  return { ...process.env, PATH: parts.filter((part) => !part.includes('node_modules')).join(path.delimiter) }
}

/**
 * Runs a program in the project's folder and waits for it. Ctrl-C reaches it too; what it is asked to do with the
 * signal is its own matter. With `capture` its output is returned, and shown as it comes unless `show` is false.
 */
export function run(command, args, { capture = false, show = true, env = environment() } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      env,
      stdio: ['ignore', capture ? 'pipe' : 'inherit', capture ? 'pipe' : 'inherit'],
      shell: process.platform === 'win32',
    })
    let output = ''
    for (const [from, to] of capture
      ? [
          [child.stdout, process.stdout],
          [child.stderr, process.stderr],
        ]
      : [])
      from.on('data', (chunk) => {
        output += chunk
        if (show) to.write(chunk)
      })
    child.once('error', reject)
    child.once('close', (code, signal) => resolve({ code: code ?? 1, signal, output }))
  })
}
