/** Figures as a table; the first column names the row. */
export function SimpleTable(props: {
  caption: string
  head: readonly string[]
  rows: readonly (readonly (string | number)[])[]
}) {
  return (
    <table className="plain">
      <caption>{props.caption}</caption>
      <thead>
        <tr>
          {props.head.map((name, index) => (
            <th key={name} scope="col" className={index > 0 ? 'num' : undefined}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => (
          <tr key={row[0]}>
            {row.map((value, index) => (
              <td key={props.head[index]} className={index > 0 ? 'num' : undefined}>
                {value}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
