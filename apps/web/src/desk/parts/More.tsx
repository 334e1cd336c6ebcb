import { Button } from 'antd'
import { useWords } from './lang.ts'
import { common } from './words.ts'

/** Continues a list where it stopped; nothing when it is at its end. */
export function More(props: {
  hasNextPage: boolean
  isFetchingNextPage: boolean
  fetchNextPage: () => unknown
}) {
  const text = useWords(common)
  if (!props.hasNextPage) return null
  return (
    <p className="more">
      <Button loading={props.isFetchingNextPage} onClick={() => props.fetchNextPage()}>
        {text.loadMore}
      </Button>
    </p>
  )
}
