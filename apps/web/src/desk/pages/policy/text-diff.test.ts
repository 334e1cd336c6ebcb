import type { RuleText } from '@yichuang/contracts'
import { expect, it } from 'vitest'
import { compareTexts } from './text-diff.ts'

const text = (sections: Record<string, Record<string, string>>): RuleText => ({
  title: '',
  on: '2020-10-15',
  known: '2020-10-15',
  version: '1.0.0',
  sections: Object.entries(sections).map(([title, lines]) => ({
    title,
    lines: Object.entries(lines).map(([line, text]) => ({ line, label: line, text, citation: null })),
  })),
})
const told = (one: RuleText, other: RuleText) =>
  compareTexts(one, other).flatMap(({ title, lines }) =>
    lines.map(({ line, one, other, same }) => [title, line, one?.text, other?.text, same]),
  )

it('sets two views of a rule side by side, line by line', () => {
  const was = text({ 基本内容: { limit: '30 个工作日' }, 材料: { invoice: '必要', list: '必要' } })
  const is = text({ 基本内容: { limit: '9 个工作日' }, 材料: { invoice: '必要', card: '可选' } })
  expect(told(was, is)).toEqual([
    ['基本内容', 'limit', '30 个工作日', '9 个工作日', false],
    ['材料', 'invoice', '必要', '必要', true],
    ['材料', 'card', undefined, '可选', false],
    ['材料', 'list', '必要', undefined, false],
  ])
})

it('shows a section that only one of them has', () => {
  expect(told(text({}), text({ 办理流程: { 受理: '' } }))).toEqual([
    ['办理流程', '受理', undefined, '', false],
  ])
  expect(told(text({ 收费: { fee: '不收费' } }), text({}))).toEqual([
    ['收费', 'fee', '不收费', undefined, false],
  ])
})
