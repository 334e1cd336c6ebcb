import type { RuleText } from '@yichuang/contracts'

type Line = RuleText['sections'][number]['lines'][number]

/** One line of a rule's text in two views; one of them is missing where only the other has it. */
export interface ComparedLine {
  readonly line: string
  readonly one: Line | undefined
  readonly other: Line | undefined
  readonly same: boolean
}
export interface ComparedSection {
  readonly title: string
  readonly lines: readonly ComparedLine[]
}

/** Two views of a rule line by line, sections in the order in which either has them. */
export function compareTexts(one: RuleText, other: RuleText): readonly ComparedSection[] {
  const of = (text: RuleText, title: string) =>
    text.sections.find((section) => section.title === title)?.lines ?? []
  return inOrder(
    one.sections.map(({ title }) => title),
    other.sections.map(({ title }) => title),
  ).map((title) => {
    const [left, right] = [of(one, title), of(other, title)]
    return {
      title,
      lines: inOrder(
        left.map(({ line }) => line),
        right.map(({ line }) => line),
      ).map((line) => {
        const [was, is] = [
          left.find((entry) => entry.line === line),
          right.find((entry) => entry.line === line),
        ]
        return { line, one: was, other: is, same: said(was) === said(is) }
      }),
    }
  })
}

/** Everything of both lists, each new entry of the second behind what stands before it there. */
function inOrder(one: readonly string[], other: readonly string[]): string[] {
  const all = [...one]
  for (const [place, entry] of other.entries()) {
    if (all.includes(entry)) continue
    const before = other[place - 1]
    all.splice(before === undefined ? 0 : all.indexOf(before) + 1, 0, entry)
  }
  return all
}

/** What a reader sees of a line: a value that rests on another clause is another one. */
function said(line: Line | undefined): string {
  if (!line) return ''
  const { label, text, citation } = line
  return JSON.stringify([label, text, citation && [citation.document, citation.clause, citation.quote]])
}
