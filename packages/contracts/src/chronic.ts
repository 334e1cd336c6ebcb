import { z } from 'zod'
import { Citation, Day, Id, Month, PageQuery, Reason, RegionCode, page } from './common.ts'
import { endpoint } from './endpoint.ts'

const region = z.object({ regionCode: RegionCode })
const params = z.object({ applicationId: Id })
const ClassId = z.string().max(80)

/** A class of chronic diseases as the place's document names it. */
export const DiseaseClass = z.object({ id: z.string(), name: z.string(), source: Citation })
export const chronicCatalogue = endpoint({
  method: 'GET',
  path: '/chronic/catalogue',
  access: ['public'],
  summary:
    'Which chronic diseases are recognised at any time, which are settled across the province, and until when papers go',
  query: region,
  reply: z.object({
    /** recognised at any time by designated hospitals; empty: no document is loaded */
    anytime: z.array(DiseaseClass),
    /** settled at once across the province, as far as the document names them */
    networked: z.array(DiseaseClass),
    /** how many the document says there are; the others are unknown */
    networkedCount: z.int().nullable(),
    /** by which day of the next month hospitals hand papers over */
    handOver: z.object({ day: z.int(), source: Citation }).nullable(),
    missing: z.string().nullable(),
  }),
})

export const chronicStates = ['collected', 'handed-over', 'granted', 'refused', 'withdrawn'] as const
export const chronicCauses = ['rehabilitation', 'vaccination'] as const
export const Paper = z.object({
  fileId: Id,
  name: z.string(),
  type: z.string(),
  isImage: z.boolean(),
})
export const ChronicSummary = z.object({
  applicationId: Id,
  regionCode: RegionCode,
  number: z.string(),
  personName: z.string(),
  idNumberMasked: z.string(),
  way: z.enum(['anytime', 'monthly']),
  disease: z.object({ classId: z.string(), name: z.string(), code: z.string().nullable() }),
  hospital: z.object({ code: z.string(), name: z.string() }),
  collectedOn: Day,
  month: Month,
  state: z.enum(chronicStates),
  papers: z.int(),
})
export type ChronicSummary = z.infer<typeof ChronicSummary>
export const ChronicView = ChronicSummary.extend({
  doctor: z.string(),
  note: z.string(),
  identifiedOn: Day,
  files: z.array(Paper),
  round: z.int(),
  decision: z
    .object({
      outcome: z.enum(['granted', 'refused']),
      on: Day,
      by: z.enum(['hospital', 'panel']),
      reason: z.string(),
      /** benefits from this day on; null when refused */
      from: Day.nullable(),
      until: Day.nullable(),
    })
    .nullable(),
  appeals: z.array(z.object({ on: Day, by: z.string(), reason: z.string() })),
  /** settled at once across the province */
  networked: z.boolean(),
})
export type ChronicView = z.infer<typeof ChronicView>

