import { useGet } from './queries.ts'

/** The words of a rating's reason by its code, in the reader's language; the code itself until they are read. */
export function useReasonText(): (code: string) => string {
  const { data } = useGet('ratingReasons', {}, { staleTime: Infinity })
  const texts = new Map(data?.grades.flatMap(({ reasons }) => reasons.map(({ code, text }) => [code, text])))
  return (code) => texts.get(code) ?? code
}
