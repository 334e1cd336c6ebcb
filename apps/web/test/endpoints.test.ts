import { expect, test } from 'vitest'
import { endpointTableIsFresh } from '../scripts/endpoints.ts'

test('the table of endpoints in the browser is what the contracts declare', () => {
  expect(endpointTableIsFresh(), 'run: node apps/web/scripts/endpoints.ts').toBe(true)
})
