import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { setPriority } from 'node:os'
import { Worker } from 'node:worker_threads'
import { defineProblem } from './problem.ts'

/** Bounds of a process that works aside. */
export interface AsideBounds {
  /** of JavaScript's own memory; whoever needs more ends */
  readonly megabytes: number
  /** from 0, as urgent as the server, to 19; it holds from the first moment, while the process still loads itself */
  readonly niceness?: number
  /** what it sees of our environment; nothing unless said */
  readonly environment?: NodeJS.ProcessEnv
}

export interface ReadingBounds extends AsideBounds {
  readonly milliseconds: number
}

export const AlreadyReading = defineProblem({
  code: 'upload-being-read',
  status: 429,
  title: { zh: '您上一个文件还在读取', en: 'Your last file is still being read' },
  mend: { zh: '请等它读完再上传下一个。', en: 'Wait until it has been read, then send the next one.' },
  retryAfter: 5,
})

const READERS = 2

/**
 * Starts `script` in a process of its own and gives it `task`. A thread would not do: one that runs out of memory takes
 * the whole server along. The process is told none of our secrets but those it is given.
 */
export function startAside(
  script: URL,
  task: object,
  { megabytes, niceness = 0, environment = {} }: AsideBounds,
): ChildProcess {
  const child = fork(script, [String(process.pid)], {
    execArgv: [`--max-old-space-size=${megabytes}`],
    env: environment,
    serialization: 'advanced',
    stdio: 'ignore',
  })
  if (niceness > 0) stepBack(child, niceness)
  // One that ended before it heard its task is told by its exit.
  child.send(task, () => undefined)
  return child
}

function stepBack({ pid }: ChildProcess, niceness: number): void {
  try {
    if (pid !== undefined) setPriority(pid, niceness)
  } catch {
    // It may have ended already; and nothing but speed depends on it.
  }
}

/**
 * What `script` makes of something that `caller` sent us; undefined when that took too much memory or time, so nobody else
 * waits for what a few hundred bytes can ask for. At most two are read at once, the others in turn, and of one caller one:
 * throws `upload-being-read`.
 */
export async function readAside<Answer extends object>(
  script: URL,
  task: object,
  bounds: ReadingBounds,
  caller: string,
): Promise<Answer | undefined> {
  if (callers.has(caller)) throw AlreadyReading()
  callers.add(caller)
  try {
    while (reading.size >= READERS) await Promise.race(reading)
    const answer = answerOf<Answer>(startAside(script, task, bounds), bounds.milliseconds)
    const over = answer.then(() => void reading.delete(over))
    reading.add(over)
    return await answer
  } finally {
    callers.delete(caller)
  }
}

const callers = new Set<string>()
const reading = new Set<Promise<void>>()

function answerOf<Answer>(child: ChildProcess, milliseconds: number): Promise<Answer | undefined> {
  return new Promise((resolve) => {
    const tooLong = setTimeout(() => child.kill('SIGKILL'), milliseconds)
    let answer: Answer | undefined
    const end = () => {
      clearTimeout(tooLong)
      resolve(answer)
    }
    child.once('message', (message) => {
      answer = message as Answer
    })
    // Also what was said last has been heard when it closes; one that never began only has an error.
    child.once('close', end)
    child.once('error', end)
  })
}

/** Takes its task in a process that works aside, which ends with the server that began it. */
export async function takeTask<Task>(): Promise<Task> {
  process.once('disconnect', () => process.exit())
  // What never yields does not hear of that; somebody beside it looks whether the server is still there.
  const watch = new Worker(WATCH, { eval: true, workerData: Number(process.argv[2]) })
  watch.unref()
  const [[task]] = (await Promise.all([once(process, 'message'), once(watch, 'message')])) as [
    [Task],
    unknown,
  ]
  return task
}

const WATCH = `
  const { parentPort, workerData } = require('node:worker_threads')
  parentPort.postMessage('watching')
  setInterval(() => process.ppid === workerData || process.kill(process.pid, 'SIGKILL'), 1000)`

/** Tells the server something from a process that works aside. */
export function tell(message: object): Promise<void> {
  return new Promise((resolve) => {
    if (process.send?.(message, undefined, undefined, () => resolve()) === undefined) resolve()
  })
}
