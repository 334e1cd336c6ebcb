import { z } from 'zod'
import { Day, Id, Instant, PageQuery, page, Reason, RegionCode } from './common.ts'
import { endpoint } from './endpoint.ts'
import { formed } from './forms.ts'

/** Code of an institution (定点医药机构编号). */
const Institution = formed(/^[A-Za-z0-9_-]{1,30}$/, {
  zh: '应为医药机构编号，1 至 30 个字母或数字',
  en: 'must be the code of an institution, 1 to 30 letters or digits',
})
/** Yuan with two decimals as text; below nothing where more was taken back than settled. */
const Amount = formed(/^-?\d{1,13}\.\d{2}$/, {
  zh: '应为金额（元），写两位小数，如 1800.00',
  en: 'must be an amount in yuan with two decimals, such as 1800.00',
})

const Sums = z.object({ count: z.int(), medical: Amount, fund: Amount, account: Amount })

/**
 * How far a day of an institution is. `waiting`: not compared yet, `uneven`/`even`: only its sums were, `differences`: rows
 * differ and nobody has cleared them, `changed`: settled after the comparison, `late`: settled after the day was closed.
 */
export const reconciliationStates = [
  'not-over',
  'waiting',
  'uneven',
  'even',
  'differences',
  'changed',
  'closed',
  'late',
] as const

const DayView = z.object({
  day: Day,
  state: z.enum(reconciliationStates),
  centre: Sums,
  /** what the institution said in its comparisons of sums (3201); null while it has sent none */
  sent: Sums.nullable(),
  openDifferences: z.int(),
  differences: z.int(),
  /** the last closing */
  closed: z
    .object({ at: Instant, by: z.string(), basis: z.enum(['detail', 'cleared', 'total']), times: z.int() })
    .nullable(),
})
export type ReconciliationDay = z.infer<typeof DayView>

const Side = z.object({
  setlId: z.string(),
  visitId: z.string(),
  psnNo: z.string(),
  medical: z.string(),
  fund: z.string(),
  account: z.string(),
  refund: z.boolean(),
  /** of the centre: the message that settled */
  msgid: z.string().nullable(),
  /** of the institution: the line in its file */
  line: z.int().nullable(),
})

/** A row that both sides have differently. */
export const ReconciliationDifference = z.object({
  differenceId: Id,
  day: Day,
  clrType: z.string(),
  kind: z.enum(['centre-only', 'hospital-only', 'unequal']),
  hospital: Side.nullable(),
  centre: Side.nullable(),
  state: z.enum(['open', 'cleared', 'gone']),
  /** how it may be cleared */
  ways: z.array(z.enum(['booked', 'withdrawn', 'reversed'])),
  cleared: z
    .object({
      how: z.enum(['booked', 'withdrawn', 'reversed', 'offset']),
      reason: z.string(),
      by: z.string(),
      side: z.enum(['hospital', 'agency', 'system']),
      at: Instant,
    })
    .nullable(),
})
export type ReconciliationDifference = z.infer<typeof ReconciliationDifference>

const ROLES = ['hospital', 'finance', 'supervisor'] as const

export const listReconciliationDays = endpoint({
  method: 'GET',
  path: '/reconciliation/days',
  access: ROLES,
  summary: 'Days of an institution with settlements: both sides, how far each is, and the sum of all',
  query: z.object({
    regionCode: RegionCode,
    /** a hospital sees its own */
    institution: Institution.optional(),
    from: Day,
    to: Day,
  }),
  reply: z.object({
    institution: z.object({ code: z.string(), name: z.string() }),
    items: z.array(DayView),
    total: z.object({ days: z.int(), closed: z.int(), openDifferences: z.int(), centre: Sums }),
  }),
  problems: ['reconciliation-unknown', 'reconciliation-range'],
})

export const listReconciliations = endpoint({
  method: 'GET',
  path: '/reconciliation/institutions',
  access: ['finance', 'supervisor'],
  summary: 'Institutions of a city and how far their days are',
  query: PageQuery.extend({ regionCode: RegionCode, from: Day, to: Day }),
  reply: page(
    z.object({
      code: z.string(),
      name: z.string(),
      days: z.array(z.object({ day: Day, state: z.enum(reconciliationStates), openDifferences: z.int() })),
      closed: z.int(),
      openDifferences: z.int(),
      centre: Sums,
    }),
  ),
  problems: ['reconciliation-range'],
})

const DayDetail = z.object({
  institution: z.object({ code: z.string(), name: z.string() }),
  day: DayView,
  parts: z.array(
    z.object({
      insurance: z.enum(['employee', 'resident']),
      clrType: z.string(),
      centre: Sums,
      sent: Sums.nullable(),
      /** compared row by row over these very sums */
      inDetail: z.boolean(),
    }),
  ),
  differences: z.array(ReconciliationDifference),
  closings: z.array(
    z.object({
      seq: z.int(),
      at: Instant,
      by: z.string(),
      basis: z.enum(['detail', 'cleared', 'total']),
      sums: Sums,
    }),
  ),
  /** only its sums agree: somebody may close it on these */
  mayClose: z.boolean(),
})
export type ReconciliationDayDetail = z.infer<typeof DayDetail>

const atDay = { params: z.object({ institution: Institution, day: Day }) }

export const getReconciliationDay = endpoint({
  method: 'GET',
  path: '/reconciliation/institutions/:institution/days/:day',
  access: ROLES,
  summary: 'A day of an institution with its kinds of clearing, differences and closings',
  ...atDay,
  query: z.object({ regionCode: RegionCode }),
  reply: DayDetail,
  problems: ['reconciliation-unknown'],
})

export const closeReconciliationDay = endpoint({
  method: 'POST',
  path: '/reconciliation/institutions/:institution/days/:day/close',
  access: ROLES,
  summary: 'Close a day of which only the sums were compared and are even, with a reason',
  ...atDay,
  body: z.strictObject({ regionCode: RegionCode, reason: Reason }),
  reply: DayDetail,
  problems: ['reconciliation-unknown', 'reconciliation-not-even'],
})

export const clearReconciliationDifference = endpoint({
  method: 'POST',
  path: '/reconciliation/institutions/:institution/differences/:differenceId/clear',
  access: ROLES,
  summary: 'Clear a difference with a reason; the last one of a day closes it',
  params: z.object({ institution: Institution, differenceId: Id }),
  body: z.strictObject({
    regionCode: RegionCode,
    /** the institution took it into its books, or out of them, or had it reversed at the centre */
    how: z.enum(['booked', 'withdrawn', 'reversed']),
    reason: Reason,
  }),
  reply: DayDetail,
  problems: [
    'reconciliation-unknown',
    'reconciliation-cleared',
    'reconciliation-way',
    'reconciliation-not-reversed',
  ],
})