export const collectChronic = endpoint({
  method: 'POST',
  path: '/chronic/applications',
  access: ['hospital'],
  summary:
    'Recognise a disease at once where this hospital is designated for it, or take papers in for the monthly list',
  body: z.strictObject({
    personId: Id,
    /** a class recognised at any time, or `other` */
    classId: ClassId,
    /** for `other`: the disease in words */
    diseaseName: z.string().trim().max(100).optional(),
    diseaseCode: z.string().trim().max(30).optional(),
    /** for the class of children and vaccination: which of the two */
    cause: z.enum(chronicCauses).optional(),
    doctor: z.string().trim().min(1).max(50),
    doctorCode: z.string().trim().max(30).optional(),
    note: z.string().trim().max(1000).default(''),
    /** for a class recognised at any time: what the hospital found */
    outcome: z.enum(['granted', 'refused']).optional(),
    reason: Reason.optional(),
  }),
  reply: ChronicView,
  problems: [
    'no-institution',
    'patient-unknown',
    'patient-not-insured',
    'chronic-not-designated',
    'chronic-class-unknown',
    'chronic-already',
    'chronic-age',
    'chronic-outcome-missing',
    'chronic-no-rules',
  ],
})
export const addChronicPaper = endpoint({
  method: 'POST',
  path: '/chronic/applications/:applicationId/papers',
  access: ['hospital'],
  summary: 'Add a page of the medical record',
  params,
  query: region,
  upload: true,
  reply: Paper,
  problems: ['chronic-unknown', 'chronic-closed'],
})
export const chronicPaper = endpoint({
  method: 'GET',
  path: '/chronic/applications/:applicationId/papers/:fileId',
  access: ['person', 'hospital', 'expert', 'clerk', 'reviewer', 'supervisor', 'auditor'],
  summary: 'A page of the medical record; experts only of what they may judge',
  params: params.extend({ fileId: Id }),
  query: region,
  produces: 'application/octet-stream',
  problems: ['chronic-unknown', 'file-not-found'],
})
export const listChronic = endpoint({
  method: 'GET',
  path: '/chronic/applications',
  access: ['hospital', 'clerk', 'reviewer', 'supervisor', 'auditor'],
  summary: 'Applications, newest first: a hospital sees its own, the agency those of its city',
  query: PageQuery.extend({ regionCode: RegionCode, month: Month.optional() }),
  reply: page(ChronicSummary),
})
export const getChronic = endpoint({
  method: 'GET',
  path: '/chronic/applications/:applicationId',
  access: ['hospital', 'clerk', 'reviewer', 'supervisor', 'auditor'],
  summary: 'An application with its papers and result',
  params,
  query: region,
  reply: ChronicView,
  problems: ['chronic-unknown'],
})
export const withdrawChronic = endpoint({
  method: 'POST',
  path: '/chronic/applications/:applicationId/withdraw',
  access: ['hospital'],
  summary: 'Take an application back before it is decided',
  params,
  body: z.strictObject({ regionCode: RegionCode, reason: Reason }),
  reply: ChronicView,
  problems: ['chronic-unknown', 'chronic-closed'],
})

/** One month of a hospital: what was collected, by when it must go, and what went. */
export const ChronicMonth = z.object({
  month: Month,
  collected: z.int(),
  /** of them, how many have no paper yet and cannot go */
  withoutPapers: z.int(),
  handedOver: z.int(),
  /** the last day; null: the official calendar of that year is not published */
  dueOn: Day.nullable(),
  /** the day of the rule, when a holiday moved it */
  ruleDay: Day,
  handedOn: Day.nullable(),
  late: z.boolean(),
  /** the month is over, so that it can be handed over */
  open: z.boolean(),
})
export const chronicMonths = endpoint({
  method: 'GET',
  path: '/chronic/months',
  access: ['hospital'],
  summary: 'The monthly lists of this hospital, newest first',
  reply: z.object({
    regionCode: RegionCode,
    items: z.array(ChronicMonth),
    basis: z.array(Citation),
    missing: z.string().nullable(),
    /** classes this hospital may recognise at once */
    designated: z.array(z.string()),
  }),
  problems: ['no-institution'],
})
export const handOverChronic = endpoint({
  method: 'POST',
  path: '/chronic/months/:month/hand-over',
  access: ['hospital'],
  summary: 'Hand the list of a month over to the agency; what has no papers stays behind',
  params: z.object({ month: Month }),
  body: z.strictObject({}),
  reply: ChronicMonth,
  problems: ['no-institution', 'chronic-month-running', 'chronic-nothing-to-hand-over', 'chronic-no-rules'],
})
export const chronicBatches = endpoint({
  method: 'GET',
  path: '/chronic/batches',
  access: ['clerk', 'reviewer', 'supervisor', 'auditor'],
  summary: 'Monthly lists of every hospital, those that are late or missing first',
  query: region,
  reply: z.object({
    items: z.array(ChronicMonth.extend({ hospital: z.object({ code: z.string(), name: z.string() }) })),
    waiting: z.int(),
    basis: z.array(Citation),
  }),
})

