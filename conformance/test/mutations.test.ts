import type { AddressInfo } from 'node:net'
import { plainDate } from '@yichuang/kernel'
import { transactions } from '@yichuang/hsa'
import { beforeAll, expect, it } from 'vitest'
import { cities } from '../../apps/server/src/demo/cities.ts'
import { demoCity } from '../../apps/server/test/demo-city.ts'
import { huntDemonstration } from '../mutations/town.ts'

const { app, sql } = await demoCity(plainDate('2020-10-15'), cities)
let url = ''
beforeAll(async () => {
  await app.listen({ port: 0, host: '127.0.0.1' })
  url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
})

it('3,000 mutated messages over the whole entry: no 5xx, no hang, nothing shown, nothing leaked, and exact books', async () => {
  const ask = <Row extends object>(text: string) => sql<Row & Record<string, unknown>>(text)
  const { sent, accepted, faults, byNumber } = await huntDemonstration({
    url,
    count: 3000,
    seed: 20_201_015,
    lanes: 2,
    ask,
  })
  expect(faults).toEqual([])
  expect(sent).toBe(3000)
  // Both must happen often, or the mutations prove nothing.
  expect(accepted).toBeGreaterThan(300)
  expect(sent - accepted).toBeGreaterThan(1000)
  expect(Object.keys(byNumber).toSorted()).toEqual(Object.keys(transactions).toSorted())
})
