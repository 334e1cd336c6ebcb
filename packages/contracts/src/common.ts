import { z } from 'zod'
import { formed } from './forms.ts'

/** Yuan with exactly two decimals as text, `"1800.00"`; never a JSON number. */
export const Money = formed(/^\d{1,12}\.\d{2}$/, {
  zh: '应为金额（元），不能为负，写两位小数，如 1800.00',
  en: 'must be an amount in yuan, not below nothing, with two decimals, such as 1800.00',
}).meta({ description: 'yuan with two decimals, as text', example: '1800.00' })
/** Yuan that may be below nothing: what was taken back, or is owed. */
export const SignedMoney = formed(/^-?\d{1,12}\.\d{2}$/, {
  zh: '应为金额（元），写两位小数，如 1800.00 或 -1800.00',
  en: 'must be an amount in yuan with two decimals, such as 1800.00 or -1800.00',
})
export const Day = z.iso
  .date()
  .refine((day) => day >= '1900' && day < '2200', {
    params: {
      code: 'day-out-of-range',
      zh: '应在 1900 年至 2199 年之间',
      en: 'must be between the years 1900 and 2199',
    },
  })
  .meta({ description: 'calendar day, YYYY-MM-DD', example: '2020-10-15' })
export const Instant = z.iso.datetime({ offset: true })
export const Id = z.uuid()
/** City-level code of the insured place (统筹区所在市), six digits. */
export const RegionCode = formed(/^\d{6}$/, {
  zh: '应为六位数字的行政区划代码，如 330600',
  en: 'must be the code of a place, six digits, such as 330600',
})
/** A month, `2020-10`. */
export const Month = formed(/^20\d{2}-(0[1-9]|1[0-2])$/, {
  zh: '应为月份，写作 YYYY-MM，如 2020-10',
  en: 'must be a month, written YYYY-MM, such as 2020-10',
}).meta({ example: '2020-10' })
export const RatioText = formed(/^(0(\.\d{1,6})?|1(\.0{1,6})?)$/, {
  zh: '应为 0 至 1 之间的比例，最多六位小数，如 0.85',
  en: 'must be a share from 0 to 1 with at most six decimals, such as 0.85',
})
/** The same words in both interface languages. */
export const Words = z.object({ zh: z.string(), en: z.string() })
export type Words = z.infer<typeof Words>
export const Version = z
  .int()
  .nonnegative()
  .max(2_147_483_647)
  .meta({ description: 'version that the caller has seen; a stale one answers 409' })
export const Reason = z.string().trim().min(2).max(1000)

/** One fault in what was sent: where it is, what is wrong, how to mend it. */
export const Fault = z.object({
  /** JSON path such as `bills.0.amount` */
  path: z.string(),
  code: z.string(),
  /** sentence in the caller's language */
  message: z.string(),
})
export type Fault = z.infer<typeof Fault>

/** A rule that no pack has for this place and day: which, and who can load it. */
export const MissingRule = z.object({ id: z.string(), title: z.string(), message: z.string() })

/** The clause a figure rests on. */
export const Citation = z.object({
  /** `pack:document`, for `GET /packs/:packId/documents/:documentId` */
  document: z.string(),
  /** the document is known from a copy that quotes it, not from the official text */
  excerpt: z.boolean(),
  citation: z.string(),
  clause: z.string(),
  quote: z.string(),
  from: Day,
  fromBasis: z.string().optional(),
  borrowed: z.object({ from: z.string(), why: z.string() }).optional(),
})
export type Citation = z.infer<typeof Citation>

/** One page of a list; `next` continues it (keyset), null at the end. */
export function page<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), next: z.string().nullable() })
}
export const PageQuery = z.object({
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
})
export const Done = z.object({ ok: z.literal(true) })
