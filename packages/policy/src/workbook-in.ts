import type { PlainDate } from '@yichuang/kernel'
import { fitsUnit } from './check-tables.ts'
import type { EditSource } from './draft-edits.ts'
import { quoteRanges } from './quote-ranges.ts'
import type { Pack } from './types.ts'
import { BENEFIT_HEADINGS, KEY_HINT, PARAMETER_HEADINGS, SHEETS } from './workbook.ts'
import { tablesOf } from './workbook-benefits.ts'
import { checkCell, checkDay, checkFigure, checkWidth } from './workbook-cells.ts'
import type { SheetIn, WorkbookFault } from './workbook-cells.ts'
import {
  ALL_LEAVE,
  BOUNDED,
  emptyColumns,
  mayBeNone,
  NONE,
  PARTS,
  pathOf,
  type PartName,
} from './workbook-parts.ts'
import { medicalCare, oneDesignEach } from './workbook-medical.ts'
import {
  lines,
  mustBeEmpty,
  needed,
  noFormulas,
  ofSheet,
  sameTwice,
  sheetNamed,
  unknown,
  type Row,
} from './workbook-rows.ts'

/** A filled-in row of the parameters. */
export interface ParameterLine {
  readonly parameter: string
  readonly key?: string
  readonly from: PlainDate
  readonly until?: PlainDate
  readonly value: string
  readonly source: EditSource
  readonly fromBasis?: string
  readonly note?: string
  readonly row: number
}

/** A filled-in row of the benefit tables; amounts and shares as text. */
export interface BenefitLine {
  readonly table: string
  readonly part: PartName
  readonly level?: string
  readonly personClass?: string
  readonly carePlace?: string
  readonly group?: string
  readonly diseases?: readonly string[]
  readonly pregnancy?: number
  readonly children?: string
  readonly benefit?: string
  readonly kind?: string
  readonly admission?: number
  readonly above?: string
  readonly upTo?: string
  readonly value: string
  readonly from: PlainDate
  readonly until?: PlainDate
  readonly source: EditSource
  readonly fromBasis?: string
  readonly note?: string
  readonly row: number
}

export type WorkbookIn =
  | {
      readonly ok: true
      readonly parameters: readonly ParameterLine[]
      readonly benefits: readonly BenefitLine[]
    }
  | { readonly ok: false; readonly faults: readonly WorkbookFault[] }

/** Reads a filled-in workbook of a place. Every fault is told, and with one fault nothing is taken over. */
export function readWorkbookOf(pack: Pack, sheets: readonly SheetIn[]): WorkbookIn {
  const faults: WorkbookFault[] = []
  const about = sheetNamed(sheets, SHEETS.about, faults)?.rows[0]?.[1]?.text
  if (about !== undefined && about !== pack.id)
    faults.push(
      ofSheet(
        'other-pack',
        SHEETS.about,
        {
          zh: `这是“${about}”的工作簿，不是“${pack.id}”的`,
          en: `This is the workbook of “${about}”, not of “${pack.id}”`,
        },
        { zh: '请导出本地区的工作簿填写', en: 'Export the workbook of this place and fill that in' },
      ),
    )
  const parameters = lines(sheets, SHEETS.parameters, PARAMETER_HEADINGS, faults, (row) =>
    parameterLine(pack, row),
  )
  const benefits = lines(sheets, SHEETS.benefits, BENEFIT_HEADINGS, faults, (row) => benefitLine(pack, row))
  sameTwice(
    parameters,
    SHEETS.parameters,
    faults,
    ({ parameter, key, from }) => `${parameter} ${key ?? ''} ${from}`,
  )
  sameTwice(
    benefits,
    SHEETS.benefits,
    faults,
    // What is left besides the value, its end and its origin says which row of the table it is.
    ({ value: _v, upTo: _t, until: _u, source: _s, fromBasis: _f, note: _n, row: _r, ...subject }) =>
      JSON.stringify(subject),
  )
  oneDesignEach(benefits, SHEETS.benefits, faults)
  return faults.length > 0 ? { ok: false, faults } : { ok: true, parameters, benefits }
}

