#!/usr/bin/env node
// Plain JavaScript without dependencies, for any Node from 20.20 on: it runs before anything is installed.
import { buildWeb } from './lib/build-web.mjs'
import { countTests } from './lib/counts.mjs'
import { install } from './lib/install.mjs'
import { checkCallingNode, runtimeNode } from './lib/node.mjs'
import { environment, run } from './lib/run.mjs'
import { refuse, say } from './lib/say.mjs'
import { missingFor, steps } from './lib/steps.mjs'

checkCallingNode()
await install()
const node = runtimeNode()
const all = steps()
const wanted = process.argv.slice(2)
const unknown = wanted.find((name) => all.every((step) => step.name !== name))
if (unknown !== undefined)
  refuse(
    `没有名为“${unknown}”的步骤。可选：${all.map(({ name }) => name).join('、')}。`,
    `There is no step “${unknown}”. Steps: ${all.map(({ name }) => name).join(', ')}.`,
  )
const chosen = wanted.length === 0 ? all : all.filter(({ name }) => wanted.includes(name))

let passed = 0
let failed = 0
let stoppedAt
for (const step of chosen) {
  say(`${step.zh}…`, `${step.name}…`)
  const began = performance.now()
  const ok = await check(step)
  say(
    `${step.zh}${ok ? '通过' : '未通过'}`,
    `${step.name} ${ok ? 'ok' : 'FAILED'} (${((performance.now() - began) / 1000).toFixed(1)} s)`,
  )
  if (!ok) {
    stoppedAt = step
    break
  }
}
console.log('')
if (stoppedAt) {
  // A step that stops before it counts a test has failed all the same.
  if (failed === 0) failed = 1
  console.log(
    `未通过 Failed: ${stoppedAt.zh} ${stoppedAt.name}. 单独运行 Run it alone: npm test -- ${stoppedAt.name}`,
  )
}
console.log(`${passed} passed, ${failed} failed`)
process.exit(stoppedAt ? 1 : 0)

async function check(step) {
  const missing = missingFor(step)
  if (missing !== undefined) {
    console.error(`缺少 Missing: ${missing}`)
    return false
  }
  if (step.name === 'journeys') await buildWeb(node)
  const { code, output } = await run(node, step.args, {
    capture: step.tests === true,
    env: { ...environment(), ...(step.tests && { NO_COLOR: '1', FORCE_COLOR: '0' }) },
  })
  if (step.tests) {
    const counts = countTests(output)
    passed += counts.passed
    failed += counts.failed
    if (counts.passed === 0) {
      console.error('没有运行任何测试 No test ran')
      return false
    }
  }
  return code === 0
}
