import type { PlainDate } from '@yichuang/kernel'
import type { SettlementRow } from './settlement.queries.ts'

/** A bill of a settlement, as the registry of bills knows bills. */
export interface SettledBill {
  readonly code: string
  readonly number: string
  readonly settlementId: string
  readonly hospitalName: string
  readonly settledOn: PlainDate
}

// 医疗收费电子票据: 8 digits of code, 10 of number. 税务发票: 12 and 8.
const SHAPES = [/^(\d{8})(\d{10})$/, /^(\d{12})(\d{8})$/]

/**
 * The bill an invoice number (invono) stands for, so that it cannot be claimed again by hand. Undefined where the client
 * sends the number without the code: numbers alone are not one bill's only.
 */
export function billOf(
  row: Pick<SettlementRow, 'invoice' | 'settlementId' | 'settledOn'>,
  hospitalName: string,
): SettledBill | undefined {
  const digits = row.invoice?.replace(/[\s-]/g, '') ?? ''
  for (const shape of SHAPES) {
    const [, code, number] = shape.exec(digits) ?? []
    if (code !== undefined && number !== undefined) {
      const { settlementId, settledOn } = row
      return { code, number, settlementId, hospitalName, settledOn }
    }
  }
  return undefined
}