function parameterLine(pack: Pack, row: Row): ParameterLine | undefined {
  if (!isFilled(row) || !noFormulas(row, PARAMETER_HEADINGS)) return undefined
  const parameter = pack.parameters.get(row.cell('参数').text)
  if (!parameter) {
    unknown(row, '参数', '参数', 'parameter')
    return undefined
  }
  const key = row.cell('键').text
  if ((parameter.key !== undefined) !== (key !== ''))
    row.complain(
      'key',
      row.column('键'),
      parameter.key === undefined
        ? { zh: '本参数没有键', en: 'This parameter has no key' }
        : { zh: `缺少键（${parameter.key}）`, en: `The key is missing (${parameter.key})` },
      { zh: '请按说明填写或清空', en: 'Fill it in, or clear it' },
    )
  const value = figure(row, '值', parameter.unit)
  const common = validityAndSource(pack, row)
  if (value === undefined || !common) return undefined
  return {
    parameter: parameter.id,
    ...(key !== '' && { key }),
    value,
    ...common,
    row: row.number,
  }
}

function benefitLine(pack: Pack, row: Row): BenefitLine | undefined {
  if (!isFilled(row) || !noFormulas(row, BENEFIT_HEADINGS)) return undefined
  const found = tablesOf(pack).find((entry) => entry.table.id === row.cell('待遇表').text)
  const part = row.cell('部分').text as PartName
  if (!found) unknown(row, '待遇表', '待遇表', 'benefit table')
  if (!Object.hasOwn(PARTS, part) || (found && !pathOf(part, found.kind))) {
    unknown(row, '部分', '部分', 'part')
    return undefined
  }
  if (!found) return undefined
  const none = mayBeNone(part, found.kind) && row.cell('值').text === NONE
  const all = part === '奖励假天数' && row.cell('值').text === ALL_LEAVE
  const value = none ? NONE : all ? ALL_LEAVE : figure(row, '值', PARTS[part].unit)
  const bounds = part === BOUNDED
  const above = bounds ? figure(row, '下限（元）', 'yuan') : undefined
  const upTo = bounds && row.cell('上限（元）').text !== '' ? figure(row, '上限（元）', 'yuan') : undefined
  const common = validityAndSource(pack, row)
  mustBeEmpty(row, part, emptyColumns(part, found.kind))
  const care = medicalCare(pack, part, row)
  const text = (heading: string) => row.cell(heading).text || undefined
  const admission = countOf(row, '住院次数', /^[1-9]\d?$/, '1、2、3')
  const pregnancy = countOf(row, '怀孕满', /^\d{1,2}$/, '0、4、28')
  if (value === undefined || !common || !care || (bounds && above === undefined)) return undefined
  const [level, personClass, carePlace] = [text('医院级别'), text('人员类别'), text('就医地')]
  const [group, diseases] = [text('人群'), text('病种')]
  const children = text('孩次')
  return {
    table: found.table.id,
    part,
    ...(group !== undefined && { group }),
    ...(diseases !== undefined && { diseases: diseases.split(/[、,，\s]+/) }),
    ...(pregnancy !== undefined && { pregnancy }),
    ...(children !== undefined && { children }),
    ...care,
    ...(level !== undefined && { level }),
    ...(personClass !== undefined && { personClass }),
    ...(carePlace !== undefined && { carePlace }),
    ...(admission !== undefined && { admission }),
    ...(above !== undefined && { above }),
    ...(upTo !== undefined && { upTo }),
    value,
    ...common,
    row: row.number,
  }
}

/** The whole number of a column that may be left empty. */
function countOf(row: Row, heading: string, shape: RegExp, such: string): number | undefined {
  const [cell, column] = [row.cell(heading), row.column(heading)]
  if (cell.text === '' || !checkWidth(cell, column, row.complain)) return undefined
  if (!shape.test(cell.text))
    row.complain(
      'count',
      column,
      { zh: `“${cell.text}”不是“${heading}”的数`, en: `“${cell.text}” is no number of “${heading}”` },
      { zh: `请写 ${such} 这样的整数`, en: `Write a whole number such as ${such.replaceAll('、', ', ')}` },
    )
  return Number(cell.text)
}

