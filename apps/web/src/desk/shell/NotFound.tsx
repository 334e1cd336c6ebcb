import { Link } from 'wouter'
import { useWords } from '../parts/lang.ts'
import { shellWords } from './words.ts'

/** Nothing here: the address is wrong, or the page belongs to another role. Says what to do next. */
export function NotFound({ kind }: { kind: 'address' | 'role' }) {
  const { notFound } = useWords(shellWords)
  return (
    <div className="page narrow">
      <h1>{notFound[kind]}</h1>
      <p>{kind === 'role' ? notFound.roleText : notFound.addressText}</p>
      <p>
        <Link href="/">{notFound.home}</Link>
      </p>
    </div>
  )
}
