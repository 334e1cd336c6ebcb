import type { Fault, Parsed } from '../src/fault.ts'

/** The fault of a text that must not be readable. */
export function faultOf(result: Parsed<unknown>): Fault {
  if (result.ok) throw new Error(`was read as ${JSON.stringify(result.value)}`)
  return result.fault
}

/** What a fault tells: its code, and whether it says where, and how to mend in both languages. */
export function told(result: Parsed<unknown>, where: string) {
  const { code, sentences } = faultOf(result)
  return {
    code,
    saysWhere: sentences['zh-CN'].includes(where) || sentences['zh-CN'],
    mendsInChinese: sentences['zh-CN'].includes('请') || sentences['zh-CN'],
    mendsInEnglish: /check|correct|compare|look|give|type|choose/i.test(sentences.en) || sentences.en,
  }
}

export function wellTold(code: string) {
  return { code, saysWhere: true, mendsInChinese: true, mendsInEnglish: true }
}
