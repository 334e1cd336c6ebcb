import { fault } from './fault.ts'
import type { PackFault } from './fault.ts'
import type { PackFiles } from './pack-files.ts'
import type { BenefitChains, BenefitTables, Pack, SupplementTables } from './types.ts'

/** Gives each pack the tables it borrows, and lets its hash cover them. Packs that extend a borrower borrow too. */
export function attachBorrowed(
  sets: readonly PackFiles[],
  packs: Map<string, Pack>,
  sha256: (text: string) => string,
  faults: PackFault[],
): void {
  const before = new Map(packs)
  const borrowers = new Map<string, Pack>()
  for (const set of sets)
    for (const { value, at } of set.borrows) {
      const pack = before.get(set.folder)
      const lender = before.get(value.borrow.pack)
      const tables = new Map<string, BenefitTables>()
      for (const [index, scheme] of value.borrow.schemes.entries()) {
        const found = lender?.benefits.get(scheme)
        if (found) tables.set(scheme, found)
        else
          faults.push(
            fault('unknown-lender', at(['borrow', 'schemes', index]), { pack: value.borrow.pack, scheme }),
          )
      }
      const supplements = new Map<string, SupplementTables>()
      for (const [index, table] of (value.borrow.supplements ?? []).entries()) {
        const found = lender?.supplements.get(table)
        if (found) supplements.set(table, found)
        else
          faults.push(
            fault('unknown-lender', at(['borrow', 'supplements', index]), {
              pack: value.borrow.pack,
              scheme: table,
            }),
          )
      }
      if (!pack || !lender) continue
      const { readOn, why } = value.borrow
      borrowers.set(pack.id, {
        ...pack,
        hash: sha256(`${pack.hash}\n${lender.hash}`),
        borrowed: {
          from: value.from,
          lender: lender.id,
          lenderTitle: lender.title,
          readOn,
          why,
          tables,
          supplements,
          chains: chainsOf(lender, supplements),
        },
      })
    }
  for (const pack of before.values()) {
    const lending = pack.chain.map((id) => borrowers.get(id)).find((entry) => entry !== undefined)
    if (!lending?.borrowed) continue
    const own = borrowers.get(pack.id)
    packs.set(
      pack.id,
      own ?? { ...pack, hash: sha256(`${pack.hash}\n${lending.hash}`), borrowed: lending.borrowed },
    )
  }
}

/** Nobody is paid by half a chain: an order of payers is lent where all its payers are. */
function chainsOf(
  lender: Pack,
  supplements: ReadonlyMap<string, SupplementTables>,
): ReadonlyMap<string, BenefitChains> {
  return new Map(
    [...lender.chains].flatMap(([id, file]) => {
      const chains = file.chains.filter(({ stages }) => stages.every(({ table }) => supplements.has(table)))
      return chains.length > 0 ? [[id, { ...file, chains }]] : []
    }),
  )
}
