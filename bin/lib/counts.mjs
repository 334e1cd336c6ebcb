// Colours are switched off for the steps that count, so the words stand as they are.
const LINE = /^\s*Tests\s+(.+)$/gm

/** Adds up the `Tests  3 failed | 41 passed (44)` lines of a test runner. */
export function countTests(output) {
  let passed = 0
  let failed = 0
  for (const [, words] of output.matchAll(LINE)) {
    passed += Number(/(\d+) passed/.exec(words)?.[1] ?? 0)
    failed += Number(/(\d+) failed/.exec(words)?.[1] ?? 0)
  }
  return { passed, failed }
}
