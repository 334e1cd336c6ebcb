import type { CalculatorPlace } from '@yichuang/contracts'
import { formatYuan } from '@yichuang/kernel'
import type { Fen } from '@yichuang/kernel'
import type { CalculatorTexts } from '../../messages/calculator.ts'
import { typedAmount } from '../apply/fee-lines.ts'
import { NOTHING_TYPED, schemeOf, stagesFor } from './question.ts'
import type { CalculateBody, Question } from './question.ts'

export interface FormFault {
  /** path of the field: `lines.0.amount` */
  readonly path: string
  readonly message: string
}

/** The call a filled form makes, or every fault of it at once. What the place does not ask for is left out. */
export function readQuestion(
  question: Question,
  place: CalculatorPlace,
  t: CalculatorTexts,
): { body: CalculateBody } | { faults: FormFault[] } {
  const faults: FormFault[] = []
  const read = readers(faults, t)
  if (question.on === '') faults.push({ path: 'on', message: t.wrong.day })
  const lines = question.way === 'sum' ? sumLines(question, read, t) : typedLines(question, read, t)
  const { used, bonusYears, otherPaid, pack, on, insurance, personClass, kind, level, carePlace } = question
  const stages = stagesFor(place, question)
  const diseases = schemeOf(place, question)?.diseases ?? []
  const body: CalculateBody = {
    pack,
    on,
    insurance,
    personClass,
    kind,
    level,
    carePlace,
    lines,
    otherPaid: formatYuan(read.amount('otherPaid', t.otherPaid, otherPaid)),
    usedThisYear: {
      deductible: formatYuan(read.amount('used.deductible', t.usedFields.deductible, used.deductible)),
      inScope: formatYuan(read.amount('used.inScope', t.usedFields.inScope, used.inScope)),
      fund: formatYuan(read.amount('used.fund', t.usedFields.fund, used.fund)),
      admissions:
        kind === 'inpatient' ? read.count('used.admissions', t.usedFields.admissions, used.admissions) : 0,
    },
    groups: question.groups.filter((group) => place.groups.some(({ id }) => id === group)),
    ...(diseases.some(({ id }) => id === question.disease) && { disease: question.disease }),
    ...(stages.some(({ countsYears }) => countsYears) && {
      bonusYears: read.count('bonusYears', t.bonusYears, bonusYears),
    }),
    stagesUsed: Object.fromEntries(
      stages.map(({ id, title }) => {
        const typed = question.stages[id] ?? NOTHING_TYPED
        const yuanOf = (key: keyof typeof typed) =>
          formatYuan(
            read.amount(`stages.${id}.${key}`, `${t.stage(title)} ${t.stageFields[key]}`, typed[key]),
          )
        return [id, { base: yuanOf('base'), deductible: yuanOf('deductible'), fund: yuanOf('fund') }]
      }),
    ),
  }
  return faults.length > 0 ? { faults } : { body }
}

type Readers = ReturnType<typeof readers>

/** Read what was typed and note what cannot be read; nothing typed is nought. */
function readers(faults: FormFault[], t: CalculatorTexts) {
  const wrong = (path: string, message: string) => void faults.push({ path, message })
  return {
    wrong,
    amount(path: string, label: string, typed: string): Fen {
      if (typed.trim() === '') return 0 as Fen
      const fen = typedAmount(typed)
      if (fen !== undefined && fen >= 0) return fen
      wrong(path, t.wrong.amount(label))
      return 0 as Fen
    },
    count(path: string, label: string, typed: string): number {
      const text = typed.normalize('NFKC').trim()
      if (/^\d{0,3}$/.test(text)) return Number(text)
      wrong(path, t.wrong.count(label))
      return 0
    },
    /** Per cent as typed to a ratio as text: `10` is `0.1`. */
    percent(path: string, label: string, typed: string): string {
      const text = typed.normalize('NFKC').replace(/[\s%]/g, '')
      const match = /^(\d{1,3})(?:\.(\d{1,4}))?$/.exec(text)
      if (!match || Number(text) > 100) {
        wrong(path, t.wrong.percent(label))
        return '0'
      }
      const digits = `${match[1]!.padStart(3, '0')}${(match[2] ?? '').padEnd(4, '0')}`
      return `${digits[0]}.${digits.slice(1)}`
    },
  }
}

function sumLines(question: Question, read: Readers, t: CalculatorTexts): CalculateBody['lines'] {
  const total = read.amount('total', t.total, question.total)
  const classB = read.amount('classB', t.classB, question.classB)
  const classC = read.amount('classC', t.classC, question.classC)
  if (question.total.trim() === '') read.wrong('total', t.wrong.needed(t.total))
  else if (typedAmount(question.total) === 0) read.wrong('total', t.wrong.needed(t.total))
  else if (typedAmount(question.total) !== undefined && classB + classC > total)
    read.wrong('classB', t.wrong.parts)
  if (classB > 0 && question.ratioB.trim() === '') read.wrong('ratioB', t.wrong.ratioNeeded)
  const ratioB =
    classB > 0 && question.ratioB.trim() !== '' ? read.percent('ratioB', t.ratioB, question.ratioB) : '0'
  const parts = [
    { id: 'A', amount: total - classB - classC, selfPayRatio: '0' },
    { id: 'B', amount: classB, selfPayRatio: ratioB },
    { id: 'C', amount: classC, selfPayRatio: '0' },
  ] as const
  return parts
    .filter(({ amount }) => amount > 0)
    .map(({ id, amount, selfPayRatio }) => ({
      id,
      name: t.lineClasses[id],
      amount: formatYuan(amount as Fen),
      class: id,
      selfPayRatio,
    }))
}

function typedLines(question: Question, read: Readers, t: CalculatorTexts): CalculateBody['lines'] {
  const { columns } = t
  return question.lines.map((line, at) => {
    const path = `lines.${at}`
    const label = t.cell(columns.amount, at + 1)
    const amount = read.amount(`${path}.amount`, label, line.amount)
    if (line.amount.trim() === '' || typedAmount(line.amount) === 0)
      read.wrong(`${path}.amount`, t.wrong.needed(label))
    return {
      id: line.id,
      name: line.name.trim() || t.line(at + 1),
      amount: formatYuan(amount),
      class: line.class,
      selfPayRatio:
        line.class === 'B' ? read.percent(`${path}.ratio`, t.cell(columns.ratio, at + 1), line.ratio) : '0',
    }
  })
}
