// A server that has something read which never ends; aside.test.ts kills it.
import { startAside } from '../src/platform/aside.ts'

const child = startAside(new URL('aside-child.ts', import.meta.url), { act: 'loop' }, { megabytes: 64 })
process.send!(child.pid)
