/** The mark of 一窗: a window, open to everyone, on its vermilion sill. */
export function Logo() {
  return (
    <svg viewBox="0 0 48 48" aria-hidden="true">
      <rect x="3" y="3" width="42" height="42" rx="9" fill="#0b4a53" />
      <path d="M13 37V20a11 11 0 0 1 22 0v17z" fill="#f7f3ea" />
      <path d="M13 25.5h22M24 9v16.5" stroke="#0b4a53" strokeWidth="2.5" />
      <path d="M10 37.5h28" stroke="#d8472b" strokeWidth="3.5" strokeLinecap="round" />
    </svg>
  )
}
