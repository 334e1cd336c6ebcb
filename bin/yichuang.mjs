#!/usr/bin/env node
// Plain JavaScript for any Node from 20 on: finds the Node 24 that npm installed and hands the command over to it.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url))
const installed = path(
  process.platform === 'win32' ? '../node_modules/.bin/node.cmd' : '../node_modules/.bin/node',
)
const newEnough = Number(process.versions.node.split('.')[0]) >= 24

if (!existsSync(path('../node_modules')) || (!newEnough && !existsSync(installed))) {
  const fault = {
    code: 'not-installed',
    zh: `尚未安装依赖：${path('../node_modules')} 中没有所需的包。请先在项目目录运行 npm ci，再重试。`,
    en: `The packages are not installed: ${path('../node_modules')} lacks what is needed. Run npm ci in the project folder, then try again.`,
  }
  process.stderr.write(`${JSON.stringify({ faults: [fault] }, null, 2)}\n`)
  process.exit(2)
}

const child = spawn(
  newEnough ? process.execPath : installed,
  [path('../apps/server/src/cli/main.ts'), ...process.argv.slice(2)],
  { stdio: 'inherit', shell: !newEnough && process.platform === 'win32' },
)
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('error', (error) => {
  process.stderr.write(
    `${JSON.stringify({ faults: [{ code: 'not-started', en: error.message }] }, null, 2)}\n`,
  )
  process.exit(2)
})
child.on('exit', (code, signal) => {
  // A command that was stopped by a signal ends as the shell expects it: 128 and the signal's number.
  process.exit(code ?? { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 }[signal] ?? 1)
})
