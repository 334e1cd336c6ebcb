import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergeDraft } from '../../src/portal/drafts/merge.ts'

const base = {
  phone: '1',
  visit: { hospitalName: 'A', diagnosis: '' },
  bills: [
    { id: 'a', amount: '1.00', lines: [] as { id: string; name: string }[] },
    { id: 'b', amount: '2.00', lines: [] },
  ],
}

test('each side keeps the fields that only it changed', () => {
  const mine = { ...base, visit: { ...base.visit, diagnosis: '阑尾炎' } }
  const theirs = { ...base, phone: '2' }
  expect(mergeDraft(base, mine, theirs)).toEqual({ content: { ...mine, phone: '2' }, clashes: [] })
})

test('where both sides changed a field, what I typed stands and theirs is told', () => {
  const mine = { ...base, phone: '3' }
  const theirs = { ...base, phone: '2' }
  expect(mergeDraft(base, mine, theirs)).toEqual({
    content: mine,
    clashes: [{ path: 'phone', theirs: '2' }],
  })
})

test('rows added on either side are all there', () => {
  const [a, b] = base.bills as [(typeof base.bills)[0], (typeof base.bills)[0]]
  const mine = { ...base, bills: [a, b, { id: 'm', amount: '3', lines: [] }] }
  const theirs = { ...base, bills: [a, b, { id: 't', amount: '4', lines: [] }] }
  const { content, clashes } = mergeDraft(base, mine, theirs)
  expect(content.bills.map(({ id }) => id)).toEqual(['a', 'b', 'm', 't'])
  expect(clashes).toEqual([])
})

test('a row removed elsewhere stays removed, unless I have typed in it since', () => {
  const [a, b] = base.bills as [(typeof base.bills)[0], (typeof base.bills)[0]]
  const theirs = { ...base, bills: [a] }
  expect(mergeDraft(base, { ...base, phone: '9' }, theirs).content.bills).toEqual([a])
  const typed = { ...base, bills: [a, { ...b, amount: '2.50' }] }
  expect(mergeDraft(base, typed, theirs).content.bills[1]?.amount).toBe('2.50')
})

test('a row that I removed stays removed, unless it was changed elsewhere', () => {
  const [a, b] = base.bills as [(typeof base.bills)[0], (typeof base.bills)[0]]
  const mine = { ...base, bills: [a] }
  expect(mergeDraft(base, mine, { ...base, phone: '9' }).content.bills).toEqual([a])
  const theirs = { ...base, bills: [a, { ...b, amount: '7' }] }
  expect(mergeDraft(base, mine, theirs).content.bills).toHaveLength(2)
})

const form = fc.record({
  phone: fc.constantFrom('1', '2', '3'),
  visit: fc.record({ hospitalName: fc.constantFrom('A', 'B'), diagnosis: fc.constantFrom('', 'x') }),
  bills: fc.uniqueArray(
    fc.record({
      id: fc.constantFrom('a', 'b', 'c'),
      amount: fc.constantFrom('1', '2'),
      lines: fc.constant([] as { id: string; name: string }[]),
    }),
    { selector: ({ id }) => id },
  ),
})

test('nothing that I typed is ever lost', () => {
  fc.assert(
    fc.property(form, form, form, (before, mine, theirs) => {
      const { content } = mergeDraft(before, mine, theirs)
      const typed = mine.bills.filter(
        ({ id, amount }) => before.bills.find((bill) => bill.id === id)?.amount !== amount,
      )
      const amounts = new Map(content.bills.map(({ id, amount }) => [id, amount]))
      expect(typed.map(({ id }) => amounts.get(id))).toEqual(typed.map(({ amount }) => amount))
      expect(content.phone).toBe(mine.phone === before.phone ? theirs.phone : mine.phone)
    }),
  )
  expect.assertions(200)
})

test('if only one side changed, the result is that side', () => {
  fc.assert(
    fc.property(form, form, (before, after) => {
      expect(mergeDraft(before, after, before).content).toEqual(after)
      expect(mergeDraft(before, before, after).content).toEqual(after)
    }),
  )
})
