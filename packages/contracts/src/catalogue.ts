import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Citation, Day, MissingRule, RatioText, RegionCode, Money } from './common.ts'

export const Place = z.object({
  regionCode: RegionCode,
  name: z.string(),
  nameEn: z.string(),
  province: z.string(),
  packId: z.string(),
  packVersion: z.string(),
  /** the money parameters in use are another place's published ones */
  borrowed: z.object({ from: z.string(), why: z.string() }).nullable(),
})
export const listPlaces = endpoint({
  method: 'GET',
  path: '/places',
  access: ['public'],
  summary: 'Insured places (统筹区) this installation serves',
  reply: z.object({ items: z.array(Place) }),
})

export const ItemSummary = z.object({
  itemId: z.string(),
  name: z.string(),
  group: z.string(),
  /** `live`: can be applied for; `guide`: readable only */
  status: z.enum(['live', 'guide']),
  /** national code digits that are known; null where not found */
  code: z.string().nullable(),
  audience: z.string(),
  statutoryDays: z.int().nullable(),
  promisedDays: z.int().nullable(),
  instant: z.boolean(),
})
export type ItemSummary = z.infer<typeof ItemSummary>
export const listItems = endpoint({
  method: 'GET',
  path: '/places/:regionCode/items',
  access: ['public'],
  summary: 'Service items (事项) of a place',
  params: z.object({ regionCode: RegionCode }),
  reply: z.object({ items: z.array(ItemSummary) }),
})

export const MaterialRequirement = z.object({
  materialId: z.string(),
  name: z.string(),
  note: z.string().nullable(),
  /** required in every situation, in some, or never */
  need: z.enum(['required', 'conditional', 'optional']),
  condition: z.string().nullable(),
  trust: z.string().nullable(),
  source: Citation.nullable(),
})
export const Guide = ItemSummary.extend({
  placeName: z.string(),
  inForceFrom: Day,
  packVersion: z.string(),
  whoMayApply: z.array(z.string()),
  /** why it is asked for, where the applicant has to choose a reason */
  reasons: z.array(z.object({ reasonId: z.string(), name: z.string() })),
  materials: z.array(MaterialRequirement),
  steps: z.array(z.object({ name: z.string(), who: z.string(), text: z.string() })),
  statutory: z.object({ days: z.int(), source: Citation }).nullable(),
  promised: z.object({ days: z.int(), source: Citation }).nullable(),
  fee: z.object({ text: z.string(), source: Citation.nullable() }).nullable(),
  channels: z.array(z.object({ channel: z.string(), name: z.string() })),
  online: z.array(
    z.object({
      channel: z.string(),
      title: z.string(),
      steps: z.array(z.string()),
      source: Citation.nullable(),
    }),
  ),
  phones: z.array(
    z.object({ office: z.string(), topic: z.string().nullable(), numbers: z.array(z.string()) }),
  ),
  billDeadlines: z.array(z.object({ billYear: z.int(), until: Day, source: Citation })),
  /** what is not known for this place, and who can load it */
  missing: z.array(MissingRule),
  notes: z.array(z.string()),
})
export type Guide = z.infer<typeof Guide>
export const getGuide = endpoint({
  method: 'GET',
  path: '/places/:regionCode/items/:itemId',
  access: ['public'],
  summary: 'Guide (办事指南) of an item as in force on the business day',
  params: z.object({ regionCode: RegionCode, itemId: z.string().max(80) }),
  query: z.object({ on: Day.optional() }),
  reply: Guide,
})
export const listDirectory = endpoint({
  method: 'GET',
  path: '/places/:regionCode/directory',
  access: ['public'],
  summary: 'Phone directory of the place by office and topic',
  params: z.object({ regionCode: RegionCode }),
  reply: z.object({
    items: z.array(
      z.object({
        office: z.string(),
        topic: z.string().nullable(),
        numbers: z.array(z.string()),
        source: Citation.nullable(),
      }),
    ),
  }),
})

export const Hospital = z.object({
  hospitalCode: z.string(),
  name: z.string(),
  level: z.enum(['primary', 'secondary', 'tertiary']),
  regionCode: RegionCode,
  territory: z.string(),
})
export const findHospitals = endpoint({
  method: 'GET',
  path: '/hospitals',
  access: ['public'],
  summary: 'Hospitals by name or code',
  query: z.object({ q: z.string().trim().min(1).max(60), regionCode: RegionCode.optional() }),
  reply: z.object({ items: z.array(Hospital) }),
})
/** An entry of the fee catalogue (药品、诊疗项目、耗材) that the agency has loaded. */
export const FeeItem = z.object({
  code: z.string(),
  name: z.string(),
  kind: z.enum(['drug', 'service', 'supply']),
  class: z.enum(['A', 'B', 'C']),
  selfPayRatio: RatioText,
  unit: z.string().nullable(),
  ceilingPrice: Money.nullable(),
  source: z.string(),
})
export const findFeeItems = endpoint({
  method: 'GET',
  path: '/fee-catalogue',
  access: ['reviewer', 'clerk', 'approver'],
  summary: 'Look a fee line up in the catalogue of the place',
  query: z.object({ regionCode: RegionCode, q: z.string().trim().min(1).max(60), on: Day.optional() }),
  reply: z.object({ items: z.array(FeeItem) }),
})

export const PackView = z.object({
  id: z.string(),
  version: z.string(),
  hash: z.string(),
  title: z.string(),
  extends: z.string().nullable(),
  overrides: z.array(z.object({ id: z.string(), kind: z.string(), ofPack: z.string() })),
  documents: z.array(
    z.object({
      id: z.string(),
      citation: z.string(),
      published: Day.nullable(),
      sha256: z.string().nullable(),
    }),
  ),
})
export const listPacks = endpoint({
  method: 'GET',
  path: '/packs',
  access: ['public'],
  summary: 'Policy packs in force with version, hash, documents and what each overrides',
  reply: z.object({ items: z.array(PackView) }),
})
export const getDocument = endpoint({
  method: 'GET',
  path: '/packs/:packId/documents/:documentId',
  access: ['public'],
  summary: 'Full text of a document a pack rests on',
  params: z.object({ packId: z.string().max(80), documentId: z.string().max(80) }),
  reply: z.object({
    id: z.string(),
    citation: z.string(),
    kind: z.string(),
    published: Day.nullable(),
    text: z.string(),
  }),
})
