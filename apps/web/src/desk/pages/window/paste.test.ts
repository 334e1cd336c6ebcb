import { expect, test } from 'vitest'
import { isTable, nextId, readPasted } from './paste.ts'

test('rows pasted with a heading are read by the names of the columns, in any order', () => {
  const lines = readPasted('金额\t项目名称\t数量\t单价\n￥24.00\t阿莫西林胶囊\t2\t12.00\n')
  expect(lines).toEqual([
    {
      code: undefined,
      name: '阿莫西林胶囊',
      quantity: '2',
      unit: undefined,
      unitPrice: '12.00',
      amount: '24.00',
    },
  ])
})

test('rows pasted without a heading end with the amount', () => {
  expect(
    readPasted('XA01\t阿莫西林胶囊\t盒\t2\t12.00\t24.00\nXB02\t头孢克肟片\t片\t1\t30\t30'),
  ).toMatchObject([
    { code: 'XA01', name: '阿莫西林胶囊', unit: '盒', quantity: '2', unitPrice: '12.00', amount: '24.00' },
    { code: 'XB02', name: '头孢克肟片', amount: '30' },
  ])
  expect(readPasted('血常规\t25.00\r\nCT\t280')).toMatchObject([
    { name: '血常规', amount: '25.00' },
    { name: 'CT', amount: '280' },
  ])
})

test('blank rows and rows without a name are left out', () => {
  expect(readPasted('血常规\t25.00\n\n\t25.00')).toHaveLength(1)
})

test('one value without tabs is not a table', () => {
  expect(isTable('阿莫西林 \n')).toBe(false)
  expect(isTable('阿莫西林\t24.00')).toBe(true)
})

test('a new id is never one in use', () => {
  expect(nextId([{ id: '1' }, { id: '7' }, { id: 'x' }])).toBe('8')
  expect(nextId([])).toBe('1')
})
