import { existsSync, statSync } from 'node:fs'
import { inRoot } from './project.mjs'
import { outerEnvironment, run } from './run.mjs'
import { refuse, say } from './say.mjs'
import { hashOf, stamp, stamped } from './stamp.mjs'

const STAMP = 'node_modules/.yichuang-install'
// npm writes this file as the last thing it does.
const DONE = 'node_modules/.package-lock.json'

/** Installs the packages of the lock file, unless they are there. */
export async function install() {
  const wanted = hashOf(['package-lock.json'])
  if (existsSync(inRoot(DONE)) && (stamped(STAMP, wanted) || installedByHand())) return stamp(STAMP, wanted)
  say('正在安装依赖（第一次约需两三分钟）…', 'Installing packages (the first time takes a few minutes)…')
  const { code } = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    env: outerEnvironment(),
  })
  if (code !== 0)
    refuse(
      '依赖没有装上。请检查网络或 npm 镜像设置（npm config get registry），然后重试。',
      'The packages could not be installed. Check the network and the npm registry (npm config get registry), then try again.',
    )
  stamp(STAMP, wanted)
}

/** Somebody ran `npm ci` after the lock file last changed. */
function installedByHand() {
  return statSync(inRoot(DONE)).mtimeMs >= statSync(inRoot('package-lock.json')).mtimeMs
}
