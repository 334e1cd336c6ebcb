import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { inRoot } from './project.mjs'
import { refuse } from './say.mjs'

const NEEDED_TO_START = [20, 20]
const NEEDED_TO_RUN = [22, 18]

const newEnough = (version, [major, minor]) => {
  const [hasMajor, hasMinor] = version.replace(/^v/, '').split('.').map(Number)
  return hasMajor > major || (hasMajor === major && hasMinor >= minor)
}

/** Any Node from 20.20 on may call us; what runs the platform comes with `npm ci`. */
export function checkCallingNode() {
  if (newEnough(process.version, NEEDED_TO_START)) return
  refuse(
    `当前 Node.js 是 ${process.version}，需要 20.20 或更高版本。请从 https://nodejs.org 安装后重试。`,
    `This is Node.js ${process.version}; 20.20 or newer is needed. Install it from https://nodejs.org and try again.`,
  )
}

/** The Node that runs TypeScript as it stands: the installed one, else the calling one when it is new enough. */
export function runtimeNode() {
  const folder = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
  const program = process.platform === 'win32' ? 'node.exe' : 'node'
  for (const installed of [
    inRoot('node_modules', folder, 'bin', program),
    inRoot('node_modules', folder, program),
  ])
    if (existsSync(installed) && spawnSync(installed, ['--version']).status === 0) return installed
  if (newEnough(process.version, NEEDED_TO_RUN)) return process.execPath
  refuse(
    `没有适用于 ${process.platform}-${process.arch} 的 Node 24 安装包，而当前 Node.js 是 ${process.version}，低于 22.18。请从 https://nodejs.org 安装 Node 24 后重试。`,
    `There is no Node 24 package for ${process.platform}-${process.arch}, and this is Node.js ${process.version}, older than 22.18. Install Node 24 from https://nodejs.org and try again.`,
  )
}
