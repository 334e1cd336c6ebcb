/** A moment as replies carry it, 17 digits of China time: `yyyyMMddHHmmssSSS`. */
export function timestamp17(instant: Date): string {
  return chinaDigits(instant)
}

/** The id of a reply (接收方报文ID): region, second, ten digits of a counter; 30 characters. */
export function replyId(region: string, instant: Date, sequence: number): string {
  return `${sixDigits(region)}${chinaDigits(instant).slice(0, 14)}${digits(sequence, 10)}`
}

/** The id of a visit or settlement (就诊ID, 结算ID): region, millisecond, eleven digits of a counter; 30 characters. */
export function recordId(region: string, instant: Date, sequence: number): string {
  return `${sixDigits(region)}${digits(instant.getTime(), 13)}${digits(sequence, 11)}`
}

/** The number of a person (人员编号): region and twenty digits; 26 characters. */
export function personNumber(region: string, sequence: number): string {
  return `${sixDigits(region)}${digits(sequence, 20)}`
}

/** `yyyy-MM-dd HH:mm:ss` in China at an instant. */
export function chinaDateTime(instant: Date): string {
  return china(instant).slice(0, 19).replace('T', ' ')
}

function chinaDigits(instant: Date): string {
  return china(instant).replace(/\D/g, '')
}

function china(instant: Date): string {
  return new Date(instant.getTime() + 8 * 3_600_000).toISOString()
}

function sixDigits(region: string): string {
  if (!/^\d{6}$/.test(region)) throw new RangeError('A region has six digits')
  return region
}

function digits(number: number, length: number): string {
  if (!Number.isSafeInteger(number) || number < 0 || String(number).length > length)
    throw new RangeError(`A counter is a whole number of at most ${length} digits`)
  return String(number).padStart(length, '0')
}
