import { allowing, edited, onSuccess, refusing, type Defect, type Json } from './plants.ts'

/** What careless centres do with stays, purchases and filings. */
export const stayDefects: readonly Defect[] = [
  {
    what: 'whoever was discharged lies in hospital for ever',
    check: 'stay-in-ward',
    plant: onSuccess(['5303'], ({ output }) => (output.data = lying(output.data))),
  },
  {
    what: 'somebody lies in two beds',
    check: 'stay-one-bed',
    plant: allowing(({ infno }) => infno === '2401'),
  },
  {
    what: 'fees of a stay must be rows',
    check: 'stay-shapes',
    plant: refusing(({ infno, input }) => infno === '2301' && !Array.isArray(input?.feedetail)),
  },
  {
    what: 'the second batch of fees is forgotten',
    check: 'stay-batches',
    plant: onSuccess(['2303'], ({ output }) => (output.setlinfo.medfee_sumamt /= 2)),
  },
  {
    what: 'more is refunded than was paid',
    check: 'stay-refund',
    plant: allowing(({ infno }) => infno === '2301'),
  },
  {
    what: 'a stay is settled before its discharge',
    check: 'stay-settle-after-discharge',
    plant: allowing(({ infno }) => infno === '2304'),
  },
  {
    what: 'a repeated settlement of a stay settles a second time',
    check: 'stay-once',
    plant: (reply, { infno, msgid }, before) =>
      infno === '2304' && before.has(msgid)
        ? edited(reply, (json) => json.output && (json.output.setlinfo.setl_id = 'S2'))
        : reply,
  },
  {
    what: 'a stay settles again under another msgid',
    check: 'stay-second-settlement',
    plant: allowing(({ infno }) => infno === '2304'),
  },
  {
    what: '2601 says no to the settlement of a stay',
    check: 'stay-reverse-settlement',
    plant: refusing(({ infno, input }) => infno === '2601' && input?.data?.oinfno === '2304'),
  },
  {
    what: '2601 says no to an admission',
    check: 'stay-reverse-admission',
    plant: refusing(({ infno, input }) => infno === '2601' && input?.data?.oinfno === '2401'),
  },
  {
    what: 'an admission with fees is taken back',
    check: 'stay-undo',
    plant: allowing(({ infno }) => infno === '2404'),
  },
  {
    what: 'a purchase is returned twice',
    check: 'purchase-once',
    plant: allowing(({ infno }) => infno === '2103'),
  },
  {
    what: 'a referral cannot be found',
    check: 'filing-referral',
    plant: onSuccess(['5304'], ({ output }) => (output.refmedin = [])),
  },
  {
    what: 'a chronic disease is filed under no number',
    check: 'filing-chronic',
    plant: (reply, { infno }) =>
      infno === '2503'
        ? edited(reply, (json) =>
            Object.assign(json, { infcode: 0, err_msg: null, output: { result: { trt_dcla_detl_sn: '' } } }),
          )
        : reply,
  },
  {
    what: 'only application/json is read',
    check: 'shape-content-type',
    plant: refusing(({ contentType }) => !contentType.startsWith('application/json')),
  },
  {
    what: 'what is no JSON breaks the program',
    check: 'refuse-no-json',
    plant: (reply, { infno }) => (infno === '' ? { status: 500, text: 'Internal Server Error' } : reply),
  },
]

/** Somebody who lay in hospital once is told to lie there still. */
function lying(now: readonly Json[] | undefined): readonly Json[] {
  if (now && now.length > 0) lastStays = now
  return lastStays
}
let lastStays: readonly Json[] = []
