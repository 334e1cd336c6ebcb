import { bare, benefitRowsOf, openMedicalRows } from './workbook-benefits.ts'
import { BENEFIT_WORDS, benefitWord, KIND_WORDS, KINDS_BY_BENEFIT, kindWord } from './workbook-medical.ts'
import { PART_NAMES } from './workbook-parts.ts'
import type { Pack } from './types.ts'

/** A sheet as people fill it in: the first row holds the headings. */
export interface SheetOut {
  readonly name: string
  readonly headings: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** the words a column takes, offered where a cell of it is filled in */
  readonly offers?: Readonly<Record<string, readonly string[]>>
}

export const SHEETS = { about: '说明', parameters: '参数', benefits: '待遇表', documents: '文件' } as const

export const PARAMETER_HEADINGS = [
  '参数',
  '名称',
  '单位',
  '键',
  '施行日',
  '终止日',
  '值',
  '文件',
  '条款',
  '原文',
  '施行日说明',
  '备注',
] as const
export const BENEFIT_HEADINGS = [
  '待遇表',
  '名称',
  '部分',
  '医院级别',
  '人员类别',
  '就医地',
  '住院次数',
  '下限（元）',
  '上限（元）',
  '值',
  '施行日',
  '终止日',
  '文件',
  '条款',
  '原文',
  '借用的值',
  '施行日说明',
  '备注',
  '人群',
  '病种',
  '怀孕满',
  '孩次',
  '生育待遇',
  '类别',
] as const
export const DOCUMENT_HEADINGS = ['文件', '文号', '题名', '公布日'] as const

/**
 * The workbook of a place's figures: every parameter it could set with what it has set, one row a value; every row of its
 * benefit tables, or of those it borrows with the value left open; the documents that can be named.
 */
export function workbookOf(pack: Pack): readonly SheetOut[] {
  return [
    {
      name: SHEETS.about,
      headings: ['政策包', pack.id],
      rows: [
        ['地区', pack.title.zh],
        ['版本', `${pack.version} ${pack.hash.slice(0, 12)}`],
        ['填写', '每行一个值，写明施行日、文件、条款和原文；原文须与文件中的文字一致，中间省略处写 …'],
        ['金额', '以元为单位，最多两位小数，写 800.00，不写“万元”'],
        ['比例', '写 0 到 1 之间的小数，85% 写 0.85'],
        ['日期', '写 2020-12-31'],
        ['没有', '大病、救助等没有起付标准或限额的，值写“没有”'],
        [
          '生育医疗费',
          '部分从“生育医疗费定额”“生育医疗费限额”“生育医疗费支付比例”中选一个，生育待遇和类别写明支付哪一种；已列出的空行可直接填写',
        ],
        ...KINDS_BY_BENEFIT.map(([benefit, kinds]) => ['类别', `${benefit}：${kinds.join('、')}`]),
        ['留空', '值留空的行不导入；不要改动工作表名称和首行，不要合并单元格，不要写公式'],
      ],
    },
    { name: SHEETS.parameters, headings: PARAMETER_HEADINGS, rows: parameterRows(pack) },
    {
      name: SHEETS.benefits,
      headings: BENEFIT_HEADINGS,
      rows: [...benefitRowsOf(pack), ...openMedicalRows(pack)].map(cells),
      offers: { 部分: PART_NAMES, 生育待遇: BENEFIT_WORDS, 类别: KIND_WORDS },
    },
    {
      name: SHEETS.documents,
      headings: DOCUMENT_HEADINGS,
      rows: [...pack.documents.values()]
        .filter(({ kind }) => kind !== 'reference')
        .map(({ id, number, title, published }) => [id, number ?? '', title, published ?? '']),
    },
  ]
}

function parameterRows(pack: Pack): string[][] {
  return [...pack.parameters.values()].flatMap(({ id, title, unit, key, values, pack: owner }) => {
    const head = [id, title.zh, unit]
    const own = owner === pack.id ? values : []
    if (own.length === 0)
      return [[...head, ...Array<string>(8).fill(''), key === undefined ? '' : `${KEY_HINT}${key}`]]
    return own.map(({ key, from, until, value, source, fromBasis, note }) => [
      ...head,
      key ?? '',
      from,
      until ?? '',
      value,
      bare(source.document, pack),
      source.clause,
      source.quote,
      fromBasis ?? '',
      note ?? '',
    ])
  })
}

/** What stands in the remarks of an open row to say which key is asked for; it is no remark of its own. */
export const KEY_HINT = '键：'

function cells(row: ReturnType<typeof benefitRowsOf>[number]): string[] {
  const { borrowed, value, source } = row
  const text = [
    row.table,
    row.title,
    row.part,
    row.level,
    row.personClass,
    row.carePlace,
    row.admission,
    row.above,
  ]
  const rest = [
    row.upTo,
    borrowed ? '' : value,
    row.from,
    row.until,
    source?.document,
    source?.clause,
    source?.quote,
  ]
  return [
    ...text,
    ...rest,
    borrowed ? value : '',
    row.fromBasis,
    row.note,
    row.group,
    row.diseases,
    row.pregnancy,
    row.children,
    row.benefit === undefined ? undefined : benefitWord(row.benefit),
    row.kind === undefined ? undefined : kindWord(row.kind),
  ].map((cell) => cell ?? '')
}
