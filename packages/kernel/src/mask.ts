/** What stands in for a hidden character. */
const STAR = '*'

/** A person's name: `*明`, `王*明`, and from four characters on the first and the last. */
export function maskName(name: string): string {
  const characters = Array.from(name.trim())
  const last = characters.at(-1) ?? ''
  if (characters.length < 2) return STAR.repeat(characters.length)
  if (characters.length === 2) return `${STAR}${last}`
  return `${characters[0]}${STAR.repeat(characters.length - 2)}${last}`
}

/** A mobile number: `138****5678`. Another number keeps its last four digits, or its last two when it is short. */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/[\s-]/g, '')
  if (/^1\d{10}$/.test(digits)) return `${digits.slice(0, 3)}****${digits.slice(-4)}`
  return hideAllBut(digits, digits.length >= 7 ? 4 : 2)
}

/** An identity number for staff: first six and last four (`110105********002X`). */
export function maskResidentId(id: string): string {
  if (id.length < 15) return hideAllBut(id, 2)
  return `${id.slice(0, 6)}${STAR.repeat(id.length - 10)}${id.slice(-4)}`
}

/** A bank account: its last four digits (`**** **** **** 0123` without the spaces). */
export function maskBankAccount(account: string): string {
  const characters = account.replace(/[\s-]/g, '')
  return hideAllBut(characters, characters.length >= 8 ? 4 : 2)
}

/** At least half of a short text stays hidden. */
function hideAllBut(text: string, shown: number): string {
  const end = Math.min(shown, Math.floor(text.length / 2))
  return `${STAR.repeat(text.length - end)}${end === 0 ? '' : text.slice(-end)}`
}
