import { Button, Modal } from 'antd'
import { useEffect, useState } from 'react'
import { useWords } from '../parts/lang.ts'
import { queryClient } from '../parts/queries.ts'
import { sessionEnded } from '../parts/session-ended.ts'
import { call } from '../../shared/api.ts'
import { signInAddress } from './SignIn.tsx'
import { shellWords } from './words.ts'

/** Opens over the page when the session has ended: the page and what was typed stay behind it. */
export function SessionEnded() {
  const [open, setOpen] = useState(false)
  const { ended } = useWords(shellWords)
  useEffect(() => sessionEnded.listen(() => setOpen(true)), [])

  const goOn = async () => {
    const session = await call('getSession')
    if (!session.staff) return
    setOpen(false)
    await queryClient.invalidateQueries()
  }
  return (
    <Modal
      open={open}
      title={ended.title}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={null}
    >
      <p>{ended.text}</p>
      <p className="row">
        <Button type="primary" href={signInAddress()}>
          {ended.again}
        </Button>
        <Button onClick={() => void goOn()}>{ended.checked}</Button>
      </p>
    </Modal>
  )
}
