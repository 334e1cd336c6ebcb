import type { FieldKind, FieldSpec } from '../src/spec.ts'
import type { TableField } from './tables.ts'

/** Keys of people, visits, settlements, filings and institutions: taken exactly or not at all. */
const IDS = new Set([
  'psn_no',
  'mdtrt_id',
  'setl_id',
  'fixmedins_code',
  'trt_dcla_detl_sn',
  'clr_appy_evt_id',
])
/** Numbers of cards and papers, by which a person is found. */
const PAPERS = new Set(['certno', 'mdtrt_cert_no', 'idNo'])
/** Flags that decide who pays, or by what a person is known, so that an unknown value is refused and not guessed. */
const FLAGS = new Set(['acct_used_flag', 'mid_setl_flag', 'hosp_appr_flag', 'mdtrt_cert_type'])
/** Printed as a number, but free text in most places. */
const TEXTS = new Set(['feedetl_sn'])
const EXTENSIONS = new Set(['exp_content', 'expContent', 'rxExpContent'])

/** What a field of the tables is read as. Throws an Error for a type nobody has thought about. */
export function fieldSpec(field: TableField): FieldSpec {
  const { kind, size, scale } = shapeOf(field)
  return {
    code: field.code,
    name: field.name || field.code,
    kind,
    ...(size !== undefined && { size: Math.max(size, field.nationalLength ?? 0) }),
    ...(scale !== undefined && { scale }),
    ...(field.required === 'always' && { required: true as const }),
    ...(field.negative && { negative: true as const }),
    ...(field.list && { list: field.list }),
    ...(field.aliases && { aliases: field.aliases }),
  }
}

interface Shape {
  readonly kind: FieldKind
  readonly size?: number
  readonly scale?: number
}

function shapeOf(field: TableField): Shape {
  const { code, type } = field
  if (EXTENSIONS.has(code)) return { kind: 'extension' }
  if (type === 'D') return { kind: 'day' }
  if (type === 'DT') return { kind: 'moment' }
  if (['?', 'bytes', 'list', 'flag', 'N'].includes(type)) return { kind: type === 'N' ? 'decimal' : 'raw' }
  const match = /^([CN])\(?(\d+)(?:,(\d+))?\)?$/.exec(type)
  if (!match) throw new Error(`${code}: type ${type} is unknown`)
  const size = Number(match[2])
  if (match[1] === 'C' || TEXTS.has(code)) return { kind: textKind(field), size }
  const scale = Number(match[3] ?? 0)
  if (scale === 0) return { kind: 'whole', size }
  if (size === 16 && scale === 2) return { kind: 'money', size, scale }
  return { kind: 'decimal', size, scale }
}

function textKind({ code, list }: TableField): FieldKind {
  if (IDS.has(code)) return 'id'
  if (PAPERS.has(code)) return 'paper'
  if (FLAGS.has(code) && list) return 'flag'
  return list ? 'code' : 'text'
}
