import { z } from 'zod'
import { Citation, Day, RegionCode } from './common.ts'
import { endpoint } from './endpoint.ts'
import { PackId, policyReaders, RuleId } from './policy-call.ts'

export const ruleKinds = ['parameter', 'item', 'table', 'calendar', 'measure', 'document'] as const
export type RuleKind = (typeof ruleKinds)[number]

/** One rule in the list of a place: what it is called, in which layer it stands, what holds on the day asked for. */
export const RuleSummary = z.object({
  kind: z.enum(ruleKinds),
  id: z.string(),
  title: z.string(),
  /** the pack of the layer it stands in */
  layer: z.string(),
  layerTitle: z.string(),
  /** packs further up that say something else */
  overrides: z.array(z.string()),
  /** in force on the day, as people read it; empty where nothing is */
  inForce: z.array(z.string()),
  unit: z.string().nullable(),
  /** the layer's own figures are another place's */
  borrowedFrom: z.string().nullable(),
})
export type RuleSummary = z.infer<typeof RuleSummary>

export const PolicyPlace = z.object({
  packId: z.string(),
  title: z.string(),
  version: z.string(),
  hash: z.string(),
  on: Day,
  known: Day,
  layers: z.array(z.object({ packId: z.string(), title: z.string() })),
  editions: z.array(z.object({ publishedOn: Day.nullable(), version: z.string(), hash: z.string() })),
  rules: z.array(RuleSummary),
  /** files that both this agency and a later delivery changed; the agency's stand */
  conflicts: z.array(z.object({ file: z.string(), publication: z.int() })),
})
export type PolicyPlace = z.infer<typeof PolicyPlace>
export const listPolicyPlaces = endpoint({
  method: 'GET',
  path: '/policy/places',
  access: policyReaders,
  summary: 'Policy packs that can be looked into: country, provinces, cities, lenders of figures',
  reply: z.object({
    items: z.array(
      z.object({ packId: z.string(), title: z.string(), regionCode: RegionCode, served: z.boolean() }),
    ),
    /** the business day, from which days are chosen */
    today: Day,
  }),
})
export const getPolicyPlace = endpoint({
  method: 'GET',
  path: '/policy/places/:packId',
  access: policyReaders,
  summary: 'Every rule of a place as in force on a day or in the course of a year, as known on another day',
  params: z.object({ packId: PackId }),
  query: z.object({
    on: Day.optional(),
    /** instead of `on`: every figure that held on any day of this year, with the day from which */
    year: z.coerce.number().int().min(1990).max(2100).optional(),
    known: Day.optional(),
  }),
  reply: PolicyPlace,
  problems: ['pack-unknown'],
})

const Range = z.object({ start: z.int(), end: z.int() })
/** One value of a time line, with the words it rests on and where they stand in the document. */
export const TimelineEntryView = z.object({
  label: z.string(),
  value: z.string(),
  from: Day,
  until: Day.nullable(),
  known: Day,
  citation: Citation.nullable(),
  ranges: z.array(Range),
  trust: z.string().nullable(),
  note: z.string().nullable(),
})
export type TimelineEntryView = z.infer<typeof TimelineEntryView>
export const RuleHistory = z.object({
  kind: z.enum(ruleKinds),
  id: z.string(),
  title: z.string(),
  unit: z.string().nullable(),
  keyName: z.string().nullable(),
  layers: z.array(
    z.object({
      packId: z.string(),
      title: z.string(),
      overridden: z.boolean(),
      entries: z.array(TimelineEntryView),
    }),
  ),
})
export type RuleHistory = z.infer<typeof RuleHistory>
export const getRuleHistory = endpoint({
  method: 'GET',
  path: '/policy/places/:packId/rules/:kind/:ruleId',
  access: policyReaders,
  summary: 'The history of a rule in every layer, with clauses and the place of the quoted words',
  params: z.object({ packId: PackId, kind: z.enum(ruleKinds), ruleId: RuleId }),
  query: z.object({ known: Day.optional() }),
  reply: RuleHistory,
  problems: ['pack-unknown', 'rule-unknown'],
})
/** The whole text of a rule on one day, in sections; two of them are compared line by line, by section and `line`. */
export const RuleText = z.object({
  title: z.string(),
  on: Day,
  known: Day,
  /** the edition of the pack it was read from */
  version: z.string(),
  /** empty where nothing of it was in force, as far as was known */
  sections: z.array(
    z.object({
      title: z.string(),
      lines: z.array(
        z.object({ line: z.string(), label: z.string(), text: z.string(), citation: Citation.nullable() }),
      ),
    }),
  ),
})
export type RuleText = z.infer<typeof RuleText>
export const getRuleText = endpoint({
  method: 'GET',
  path: '/policy/places/:packId/rules/:kind/:ruleId/text',
  access: policyReaders,
  summary: 'The whole text of a rule as in force on a day, as known on another day',
  params: z.object({ packId: PackId, kind: z.enum(ruleKinds), ruleId: RuleId }),
  query: z.object({ on: Day.optional(), known: Day.optional() }),
  reply: RuleText,
  problems: ['pack-unknown', 'rule-unknown'],
})
export const getPolicyWorkbook = endpoint({
  method: 'GET',
  path: '/policy/places/:packId/workbook',
  access: ['policy'],
  summary: 'Workbook of the figures of a place, to be filled in and imported into a draft',
  params: z.object({ packId: PackId }),
  produces: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  problems: ['pack-unknown'],
})
