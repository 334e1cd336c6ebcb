import { naiveDue, naiveElapsed } from './naive-clock.ts'
import type { Stop } from './naive-clock.ts'

/**
 * Makes the tables of vectors with the naive clock. `node packages/kernel/test/vectors.ts` writes them anew; the tests
 * check that the files are what this makes, so neither can drift.
 */
export function dueTable(): string {
  const rows = ['known\taccepted\tdays\tpauses\tdue']
  const pick = picker(20200120)
  for (let i = 0; i < 400; i++) {
    // Every third row lies around the Spring Festival of 2020, seen before and after the notice of 27 January.
    const known = i % 3 === 0 ? (i % 2 === 0 ? '2020-01-26' : '2020-01-27') : '2026-06-30'
    const accepted = i % 3 === 0 ? plus('2019-12-20', pick(50)) : plus('2019-01-01', pick(2700))
    const days = [1, 2, 5, 9, 10, 15, 20, 30, 45][pick(9)]!
    const stops = pickStops(accepted, pick)
    rows.push(
      [known, accepted, days, written(stops), naiveDue(known, accepted, days, stops) ?? '-'].join('\t'),
    )
  }
  return `${rows.join('\n')}\n`
}

export function elapsedTable(): string {
  const rows = ['known\taccepted\tuntil\tpauses\tdays']
  const pick = picker(20200127)
  for (let i = 0; i < 300; i++) {
    const known = i % 3 === 0 ? (i % 2 === 0 ? '2020-01-26' : '2020-01-27') : '2026-06-30'
    const accepted = i % 3 === 0 ? plus('2019-12-20', pick(50)) : plus('2019-01-01', pick(2700))
    const until = plus(accepted, pick(90))
    const stops = pickStops(accepted, pick)
    rows.push(
      [known, accepted, until, written(stops), naiveElapsed(known, accepted, until, stops)].join('\t'),
    )
  }
  return `${rows.join('\n')}\n`
}

function pickStops(accepted: string, pick: (below: number) => number): Stop[] {
  return Array.from({ length: [0, 0, 1, 1, 2, 3][pick(6)]! }, () => {
    const from = plus(accepted, pick(40) - 5)
    return { from, to: pick(8) === 0 ? undefined : plus(from, pick(25)) }
  })
}

function written(stops: Stop[]): string {
  return stops.map(({ from, to }) => `${from}..${to ?? ''}`).join(' ')
}

function plus(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
}

/** Numbers that look drawn by lot and are the same each time. */
function picker(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

if (import.meta.main) {
  const { writeFileSync } = await import('node:fs')
  writeFileSync(new URL('vectors/due.tsv', import.meta.url), dueTable())
  writeFileSync(new URL('vectors/elapsed.tsv', import.meta.url), elapsedTable())
}
