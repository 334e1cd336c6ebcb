#!/usr/bin/env node
// Plain JavaScript for any Node from 20 on: finds the Node 24 that npm installed and runs a tool of this repository with it.
// Usage: node bin/tool.mjs hospital/main.ts [arguments]
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url))
const windows = process.platform === 'win32'
const installed = path(windows ? '../node_modules/.bin/node.cmd' : '../node_modules/.bin/node')
const newEnough = Number(process.versions.node.split('.')[0]) >= 24

if (!existsSync(path('../node_modules')) || (!newEnough && !existsSync(installed))) {
  console.error(
    '尚未安装依赖。请先在项目目录运行 npm ci。\nThe packages are not installed. Run npm ci in the project folder first.',
  )
  process.exit(2)
}

const [tool, ...args] = process.argv.slice(2)
const child = spawn(newEnough ? process.execPath : installed, [path(`../${tool}`), ...args], {
  stdio: 'inherit',
  shell: !newEnough && windows,
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('error', (error) => {
  console.error(error.message)
  process.exit(2)
})
child.on('exit', (code, signal) => {
  process.exit(code ?? { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 }[signal] ?? 1)
})