export const verdicts = ['grant', 'refuse', 'recuse'] as const
/** What an expert sees: never another's opinion before their own, and the person only masked. */
export const PanelItem = z.object({
  applicationId: Id,
  regionCode: RegionCode,
  number: z.string(),
  personMasked: z.string(),
  sex: z.enum(['male', 'female']),
  age: z.int(),
  disease: z.object({ name: z.string(), code: z.string().nullable() }),
  hospitalName: z.string(),
  month: Month,
  late: z.boolean(),
  note: z.string(),
  files: z.array(Paper),
  round: z.int(),
  /** what the appeal says, when it is looked at again */
  appeal: z.string().nullable(),
  /** 1, 2, or 3 when the first two differ */
  opinionWanted: z.int(),
})
export type PanelItem = z.infer<typeof PanelItem>
export const panelQueue = endpoint({
  method: 'GET',
  path: '/chronic/panel',
  access: ['expert'],
  summary: 'What waits for my opinion; what I have a conflict of interest in is left out, and counted',
  reply: z.object({ items: z.array(PanelItem), leftOut: z.int() }),
  problems: ['no-institution'],
})
export const giveOpinion = endpoint({
  method: 'POST',
  path: '/chronic/panel/:applicationId/opinion',
  access: ['expert'],
  summary:
    'Give an opinion, or step back because of a conflict of interest; two that agree decide, else a third',
  params,
  body: z.strictObject({ verdict: z.enum(verdicts), reason: Reason }),
  reply: z.object({ decided: z.enum(['granted', 'refused']).nullable() }),
  problems: [
    'no-institution',
    'chronic-unknown',
    'chronic-conflict',
    'chronic-opinion-given',
    'chronic-closed',
  ],
})

export const myChronic = endpoint({
  method: 'GET',
  path: '/my/chronic',
  access: ['person'],
  summary: 'My applications and benefits for chronic diseases',
  reply: z.object({ items: z.array(ChronicView) }),
})
export const appealChronic = endpoint({
  method: 'POST',
  path: '/chronic/applications/:applicationId/appeal',
  access: ['person', 'hospital'],
  summary: 'Appeal against a refusal: other experts look at it again',
  params,
  body: z.strictObject({ regionCode: RegionCode, reason: Reason }),
  reply: ChronicView,
  problems: ['chronic-unknown', 'chronic-no-refusal', 'chronic-no-papers'],
})
export const chronicLetter = endpoint({
  method: 'GET',
  path: '/chronic/applications/:applicationId/letter',
  access: ['person', 'hospital', 'clerk', 'reviewer', 'supervisor', 'auditor'],
  summary: 'The result as PDF',
  params,
  query: region,
  produces: 'application/pdf',
  problems: ['chronic-unknown', 'letter-not-found'],
})

export const Designation = z.object({
  hospital: z.object({ code: z.string(), name: z.string() }),
  classId: z.string(),
  from: Day,
  until: Day.nullable(),
})
export const listDesignations = endpoint({
  method: 'GET',
  path: '/chronic/designations',
  access: ['clerk', 'reviewer', 'supervisor', 'auditor'],
  summary: 'Which hospital may recognise which class at any time',
  query: region,
  reply: z.object({ items: z.array(Designation) }),
})
export const designate = endpoint({
  method: 'PUT',
  path: '/chronic/designations',
  access: ['supervisor'],
  summary: 'Name a hospital for a class from a day on, or say until when',
  body: z.strictObject({
    regionCode: RegionCode,
    hospitalCode: z.string().max(30),
    classId: ClassId,
    from: Day,
    until: Day.nullable(),
  }),
  reply: Designation,
  problems: ['institution-unknown', 'chronic-class-unknown'],
})
