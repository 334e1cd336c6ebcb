import { expect, test } from 'vitest'
import { connectionOf, stationOptions } from '../demo.ts'
import { openStation } from '../client/station.ts'

test('stations of one institution never give two messages the same number', () => {
  const options = stationOptions('http://127.0.0.1:1', connectionOf('x-ca')!, () => '2020-10-15')
  const numbers = Array.from({ length: 40 }, () => openStation(options)).flatMap((station) =>
    Array.from({ length: 100 }, () => station.newMsgid()),
  )
  expect(new Set(numbers).size).toBe(numbers.length)
  for (const number of numbers) expect(number).toMatch(/^H\d{11}20201015\d{10}$/)
})
