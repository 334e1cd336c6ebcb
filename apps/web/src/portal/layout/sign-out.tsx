import { useState } from 'react'
import { useLocation } from 'wouter'
import { call } from '../../shared/api.ts'
import { countLocal, forgetDrafts } from '../drafts/local-draft.ts'
import { Confirm } from '../parts/confirm.tsx'
import { useSession } from '../session.ts'
import { useTexts } from '../texts.ts'

/** Signs out, and asks first when something typed is on this device only: it has to go with the person. */
export function SignOut({ personId }: { personId: string }) {
  const t = useTexts()
  const { reload } = useSession()
  const [, navigate] = useLocation()
  const [unsaved, setUnsaved] = useState(0)
  const signOut = async () => {
    setUnsaved(0)
    await call('endSession').catch(() => undefined) // an ended session cannot be ended again
    await forgetDrafts() // the next person at this device must not find what was typed
    await reload()
    navigate('/')
  }
  const ask = async () => {
    const count = await countLocal(personId)
    if (count === 0) await signOut()
    else setUnsaved(count)
  }
  return (
    <>
      <button type="button" onClick={() => void ask()}>
        {t.signOut}
      </button>
      {unsaved > 0 && (
        <Confirm
          title={t.unsaved.title(unsaved)}
          yes={t.unsaved.yes}
          onYes={() => void signOut()}
          onClose={() => setUnsaved(0)}
        >
          <p>{t.unsaved.text}</p>
        </Confirm>
      )}
    </>
  )
}
