import { Alert, Button } from 'antd'
import { Offline, Problem } from '../../shared/api.ts'
import { defineWords, useWords } from './lang.ts'
import { common } from './words.ts'

const words = defineWords(
  {
    offline: '网络连接中断',
    offlineDetail: '没有连上服务器。您填写的内容仍在本页，网络恢复后请重试。',
    unexpected: '出现了意外的问题',
    unexpectedDetail: '本页未能完成这一步。请重试；若再次出现，请把下面这句话告诉系统管理员：',
  },
  {
    offline: 'No connection',
    offlineDetail:
      'The server cannot be reached. What you typed is still on this page; try again when you are online.',
    unexpected: 'Something unexpected happened',
    unexpectedDetail:
      'This step was not completed. Try again; if it happens again, tell the administrator this sentence:',
  },
)

/** Shows why something did not work: what is wrong, where, and a way to try again. Nothing when there is no error. */
export function ProblemAlert(props: { error: unknown; onRetry?: () => void; className?: string }) {
  const text = useWords(words)
  const { retry } = useWords(common)
  if (!props.error) return null
  const { title, detail, errors } = describe(props.error, text)
  return (
    <Alert
      className={props.className}
      type="error"
      showIcon
      role="alert"
      title={title}
      description={
        <>
          {detail && <p className="flat">{detail}</p>}
          {errors.length > 0 && (
            <ul className="fault-list">
              {errors.map((fault) => (
                <li key={fault.path + fault.message}>{fault.message}</li>
              ))}
            </ul>
          )}
        </>
      }
      action={
        props.onRetry && (
          <Button size="small" onClick={props.onRetry}>
            {retry}
          </Button>
        )
      }
    />
  )
}

function describe(error: unknown, text: typeof words.zh) {
  if (error instanceof Offline) return { title: text.offline, detail: text.offlineDetail, errors: [] }
  // No problem document came back: a proxy's page, or an address the server does not have.
  if (error instanceof Problem && error.code === 'unknown')
    return { title: text.unexpected, detail: `${text.unexpectedDetail} ${error.title}`, errors: [] }
  if (error instanceof Problem) {
    const detail = [error.detail, error.mend].filter(Boolean).join(' ')
    return { title: error.title, detail, errors: [...error.errors] }
  }
  const sentence = error instanceof Error ? error.message : String(error)
  return { title: text.unexpected, detail: `${text.unexpectedDetail} ${sentence}`, errors: [] }
}
