import { ClaimContent } from '@yichuang/contracts'
import type { MaterialSlot } from '@yichuang/contracts'
import { describe, expect, it, test } from 'vitest'
import type { z } from 'zod'
import { gapsOf, seenNow, wasKnowable } from './gaps.ts'

const slot = (materialId: string, files: string[], required = true): z.output<typeof MaterialSlot> => ({
  materialId,
  name: materialId,
  note: null,
  checked: null,
  required,
  files: files.map((fileId) => ({
    fileId,
    name: 'a.jpg',
    type: 'image/jpeg',
    size: 1,
    hasThumbnail: true,
    addedOn: '2020-01-20',
  })),
})
const form = (visit: object, bills: object[] = []) => ClaimContent.parse({ visit, bills })
const before = seenNow(
  [slot('receipt', ['f1']), slot('fee-list', [])],
  form({ diagnosis: '感冒' }, [{ id: 'b1', amount: '10' }]),
)

describe('what could be told at the notice before', () => {
  test.each([
    ['a file that was there then', { materialId: 'receipt', field: null }, true],
    ['a material that was missing then and still is', { materialId: 'fee-list', field: null }, true],
    ['a field nobody has touched', { materialId: null, field: 'visit.diagnosis' }, true],
    ['a bill nobody has touched', { materialId: null, field: 'bills.0.amount' }, true],
    ['anything in words of its own', { materialId: null, field: null }, true],
    ['a material that was not asked for then', { materialId: 'accident-proof', field: null }, false],
  ])('%s: %j → %s', (_, gap, knowable) => {
    const now = seenNow(
      [slot('receipt', ['f1']), slot('fee-list', [])],
      form({ diagnosis: '感冒' }, [{ id: 'b1', amount: '10' }]),
    )
    expect(wasKnowable({ ...gap, text: '…' }, before, now)).toBe(knowable)
  })

  test.each([
    ['a new file', { materialId: 'receipt', field: null }],
    ['a changed field', { materialId: null, field: 'visit.from' }],
    ['a changed bill', { materialId: null, field: 'bills.0.amount' }],
    ['another number of bills', { materialId: null, field: 'bills' }],
  ])('%s can have a fault that nobody could know', (_, gap) => {
    const bills = [{ id: 'b1', amount: '11' }, { id: 'b2' }]
    const now = seenNow(
      [slot('receipt', ['f1', 'f2']), slot('fee-list', [])],
      form({ diagnosis: '肺炎' }, bills),
    )
    expect(wasKnowable({ ...gap, text: '…' }, before, now)).toBe(false)
  })
})

describe('the gaps the system sees', () => {
  it('are every required material without a file and every fault of the form, in one list', () => {
    const faults = [{ path: 'bills.0.amount', code: 'amount-unreadable', message: '金额不是数字' }]
    expect(
      gapsOf([slot('receipt', []), slot('fee-list', ['f']), slot('referral', [], false)], faults, 'zh'),
    ).toEqual([
      { materialId: 'receipt', field: null, text: '缺少材料：receipt' },
      { materialId: null, field: 'bills.0.amount', text: '金额不是数字' },
    ])
  })
})
