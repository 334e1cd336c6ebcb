const NOT_A_PAGE = /^\/(api|auth|demo-idp)(\/|$)/

/** The path to return to after signing in: one of our own pages, or the start page of the side. Never another site. */
export function ownPath(asked: string | undefined, side: 'portal' | 'desk'): string {
  const start = side === 'desk' ? '/desk' : '/'
  if (asked === undefined || !asked.startsWith('/')) return start
  const base = 'http://own.invalid'
  let url: URL
  try {
    // Browsers read `\` as `/` and drop tabs and line breaks, as this parser does: `/\evil.example` is another site.
    url = new URL(asked, base)
  } catch {
    return start
  }
  if (url.origin !== base || url.pathname.startsWith('//') || NOT_A_PAGE.test(url.pathname)) return start
  return url.pathname + url.search + url.hash
}
