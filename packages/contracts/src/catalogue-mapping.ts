import { z } from 'zod'
import { Day, PageQuery, RegionCode, page } from './common.ts'
import { endpoint } from './endpoint.ts'

/** An item of an institution's own catalogue and the entry it stands for (目录对照). */
export const Mapping = z.object({
  /** 目录类别, as in the interface: `101` drug … `301` supply */
  listType: z.string(),
  ownCode: z.string(),
  ownName: z.string(),
  itemCode: z.string(),
  /** of the entry on the first day; null when the catalogue of the place has it no longer */
  itemName: z.string().nullable(),
  from: Day,
  until: Day,
})
export type Mapping = z.infer<typeof Mapping>

export const listMappings = endpoint({
  method: 'GET',
  path: '/catalogue-mappings',
  access: ['hospital', 'supervisor', 'auditor', 'reviewer'],
  summary: 'What an institution has mapped, by its own codes; a hospital sees its own, the agency names one',
  query: PageQuery.extend({
    regionCode: RegionCode,
    hospitalCode: z.string().trim().max(30).optional(),
    /** a code, or a part of the institution's own name */
    text: z.string().trim().max(60).optional(),
  }),
  reply: page(Mapping),
  problems: ['no-institution', 'institution-not-named'],
})
