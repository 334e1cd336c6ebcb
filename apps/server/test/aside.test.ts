import { fork } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import { readAside, startAside } from '../src/platform/aside.ts'
import { processState } from '../src/platform/postgres/process-state.ts'

const SCRIPT = new URL('aside-child.ts', import.meta.url)
const does = (act: string, milliseconds = 30_000, caller = 'clerk') =>
  readAside<{ bytes: Uint8Array; environment: string[] }>(
    SCRIPT,
    { act },
    { megabytes: 64, milliseconds },
    caller,
  )

describe('what is worked out in a process of its own', () => {
  it('comes back as it was, and the process sees nothing of our environment', async () => {
    process.env['YICHUANG_SECRET_OF_OURS'] = 'x'
    const { bytes, environment } = (await does('answer'))!
    delete process.env['YICHUANG_SECRET_OF_OURS']
    expect(bytes).toEqual(new Uint8Array([1, 2]))
    expect(environment.filter((name) => name.startsWith('YICHUANG'))).toEqual([])
  })

  it.each([
    ['takes too much memory', 'fill', undefined],
    ['never ends', 'loop', 300],
    ['breaks', 'fail', undefined],
  ])('is nothing when it %s, and we go on', async (_, act, milliseconds) => {
    expect(await does(act, milliseconds)).toBeUndefined()
  })

  it('comes in turn when many ask at once, also behind some that break', async () => {
    const acts = ['answer', 'fail', 'answer', 'fail', 'answer', 'answer']
    const answers = await Promise.all(acts.map((act, at) => does(act, 30_000, `clerk ${at}`)))
    expect(answers.map((answer) => answer !== undefined)).toEqual(acts.map((act) => act === 'answer'))
  })

  it('is one thing of one caller at a time', async () => {
    const first = does('answer')
    await expect(does('answer')).rejects.toMatchObject({ code: 'upload-being-read', status: 429 })
    expect(await first).toBeDefined()
    expect(await does('answer')).toBeDefined()
  })

  it('ends when nobody is left to hear it', async () => {
    const child = startAside(SCRIPT, { act: 'unknown to none' }, { megabytes: 64 })
    child.disconnect()
    const [code] = (await once(child, 'exit')) as [number | null]
    expect(code).not.toBeNull()
  })

  it('ends with a server that was killed, also in the middle of what never yields', async () => {
    const server = fork(new URL('aside-server.ts', import.meta.url))
    const [pid] = (await once(server, 'message')) as [number]
    expect(processState(pid)).toBe('running')
    server.kill('SIGKILL')
    await expect.poll(() => processState(pid), { timeout: 20_000 }).not.toBe('running')
  })
})
