import { useEffect, useState } from 'react'
import { call } from '../../shared/api.ts'

let addresses: Promise<Map<string, string>> | undefined

async function loadAddresses(): Promise<Map<string, string>> {
  const { items } = await call('listPacks')
  return new Map(
    items.flatMap((pack) =>
      pack.documents.map((document) => [
        document.citation,
        `/documents/${encodeURIComponent(pack.id)}/${encodeURIComponent(document.id)}`,
      ]),
    ),
  )
}

/** Page of the document with this citation; undefined while looking, null when no pack holds it. */
export function useDocumentAddress(citation: string): string | null | undefined {
  const [address, setAddress] = useState<string | null>()
  useEffect(() => {
    addresses ??= loadAddresses()
    addresses
      .then((known) => setAddress(known.get(citation) ?? null))
      .catch(() => {
        addresses = undefined // ask again next time
        setAddress(null)
      })
  }, [citation])
  return address
}
