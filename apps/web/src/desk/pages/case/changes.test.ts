import { expect, test } from 'vitest'
import type { CaseView } from './case-context.tsx'
import { changesSince } from './changes.ts'

const event = (seq: number) => ({ seq, title: `event ${seq}` })
const view = (over: object) =>
  ({ state: 'submitted', owner: null, timeline: [event(1)], materials: [], ...over }) as unknown as CaseView

test('what a colleague did meanwhile is told oldest first, with the parts that changed', () => {
  const now = view({ state: 'accepted', timeline: [event(3), event(2), event(1)] })
  const changes = changesSince(view({}), now)
  expect(changes.events.map(({ seq }) => seq)).toEqual([2, 3])
  expect(changes.parts).toEqual(['state'])
})

test('a case that did not change has nothing to tell', () => {
  expect(changesSince(view({}), view({}))).toEqual({ events: [], parts: [] })
})