/** A row without a value is left open, unless somebody began to fill it in. */
function isFilled(row: Row): boolean {
  if (row.cell('值').text !== '' || row.cell('值').formula) return true
  const begun = ['施行日', '文件', '条款', '原文'].find((heading) => row.cell(heading).text !== '')
  if (begun !== undefined)
    row.complain(
      'no-value',
      row.column('值'),
      { zh: `写了${begun}，却没有值`, en: 'There is a source or a day, but no value' },
      { zh: '请补上值，或清空整行', en: 'Add the value, or clear the row' },
    )
  return false
}

function figure(row: Row, heading: string, unit: Parameters<typeof fitsUnit>[0]): string | undefined {
  const [cell, column] = [row.cell(heading), row.column(heading)]
  if (!checkCell(cell, column, row.complain)) return undefined
  if (unit !== 'text' && !checkWidth(cell, column, row.complain)) return undefined
  if ((unit === 'yuan' || unit === 'ratio') && !checkFigure(unit, cell, column, row.complain))
    return undefined
  if (unit === 'date' && !checkDay(cell, column, row.complain)) return undefined
  const example = fitsUnit(unit, cell.text)
  if (example === undefined) return cell.text
  row.complain(
    'unit',
    column,
    { zh: `“${cell.text}”不是这一单位的值`, en: `“${cell.text}” is not a value of this unit` },
    { zh: `请写成 ${example} 这样`, en: `Write it like ${example}` },
  )
  return undefined
}

function validityAndSource(
  pack: Pack,
  row: Row,
): Pick<ParameterLine, 'from' | 'until' | 'source' | 'fromBasis' | 'note'> | undefined {
  const day = (heading: string): PlainDate | undefined => {
    const [cell, column] = [row.cell(heading), row.column(heading)]
    const fine =
      checkCell(cell, column, row.complain) &&
      checkWidth(cell, column, row.complain) &&
      checkDay(cell, column, row.complain)
    return fine ? (cell.text as PlainDate) : undefined
  }
  const from = needed(row, '施行日') ? day('施行日') : undefined
  const until = row.cell('终止日').text === '' ? undefined : day('终止日')
  if (from !== undefined && until !== undefined && until < from)
    row.complain(
      'until-before-from',
      row.column('终止日'),
      { zh: `终止日 ${until} 早于施行日 ${from}`, en: `It ends on ${until}, before it begins on ${from}` },
      { zh: '请改正其中一个日期', en: 'Correct one of the days' },
    )
  const source = sourceOf(pack, row)
  const [fromBasis, note] = [row.cell('施行日说明').text, row.cell('备注').text]
  if (from === undefined || !source) return undefined
  return {
    from,
    ...(until !== undefined && { until }),
    source,
    ...(fromBasis !== '' && { fromBasis }),
    ...(note !== '' && !note.startsWith(KEY_HINT) && { note }),
  }
}

function sourceOf(pack: Pack, row: Row): EditSource | undefined {
  const there = (['文件', '条款', '原文'] as const).map((heading) => needed(row, heading))
  if (!there.every(Boolean)) return undefined
  const [document, clause, quote] = [row.cell('文件').text, row.cell('条款').text, row.cell('原文').text]
  const found = pack.documents.get(document)
  if (!found && !document.includes(':')) {
    unknown(row, '文件', '文件', 'document')
    return undefined
  }
  if (found && quoteRanges(found.text, quote) === undefined) {
    row.complain(
      'quote',
      row.column('原文'),
      { zh: `${found.citation}中没有“${quote}”`, en: `“${quote}” does not occur in ${found.citation}` },
      {
        zh: '请从文件中照抄，中间省略处写 …',
        en: 'Copy it from the document; write … where words are left out',
      },
    )
    return undefined
  }
  return { document, clause, quote }
}
