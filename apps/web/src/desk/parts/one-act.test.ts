import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Offline } from '../../shared/problem.ts'
import { oneAct } from './one-act.ts'

const PAY = { params: { runId: '1' }, body: { amount: '8.00' } }

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A server that answers when told to, and remembers what it was sent. */
function server() {
  const intents: string[] = []
  const open: PromiseWithResolvers<{ nth: number }>[] = []
  const act = oneAct<typeof PAY, { nth: number }>((_, intent) => {
    intents.push(intent)
    open.push(Promise.withResolvers())
    return open.at(-1)!.promise
  })
  return {
    act,
    intents,
    answer: (nth: number) => open[nth]!.resolve({ nth }),
    fail: (nth: number, error: Error) => open[nth]!.reject(error),
  }
}

describe('one act', () => {
  it('is what a double click is, also when the second click comes just after the answer', async () => {
    const { act, intents, answer } = server()
    const first = act.send(PAY)
    const second = act.send(structuredClone(PAY))
    answer(0)
    expect(await second).toBe(await first)
    await vi.advanceTimersByTimeAsync(500)
    expect(await act.send(PAY)).toBe(await first)
    expect(intents).toHaveLength(1)
  })

  it('is told of once', async () => {
    const { act, answer } = server()
    const clicks = [act.send(PAY), act.send(PAY)]
    answer(0)
    const replies = await Promise.all(clicks)
    expect(replies.map((reply) => act.isNews(reply))).toEqual([true, false])
  })

  it('carries the same key when it is repeated after a lost connection, until the server has answered', async () => {
    const { act, intents, fail, answer } = server()
    const lost = act.send(PAY)
    fail(0, new Offline())
    await expect(lost).rejects.toThrow(Offline)
    const again = act.send(PAY)
    answer(1)
    await again
    expect(intents[1]).toBe(intents[0])
    await vi.advanceTimersByTimeAsync(1000)
    void act.send(PAY)
    expect(intents[2]).not.toBe(intents[0])
  })

  it('is another one for another request', () => {
    const { act, intents } = server()
    void act.send(PAY)
    void act.send({ ...PAY, body: { amount: '9.00' } })
    expect(new Set(intents).size).toBe(2)
  })
})
