import type { AccessBook } from './access-book.ts'
import { sameText } from './profiles/crypto.ts'
import { makeToken, TOKEN_SECONDS } from './profiles/index.ts'

export interface TokenAnswer {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
}

/** Answers `/auth/oauth/token` as RFC 6749 has it for client credentials: HTTP Basic with client id and secret. */
export async function tokenReply(
  book: AccessBook,
  authorization: string | undefined,
  now: Date,
): Promise<TokenAnswer> {
  const basic = /^basic ([A-Za-z0-9+/=]{1,1000})$/i.exec(authorization ?? '')?.[1]
  const [, clientId, secret] =
    /^([^:]+):(.*)$/s.exec(Buffer.from(basic ?? '', 'base64').toString('utf8')) ?? []
  if (clientId === undefined || secret === undefined)
    return refused(400, 'invalid_request', '缺少 Basic 认证头')
  for (const access of await book.find('oauth-sm', clientId)) {
    const valid = access.from <= now.getTime() && now.getTime() < access.until
    if (!valid || !sameText(secret, access.keys.secret)) continue
    // A token must not outlive the secret it was given for.
    const until = Math.min(now.getTime() + TOKEN_SECONDS * 1000, access.until)
    return {
      status: 200,
      body: {
        access_token: makeToken(clientId, access.keys.secret, until),
        token_type: 'bearer',
        expires_in: Math.floor((until - now.getTime()) / 1000),
        scope: 'all',
      },
    }
  }
  return refused(401, 'invalid_client', '客户端编号或密钥不正确')
}

function refused(status: number, error: string, description: string): TokenAnswer {
  return { status, body: { error, error_description: description } }
}
