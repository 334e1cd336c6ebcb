import { parentPort, workerData } from 'node:worker_threads'
import { SheetTooLarge } from './problems.ts'
import type { Sheet } from './sheet.ts'
import { readWorkbook } from './workbook.ts'

/** What comes back from the thread: a problem itself cannot. */
export interface WorkbookAnswer {
  readonly sheet?: Sheet
  readonly tooLarge?: boolean
}

const answer = await readWorkbook(workerData as Uint8Array).then(
  (sheet): WorkbookAnswer => ({ sheet }),
  (error: { code?: string }): WorkbookAnswer => ({ tooLarge: error.code === SheetTooLarge.code }),
)
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin, a window has
parentPort?.postMessage(answer)
