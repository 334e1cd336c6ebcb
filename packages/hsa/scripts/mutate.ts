/** Reads a million mutated messages: `node packages/hsa/scripts/mutate.ts [how many] [start]`. Ends with 1 where one is taken wrongly. */
import { readMutated } from '../test/mutate.ts'

const [messages = 1_000_000, start = Date.now() % 2 ** 31] = process.argv.slice(2).map(Number)
const began = performance.now()
const result = readMutated(messages, start)
const seconds = Math.round((performance.now() - began) / 100) / 10
console.log(
  JSON.stringify({ messages, start, ...result, slowestMs: Math.round(result.slowestMs * 10) / 10, seconds }),
)
