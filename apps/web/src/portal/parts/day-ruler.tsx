/** Working days as marks on a ruler: `on` of `all` are filled; those past `limit` show as over. */
export function DayRuler({
  on,
  all,
  limit,
  label,
}: {
  on: number
  all: number
  limit?: number
  label: string
}) {
  const marks = Array.from({ length: Math.min(Math.max(all, on), 120) }, (_, index) => index)
  return (
    <div className="ruler" role="img" aria-label={label}>
      {marks.map((index) => (
        <i key={index} className={index < on ? (index >= (limit ?? Infinity) ? 'over' : 'on') : undefined} />
      ))}
    </div>
  )
}
