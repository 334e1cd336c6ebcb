import { Drawer, Skeleton } from 'antd'
import { useState } from 'react'
import { showDay } from '../../parts/days.ts'
import { useWords } from '../../parts/lang.ts'
import { Mark } from '../../parts/Mark.tsx'
import { ProblemAlert } from '../../parts/problem.tsx'
import { useGet } from '../../parts/queries.ts'
import { adminWords } from './words.ts'
import './admin.css'

interface Wanted {
  packId: string
  documentId: string
}

/** The policy packs in force: version, hash, what each overrides, and the documents it rests on. */
export function Packs() {
  const { packs: text } = useWords(adminWords)
  const packs = useGet('listPacks', {})
  const [wanted, setWanted] = useState<Wanted | null>(null)
  return (
    <div className="page">
      <h1>{text.title}</h1>
      <p className="muted">{text.intro}</p>
      <ProblemAlert error={packs.error} onRetry={() => void packs.refetch()} />
      {packs.isLoading && <Skeleton active />}
      <div className="stack">
        {packs.data?.items.map((pack) => (
          <section key={pack.id} className="panel">
            <div className="spread">
              <h2>{pack.title}</h2>
              <span className="row">
                <code>{pack.id}</code>
                <Mark>
                  {text.version} {pack.version}
                </Mark>
                {pack.extends && (
                  <span className="muted">
                    {text.extends} <code>{pack.extends}</code>
                  </span>
                )}
              </span>
            </div>
            <p className="muted small hash">
              {text.hash} <code>{pack.hash}</code>
            </p>
            <h3>{text.documents}</h3>
            {pack.documents.length === 0 && <p className="muted">{text.noDocuments}</p>}
            <ul className="fault-list">
              {pack.documents.map((document) => (
                <li key={document.id}>
                  <button
                    type="button"
                    className="text-link"
                    onClick={() => setWanted({ packId: pack.id, documentId: document.id })}
                  >
                    {document.citation}
                  </button>{' '}
                  <span className="muted small">
                    {document.published
                      ? `${text.published} ${showDay(document.published)}`
                      : text.unknownDay}
                  </span>
                </li>
              ))}
            </ul>
            {pack.overrides.length === 0 ? (
              <p className="muted">{text.noOverrides}</p>
            ) : (
              <details>
                <summary>{text.overrides(pack.overrides.length)}</summary>
                <ul className="fault-list">
                  {pack.overrides.map((override) => (
                    <li key={override.kind + override.id}>
                      {override.kind} <code>{override.id}</code> — {text.overrideOf}{' '}
                      <code>{override.ofPack}</code>
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </section>
        ))}
      </div>
      <DocumentDrawer wanted={wanted} onClose={() => setWanted(null)} />
    </div>
  )
}

function DocumentDrawer({ wanted, onClose }: { wanted: Wanted | null; onClose: () => void }) {
  const document = useGet(
    'getDocument',
    { params: wanted ?? { packId: '', documentId: '' } },
    { enabled: wanted !== null, staleTime: Infinity },
  )
  return (
    <Drawer open={wanted !== null} onClose={onClose} title={document.data?.citation} size={760}>
      <ProblemAlert error={document.error} onRetry={() => void document.refetch()} />
      {document.isLoading && <Skeleton active />}
      {document.data && <p className="document-text">{document.data.text}</p>}
    </Drawer>
  )
}
