import { expect, test } from 'vitest'
import type { CaseView } from './case-context.tsx'
import { differences } from './diff.ts'

const view = (coding: object, line: object = {}) =>
  ({
    content: {
      bills: [{ id: 'b', lines: [{ id: '1', name: '药', amount: '100.00', quantity: '2', ...line }] }],
    },
    coding: [
      {
        lineId: 'b/1',
        class: 'A',
        selfPayRatio: '0',
        ceilingPrice: null,
        cutAmount: null,
        cutReason: null,
        ...coding,
      },
    ],
  }) as unknown as CaseView

test.each([
  [{}, []],
  [{ class: 'C' }, [{ recognised: 0, why: ['classC'] }]],
  [{ class: 'B', selfPayRatio: '0.1' }, [{ recognised: 9000, why: ['share'] }]],
  [{ ceilingPrice: '30.00' }, [{ recognised: 6000, why: ['ceiling'] }]],
  [{ cutAmount: '25.00', cutReason: '重复收费' }, [{ recognised: 7500, why: ['cut'] }]],
])('coding %o of ¥100.00 for two pieces differs by %o', (coding, expected) =>
  expect(differences(view(coding)).map(({ recognised, why }) => ({ recognised, why }))).toEqual(expected),
)
