// What aside.test.ts has done in a process of its own.
import { takeTask, tell } from '../src/platform/aside.ts'

const { act } = await takeTask<{ act: string }>()
const acts: Readonly<Record<string, () => object>> = {
  answer: () => ({ bytes: new Uint8Array([1, 2]), environment: Object.keys(process.env) }),
  fill: () => {
    const kept: number[][] = []
    for (;;) kept.push(Array.from({ length: 100_000 }, (_, index) => index + 0.5))
  },
  loop: () => {
    for (;;) if (act === '') return {}
  },
  fail: () => {
    throw new Error('as asked')
  },
}
await tell(acts[act]!())
process.disconnect()
