import { addressOf } from '../../../shared/api.ts'
import { useWords } from '../../parts/lang.ts'
import type { Reply } from '../../parts/queries.ts'
import { chronicWords } from './words.ts'

type File = Reply<'getChronic'>['files'][number]

/** The papers side by side; a picture opens in its full size, anything else is downloaded. */
export function Papers(props: { regionCode: string; applicationId: string; files: readonly File[] }) {
  const text = useWords(chronicWords)
  const { regionCode, applicationId, files } = props
  if (files.length === 0) return <p className="muted flat">{text.noPapers}</p>
  return (
    <ul className="papers">
      {files.map(({ fileId, name, isImage }) => {
        const address = addressOf('chronicPaper', {
          params: { applicationId, fileId },
          query: { regionCode },
        })
        return (
          <li key={fileId}>
            <a href={address} target="_blank" rel="noreferrer" aria-label={text.open(name)}>
              {isImage && <img src={address} alt="" loading="lazy" />}
              <span>{name}</span>
            </a>
          </li>
        )
      })}
    </ul>
  )
}
