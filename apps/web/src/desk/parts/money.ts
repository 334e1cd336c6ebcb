import { formatYuan, parseYuan, sumFen, type Fen } from '@yichuang/kernel'
import { money } from '../../shared/format.ts'

/** Cleans an amount as people type or paste it: `￥1，234.5 ` becomes `1234.5`. */
export function plainAmount(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[¥￥元,\s]/g, '')
    .trim()
}

/** Fen of a typed amount; undefined for anything that is not a non-negative amount with at most two decimals. */
export function typedFen(text: string): Fen | undefined {
  const fen = parseYuan(plainAmount(text))
  return fen === undefined || fen < 0 ? undefined : fen
}

/** Sum of typed amounts in fen, and how many of them could not be read. */
export function sumTyped(amounts: readonly string[]): { sum: Fen; unread: number } {
  const read = amounts.filter((text) => text.trim() !== '').map(typedFen)
  const good = read.filter((fen) => fen !== undefined)
  return { sum: sumFen(good), unread: read.length - good.length }
}

/** `123456` as `¥1,234.56`. */
export function showFen(fen: Fen): string {
  return money(formatYuan(fen))
}

/** `"1234.56"` as `¥1,234.56`; a text that is no amount stays as it is, nothing is a dash. */
export function showYuan(text: string | null | undefined): string {
  return text ? money(text) : '—'
}

const PERCENT = /^(\d{1,3})(?:\.(\d{1,4}))?$/

/** Typed per cent as the ratio text of the contract: `10` → `0.1`; undefined when not between 0 and 100. */
export function ratioFromPercent(text: string): string | undefined {
  const match = PERCENT.exec(text.normalize('NFKC').replace(/[%\s]/g, ''))
  if (!match) return undefined
  const millionths = Number(match[1]) * 10_000 + Number((match[2] ?? '').padEnd(4, '0'))
  if (millionths > 1_000_000) return undefined
  if (millionths === 1_000_000) return '1'
  const fraction = String(millionths).padStart(6, '0').replace(/0+$/, '')
  return fraction ? `0.${fraction}` : '0'
}

/** Ratio text as per cent for typing: `0.1` → `10`. */
export function percentFromRatio(ratio: string): string {
  return String(Number((Number(ratio) * 100).toFixed(4)))
}
