#!/usr/bin/env node
// Plain JavaScript without dependencies, for any Node from 20.20 on: it runs before anything is installed.
import { availableParallelism } from 'node:os'
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
let stoppedAt = []
const left = [...chosen]
while (left.length > 0 && stoppedAt.length === 0) {
  const next = left.findIndex((step) => !step.aside)
  stoppedAt = await failing(left.splice(0, next === -1 ? left.length : Math.max(next, 1)))
}
console.log('')
if (stoppedAt.length > 0) {
  // A step that stops before it counts a test has failed all the same.
  if (failed === 0) failed = stoppedAt.length
  for (const { zh, name } of stoppedAt)
    console.log(`未通过 Failed: ${zh} ${name}. 单独运行 Run it alone: npm test -- ${name}`)
}
console.log(`${passed} passed, ${failed} failed`)
process.exit(stoppedAt.length > 0 ? 1 : 0)

/** Runs steps, as many at once as there are processors, and gives those that fail. */
async function failing(steps) {
  const waiting = [...steps]
  const found = []
  const lane = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift())
      if (!(await passes(step, steps.length > 1))) found.push(step)
  }
  await Promise.all(Array.from({ length: availableParallelism() }, lane))
  return found
}

/** Runs a step; beside others, what it prints comes when it has ended. */
async function passes(step, besideOthers) {
  say(`${step.zh}…`, `${step.name}…`)
  const began = performance.now()
  const ok = await check(step, besideOthers)
  say(
    `${step.zh}${ok ? '通过' : '未通过'}`,
    `${step.name} ${ok ? 'ok' : 'FAILED'} (${((performance.now() - began) / 1000).toFixed(1)} s)`,
  )
  return ok
}

async function check(step, besideOthers) {
  const missing = missingFor(step)
  if (missing !== undefined) {
    console.error(`缺少 Missing: ${missing}`)
    return false
  }
  if (step.name === 'journeys') await buildWeb(node)
  const lanes = step.lanes ?? [[]]
  const codes = await Promise.all(lanes.map((args) => finish(step, [...step.args, ...args], besideOthers)))
  return codes.every((code) => code === 0)
}

/** Runs the program of a step to its end; its exit code, or 1 when it should have run tests and ran none. */
async function finish(step, args, besideOthers) {
  const { code, output } = await run(node, args, {
    capture: step.tests === true || besideOthers,
    show: !besideOthers,
    env: { ...environment(), ...(step.tests && { NO_COLOR: '1', FORCE_COLOR: '0' }) },
  })
  if (besideOthers && output.trim() !== '') console.log(output.trimEnd())
  if (!step.tests) return code
  const counts = countTests(output)
  passed += counts.passed
  failed += counts.failed
  if (counts.passed > 0) return code
  console.error('没有运行任何测试 No test ran')
  return 1
}
