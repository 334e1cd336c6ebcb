import { SearchOutlined } from '@ant-design/icons'
import { Input, type InputRef } from 'antd'
import { useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { useKeys } from '../parts/keys.ts'
import { useWords } from '../parts/lang.ts'
import { shellWords } from './words.ts'

/** Finds a case from anywhere; `/` comes here. */
export function SearchBox() {
  const text = useWords(shellWords)
  const field = useRef<InputRef>(null)
  const [typed, setTyped] = useState('')
  const [, navigate] = useLocation()
  useKeys({ '/': () => field.current?.focus({ cursor: 'all' }) })
  const find = () => {
    if (typed.trim().length >= 2) navigate(`/search?q=${encodeURIComponent(typed.trim())}`)
  }
  return (
    <search className="search-box">
      <Input
        ref={field}
        type="search"
        value={typed}
        prefix={<SearchOutlined aria-hidden />}
        suffix={<kbd aria-hidden>/</kbd>}
        aria-label={`${text.searchLabel}：${text.searchHint}`}
        placeholder={text.searchHint}
        onChange={({ target }) => setTyped(target.value)}
        onPressEnter={find}
        onKeyDown={({ key, currentTarget }) => key === 'Escape' && currentTarget.blur()}
      />
    </search>
  )
}
