import { PARTS, PAYERS } from '@yichuang/benefits'
import { loadPacks, type Pack } from '@yichuang/policy'
import path from 'node:path'
import { readPackFolder, sha256 } from '../../../packs/index.ts'
import { openSettlement } from '../index.ts'

export const PACKS = path.join(import.meta.dirname, '../../../../../../policy-packs')
const PLACE = 'cn-33-06-shaoxing'
const SOURCE = '{ document: shaoxing-2020-9, clause: 二（三）, quote: 确保预付金及时到位 }'
export const ROW = `from: 2019-01-01, source: ${SOURCE}`
const KINDS = ['outpatient', 'inpatient'] as const
const INSURANCES = ['employee', 'resident'] as const
const LATER = PAYERS.filter((payer) => payer !== 'hifp_pay')

/**
 * The city's pack with made-up tables in which every payer of the interface pays something, and then the account: by rules
 * of the place, or as the country has it. `more` are further files of the place.
 */
export async function allPayersPack(
  account: 'of-place' | 'of-country' = 'of-place',
  more: Readonly<Record<string, string>> = {},
): Promise<Pack> {
  const files = new Map(await readPackFolder(PACKS))
  files.delete(`${PLACE}/benefits/borrowed.yaml`)
  for (const insurance of INSURANCES)
    for (const kind of KINDS) files.set(`${PLACE}/benefits/${insurance}-${kind}.yaml`, basic(insurance, kind))
  for (const insurance of INSURANCES)
    for (const [at, payer] of LATER.entries())
      files.set(`${PLACE}/benefits/${insurance}-${nameOf(payer)}.yaml`, supplement(insurance, payer, at))
  files.set(`${PLACE}/benefits/chain.yaml`, chain(account === 'of-place'))
  for (const [name, text] of Object.entries(more)) files.set(`${PLACE}/${name}`, text)
  const load = loadPacks(files, sha256)
  if (!load.ok)
    throw new Error(load.faults.map(({ file, line, what }) => `${file}:${line} ${what}`).join('\n'))
  return load.packs.get(PLACE)!
}

/** Settles by another pack from here on. */
export function settleBy(pack: Pack): void {
  openSettlement({ packs: { current: () => pack, byHash: () => Promise.resolve(pack) } })
}

const nameOf = (payer: string) => payer.replaceAll('_', '-')

const basic = (insurance: string, kind: string) => `id: ${insurance}-${kind}
title: { zh: 测试, en: test }
insurance: ${insurance}
kind: ${kind}
rounding: total
deductible:
  design: ${kind === 'inpatient' ? 'per-admission' : 'per-year'}
  rows: [{ ${kind === 'inpatient' ? 'admission: 1, ' : ''}amount: 300, ${ROW} }]
bands:
  base: over-deductible
  yearToDate: true
  rows:
    - { above: 0, upTo: 1000, fundShare: 0.5, ${ROW} }
    - { above: 1000, fundShare: 0.7, ${ROW} }
yearlyCap: [{ amount: 2500, ${ROW} }]
`

const supplement = (insurance: string, payer: string, at: number) => `id: ${insurance}-${nameOf(payer)}
title: { zh: 测试${payer}, en: test ${payer} }
insurance: ${insurance}
payer: ${payer}
rounding: total
deductible:
  rows:
    - { ${at === 0 ? 'none: true' : `amount: ${at * 40}`}, ${ROW} }
    - { group: hardship, none: true, ${ROW} }
bands:
  base: over-deductible
  yearToDate: true
  rows:
    - { above: 0, upTo: ${(at + 1) * 400}, fundShare: 0.2, ${ROW} }
    - { above: ${(at + 1) * 400}, fundShare: 0.35, ${ROW} }
yearlyCap:
  counts: own
  rows: [{ amount: ${(at + 2) * 300}, ${ROW} }]
`

const chain = (account: boolean) => `id: chain
title: { zh: 测试, en: test }
groups:
  - { id: hardship, title: { zh: 困难人员, en: People in hardship } }
chains:
${INSURANCES.flatMap((insurance) =>
  KINDS.map(
    (kind) => `  - insurance: ${insurance}
    kind: ${kind}
    ${ROW.replace(', ', '\n    ')}
    stages:
${LATER.map(
  (payer) => `      - table: ${insurance}-${nameOf(payer)}
        worksOn: [deductible, own-share, over-basic-cap, first-self-pay]
        entitled: [everyone]
        source: ${SOURCE}`,
).join('\n')}
${account ? ACCOUNT : ''}`,
  ),
).join('')}`
const ACCOUNT = `    account:
      - { pot: current, pays: [${PARTS.join(', ')}], source: ${SOURCE} }
      - { pot: past, pays: [deductible, own-share], source: ${SOURCE} }
`
