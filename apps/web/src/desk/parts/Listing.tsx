import { Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { Empty } from './Empty.tsx'
import { More } from './More.tsx'
import { ProblemAlert } from './problem.tsx'
import { ScrollRegion } from './ScrollRegion.tsx'

interface List<Row> {
  items: readonly Row[]
  first: unknown
  error: unknown
  isLoading: boolean
  hasNextPage: boolean
  isFetchingNextPage: boolean
  fetchNextPage: () => unknown
  refetch: () => unknown
}

/** A list of `usePages`: what failed, that it loads, why it is empty, its rows, and how it goes on. */
export function Listing<Row>(props: {
  list: List<Row>
  /** Why it is empty, and what one can do. */
  empty: string
  teach?: ReactNode
  children: (rows: readonly Row[]) => ReactNode
}) {
  const { list } = props
  return (
    <>
      <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
      {list.isLoading && <Skeleton active />}
      {list.first !== undefined && !list.error && list.items.length === 0 && (
        <Empty title={props.empty}>{props.teach && <p>{props.teach}</p>}</Empty>
      )}
      {list.items.length > 0 && props.children(list.items)}
      <More {...list} />
    </>
  )
}

export interface Column<Row> {
  title: string
  className?: 'num' | 'nowrap' | 'detail'
  cell: (row: Row) => ReactNode
}

/** A table of rows that scrolls in its own place when it is wider than the page. */
export function RowTable<Row>(props: {
  label: string
  rows: readonly Row[]
  keyOf: (row: Row) => string
  columns: readonly Column<Row>[]
}) {
  return (
    <ScrollRegion label={props.label}>
      <table className="plain">
        <thead>
          <tr>
            {props.columns.map(({ title, className }) => (
              <th key={title} scope="col" className={className}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={props.keyOf(row)}>
              {props.columns.map(({ title, className, cell }) => (
                <td key={title} className={className}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}
