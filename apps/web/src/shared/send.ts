import { Offline } from './problem.ts'

/** Share of an upload that is sent, 0 to 1. */
export type Progress = (share: number) => void

export interface Reply {
  status: number
  text: string
  blob: Blob
  fileName: string | null
}

/** Sends one request; only uploads that report progress need the old XMLHttpRequest. Throws `Offline`. */
export async function send(
  method: string,
  url: string,
  headers: Record<string, string>,
  body: string | FormData | undefined,
  options: { signal?: AbortSignal; onProgress?: Progress },
): Promise<Reply> {
  if (options.onProgress && body instanceof FormData) {
    return sendWithProgress(method, url, headers, body, options.onProgress, options.signal)
  }
  let response: Response
  try {
    response = await fetch(url, { method, headers, body, signal: options.signal, credentials: 'same-origin' })
  } catch (error) {
    if (options.signal?.aborted) throw error
    throw new Offline(error)
  }
  const blob = await response.blob().catch((error: unknown) => {
    throw new Offline(error)
  })
  const isText = /json|^text\//.test(blob.type)
  return {
    status: response.status,
    text: isText ? await blob.text() : '',
    blob,
    fileName: fileNameOf(response.headers.get('content-disposition')),
  }
}

function sendWithProgress(
  method: string,
  url: string,
  headers: Record<string, string>,
  body: FormData,
  onProgress: Progress,
  signal?: AbortSignal,
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open(method, url)
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total)
    })
    request.addEventListener('load', () =>
      resolve({
        status: request.status,
        text: request.responseText,
        blob: new Blob([request.responseText]),
        fileName: null,
      }),
    )
    request.addEventListener('error', () => reject(new Offline()))
    request.addEventListener('abort', () => reject(new DOMException('upload stopped', 'AbortError')))
    signal?.addEventListener('abort', () => request.abort())
    request.send(body)
  })
}

function fileNameOf(disposition: string | null): string | null {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1]
  if (encoded) return decodeURIComponent(encoded)
  return /filename="?([^";]+)"?/i.exec(disposition ?? '')?.[1] ?? null
}
