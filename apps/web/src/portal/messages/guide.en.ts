import type { document as documentSource, guide as source } from './guide.zh.ts'

export const guide: typeof source = {
  lead: (place, day) => `${place} · guide in force from ${day}`,
  toc: 'On this page',
  code: 'Item code (last part of the national code)',
  codeUnknown: 'not found, and not guessed',
  audience: 'For',
  pack: 'Policy pack version',
  who: 'Who may apply',
  whoEmpty: 'The conditions are not loaded yet. Please phone the agency.',
  materials: 'What to hand in',
  need: { required: 'Required', conditional: 'If it applies', optional: 'Optional' },
  unverified: 'source not verified',
  unverifiedHint:
    'No document has been found yet for what is marked “source not verified”; what the window tells you prevails.',
  materialsEmpty: 'The list of materials is not loaded yet.',
  steps: 'Steps',
  limits: 'How long it takes',
  statutory: 'National limit',
  promised: 'Promised here',
  days: 'working days',
  unknownLimit: 'not loaded yet',
  fee: 'Fee',
  feeUnknown: 'no basis for a fee is loaded',
  online: 'How to do it online',
  channels: 'Where it can be done',
  phones: 'Phone numbers',
  phonesEmpty:
    'No published phone number of this place has been found, so none is given; it appears here once a policy officer of the local agency loads the directory.',
  deadlines: 'Hand bills in before',
  deadline: (year, day) => `Bills of ${year}: by ${day}`,
  deadlinesNote: 'Only for bills that were not settled by card.',
  missing: 'Rules that are missing',
  notes: 'Notes',
  apply: 'Apply online',
  notLive: 'This service cannot be applied for here yet. Use the online steps above, or phone.',
}
export const document: typeof documentSource = {
  published: (day) => `published ${day}`,
  quoted: 'The words quoted on the page before are marked in yellow.',
  notFound: 'The quoted words were not found in this document; the full text prevails.',
  toQuote: 'Go to the quotation',
}
