import { expect, test } from 'vitest'
import { officeTree } from './tree.ts'

const office = (id: string, parentId: string | null, code = id) => ({ id, parentId, code })

test('offices hang below their parents, by code', () => {
  const tree = officeTree([office('c', 'a', '2'), office('a', null), office('b', 'a', '1')])
  expect(tree).toHaveLength(1)
  expect(tree[0]?.below.map((branch) => branch.office.id)).toEqual(['b', 'c'])
})

test('an office whose parent is not shown is not lost', () => {
  expect(officeTree([office('b', 'missing')]).map((branch) => branch.office.id)).toEqual(['b'])
})
