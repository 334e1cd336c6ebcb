/** A call of an institution as it was answered. */
export interface RecentCall {
  readonly at: Date
  /** number of the transaction; null when the message was turned away unread */
  readonly infno: string | null
  readonly outcome: 'accepted' | 'refused' | 'turned-away'
  /** what the institution was told */
  readonly reason: string | null
}

/** The last calls of each institution, for whoever helps to connect it; of this process, gone with it. */
export interface RecentCalls {
  readonly since: Date
  note(institutionCode: string, call: RecentCall): void
  /** newest first */
  of(institutionCode: string): readonly RecentCall[]
}

const KEPT = 30
const MOST_INSTITUTIONS = 5000
const LONGEST_REASON = 300

export function openRecentCalls(since = new Date()): RecentCalls {
  const calls = new Map<string, RecentCall[]>()
  return {
    since,
    note(institutionCode, call) {
      let own = calls.get(institutionCode)
      if (!own) {
        if (calls.size >= MOST_INSTITUTIONS) calls.clear()
        calls.set(institutionCode, (own = []))
      }
      own.push(call)
      if (own.length > 2 * KEPT) own.splice(0, own.length - KEPT)
    },
    of: (institutionCode) => (calls.get(institutionCode) ?? []).slice(-KEPT).toReversed(),
  }
}

/** What an answered message was and became, read from its texts without parsing them whole. */
export function callOf(sent: string, answered: string, at: Date): RecentCall {
  const infno = /"infno"\s*:\s*"([^"]{1,20})"/.exec(sent)?.[1] ?? null
  const accepted = /"infcode"\s*:\s*"?0"?\s*[,}]/.test(answered)
  if (accepted) return { at, infno, outcome: 'accepted', reason: null }
  const reason = /"err_msg"\s*:\s*"((?:[^"\\]|\\.)*)"/.exec(answered)?.[1]
  return { at, infno, outcome: 'refused', reason: reason?.slice(0, LONGEST_REASON) ?? null }
}
