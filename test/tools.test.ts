import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { expect, test } from 'vitest'

const ROOT = path.join(import.meta.dirname, '..')

test.each([
  ['hospital/main.ts', ['http://127.0.0.1:1']],
  ['hospital/main.ts', ['--nonsense']],
  ['hub/main.ts', ['--centre', '330600,nowhere']],
  ['hub/main.ts', ['--lose-every']],
  ['bench/main.ts', ['--only', 'nothing']],
  ['bench/main.ts', ['--cases', 'few']],
  ['conformance/main.ts', ['--nonsense']],
  ['conformance/mutations/main.ts', ['--nonsense']],
])('%s called with %j says what is wrong with that, and how it is called', (tool, args) => {
  const { status, stderr } = spawnSync(process.execPath, [path.join(ROOT, tool), ...args], {
    encoding: 'utf8',
  })
  expect([status, stderr]).toEqual([2, expect.stringMatching(/[\u4e00-\u9fff].*\n.*--/)])
  expect(stderr).not.toMatch(/^\s+at |node:internal/m)
})
