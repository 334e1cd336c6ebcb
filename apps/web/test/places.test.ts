import { expect, test } from 'vitest'
import { placeName, provinceOf } from '../src/shared/places.ts'

const places = {
  items: [{ code: '370000', name: '山东省' }],
  cities: [{ code: '370800', name: '济宁市' }],
}

test('a place is called by its own name, else by what it lies in with its code behind, else by its code', () => {
  expect(placeName(places, '370000')).toBe('山东省')
  expect(placeName(places, '370800')).toBe('济宁市')
  expect(placeName(places, '370811')).toBe('济宁市（370811）')
  expect(placeName(places, '370100')).toBe('山东省（370100）')
  expect(placeName(places, '320500')).toBe('320500')
  expect(placeName(undefined, '370800')).toBe('370800')
})

test('the province of a code is its first two digits, and none has none', () => {
  expect([provinceOf('370811'), provinceOf('')]).toEqual(['370000', ''])
})
