#!/usr/bin/env node
// Plain JavaScript without dependencies, for any Node from 20.20 on: it runs before anything is installed.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { buildWeb } from './lib/build-web.mjs'
import { install } from './lib/install.mjs'
import { checkCallingNode, runtimeNode } from './lib/node.mjs'
import { inRoot } from './lib/project.mjs'
import { environment } from './lib/run.mjs'
import { refuse, say } from './lib/say.mjs'

const HELP = `npm start [-- options]

  --production   正式运行 real operation: no demo accounts, no demo day, keys and identity provider of your own
  --port N       端口 port, 8080 unless told otherwise
  --data DIR     数据目录 data directory, ./data unless told otherwise
`

checkCallingNode()
const values = options()
if (values.help) {
  console.log(HELP)
  process.exit(0)
}
await install()
const node = runtimeNode()
await buildWeb(node)
say('正在启动…', 'Starting…')
// What keeps the server small: a bound on its memory, which makes it tidy up in time, and few pools for its threads.
const asServer = JSON.parse(readFileSync(inRoot('apps/server/process.json'), 'utf8'))
const args = [
  ...asServer.arguments,
  inRoot('apps/server/src/main.ts'),
  ...(values.production ? ['--production'] : []),
  ...(values.port ? ['--port', values.port] : []),
  ...(values.data ? ['--data', values.data] : []),
]
// The channel tells the platform when this launcher is gone, so that it never runs on unseen.
const child = spawn(node, args, {
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  env: { ...environment(), ...asServer.environment },
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.once('error', (error) => refuse(`无法启动：${error.message}`, `Could not start: ${error.message}`))
child.once('exit', (code, signal) =>
  process.exit(code ?? { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 }[signal] ?? 1),
)

function options() {
  try {
    return parseArgs({
      options: {
        production: { type: 'boolean' },
        port: { type: 'string' },
        data: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values
  } catch (error) {
    refuse(`参数有误：${error.message}\n\n${HELP}`, `The options are wrong: ${error.message}`)
  }
}
