import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffLines, mergeLines } from '../src/index.ts'

const text = fc
  .array(fc.constantFrom('a', 'b', 'c', '', 'value: 1'), { maxLength: 12 })
  .map((lines) => lines.join('\n'))

describe('two changes of one text', () => {
  it('come together where they touch different lines', () => {
    const base = 'a\nb\nc\nd\ne'
    expect(mergeLines(base, 'a\nB\nc\nd\ne', 'a\nb\nc\nd\nE')).toEqual({ ok: true, text: 'a\nB\nc\nd\nE' })
    expect(mergeLines(base, 'b\nc\nd\ne', 'a\nb\nc\nd\ne\nf')).toEqual({ ok: true, text: 'b\nc\nd\ne\nf' })
  })

  it('are a conflict where both changed the same line, told with both', () => {
    expect(mergeLines('a\nb\nc', 'a\n1\nc', 'x\na\n2\nc')).toEqual({
      ok: false,
      conflicts: [{ line: 3, ours: ['1'], theirs: ['2'] }],
    })
    expect(mergeLines('a\nb\nc', 'a\nc', 'a\n2\nc')).toMatchObject({ ok: false })
    expect(mergeLines('a', 'a\nours', 'a\ntheirs')).toMatchObject({ ok: false })
  })

  it('give the other where one changed nothing, and one where both are the same', () => {
    fc.assert(
      fc.property(text, text, (base, changed) => {
        expect(mergeLines(base, base, changed)).toEqual({ ok: true, text: changed })
        expect(mergeLines(base, changed, base)).toEqual({ ok: true, text: changed })
        expect(mergeLines(base, changed, changed)).toEqual({ ok: true, text: changed })
      }),
    )
  })

  it('give the same whichever is called ours, and lose no line that either added', () => {
    fc.assert(
      fc.property(text, text, text, (base, ours, theirs) => {
        const [one, other] = [mergeLines(base, ours, theirs), mergeLines(base, theirs, ours)]
        expect(one.ok).toBe(other.ok)
        if (!one.ok || !other.ok) return
        expect(one.text).toBe(other.text)
        const lines = new Set(one.text.split('\n'))
        const before = new Set(base.split('\n'))
        const added = [...ours.split('\n'), ...theirs.split('\n')].filter((line) => !before.has(line))
        expect(added.filter((line) => !lines.has(line))).toEqual([])
      }),
    )
  })

  it('keep an empty line that one of them added, whichever is called ours', () => {
    const both = [mergeLines('c\nc', '\nc\nc', 'c'), mergeLines('c\nc', 'c', '\nc\nc')]
    expect(both).toEqual([
      { ok: true, text: '\nc' },
      { ok: true, text: '\nc' },
    ])
  })

  it('differ in lines from which both texts can be read again', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const lines = diffLines(before, after)
        const of = (kind: string) =>
          lines
            .filter((line) => line.kind !== kind)
            .map((line) => line.text)
            .join('\n')
        expect(of('becomes')).toBe(before)
        expect(of('was')).toBe(after)
      }),
    )
  })
})
