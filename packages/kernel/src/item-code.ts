import { plainCharacters } from './characters.ts'
import { parseCreditCode } from './credit-code.ts'
import { faulty, parsed } from './fault.ts'
import type { Parsed } from './fault.ts'

/**
 * Code of a government-service item: 12 characters of the basic catalogue (基本编码), or 31 of an implementing body's own
 * list (实施编码), which begin with that body's credit code and level and end with the 12.
 */
export interface ItemCode {
  readonly basic: string
  /** region of the basic catalogue: `00` national, else a province */
  readonly region: string
  /** e.g. `05` benefit payment (行政给付), `07` confirmation (行政确认), `20` public service (公共服务) */
  readonly type: string
  /** department and sequence */
  readonly item: string
  /** `000` for an item without sub-items */
  readonly subItem: string
  readonly implementation?: {
    readonly code: string
    readonly body: string
    /** level at which the power is used, e.g. `3` city */
    readonly level: string
  }
}

export type ItemCodeFault = 'length' | 'character' | 'body'

/** Reads a basic code of 12 digits or an implementation code of 31 characters. */
export function parseItemCode(text: string): Parsed<ItemCode, ItemCodeFault> {
  const code = plainCharacters(text)
  if (code.length !== 12 && code.length !== 31)
    return faulty(
      'length',
      `事项编码应为 12 位（基本编码）或 31 位（实施编码），现为 ${code.length} 位。请核对是否多录或漏录。`,
      `An item code has 12 characters (basic) or 31 (implementation); this one has ${code.length}. Look for a missing or extra one.`,
      { length: String(code.length) },
    )
  const start = code.length - 12
  const stranger = /\D/.exec(code.slice(Math.max(start - 1, 0)))
  if (stranger) {
    const position = String(Math.max(start - 1, 0) + stranger.index + 1)
    return faulty(
      'character',
      `事项编码第 ${position} 位应为数字。请对照事项清单改正。`,
      `Character ${position} of the item code must be a digit. Correct it from the list of items.`,
      { position },
    )
  }
  const basic = code.slice(start)
  const parts = {
    basic,
    region: basic.slice(0, 2),
    type: basic.slice(2, 4),
    item: basic.slice(4, 9),
    subItem: basic.slice(9),
  }
  if (start === 0) return parsed(parts)
  const body = parseCreditCode(code.slice(0, 18))
  if (!body.ok) {
    const { sentences, values, code: reason } = body.fault
    return faulty(
      'body',
      `事项编码前 18 位应为实施主体的统一社会信用代码。${sentences['zh-CN']}`,
      `The first 18 characters of the item code must be the credit code of the implementing body. ${sentences.en}`,
      { ...values, reason },
    )
  }
  return parsed({ ...parts, implementation: { code, body: body.value.code, level: code.charAt(18) } })
}
