import type { Endpoint, RequestOf, ResponseOf } from '@ngopi/shared/endpoint'
import { currentLocale } from '../i18n.tsx'
import { errorFrom, unreachable } from './api-error.ts'
import { asOneIntent } from './intent.ts'
import { currentSession, currentToken, refreshSession } from './session.ts'

export interface CallOptions {
  readonly signal?: AbortSignal | undefined
}

interface AnyRequest {
  readonly params?: unknown
  readonly query?: unknown
  readonly body?: unknown
}

/** `request` may be left out when the endpoint needs nothing. */
export type CallArgs<E extends Endpoint, Rest extends unknown[] = [options?: CallOptions]> =
  Record<never, never> extends RequestOf<E>
    ? [request?: RequestOf<E>, ...rest: Rest]
    : [request: RequestOf<E>, ...rest: Rest]

const entries = (value: unknown): [string, unknown][] => Object.entries(value ?? {})

/** `/api/sessions/:id?status=draft,done`; lists become one comma-separated value. */
export const addressOf = (endpoint: Endpoint, request: AnyRequest = {}): string => {
  const path = entries(request.params).reduce<string>(
    (url, [name, value]) => url.replace(`:${name}`, encodeURIComponent(String(value))),
    endpoint.url,
  )
  const search = new URLSearchParams(
    entries(request.query)
      .filter(([, value]) => value !== undefined && value !== null && value !== '')
      .filter(([, value]) => !(Array.isArray(value) && value.length === 0))
      .map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : String(value)]),
  ).toString()
  return search ? `${path}?${search}` : path
}

/**
 * `fetch` with the login: bearer token, language, and one silent renewal after a 401. For what
 * `call` does not cover (uploads, event streams, files). Throws `ApiError` unless 2xx.
 */
export const fetchSigned = async (address: string, init: RequestInit = {}): Promise<Response> => {
  const send = () => {
    const headers = new Headers(init.headers)
    headers.set('Accept-Language', currentLocale())
    const token = currentToken()
    if (token) headers.set('Authorization', `Bearer ${token}`)
    return fetch(address, { ...init, headers }).catch((cause: unknown) => {
      // A request taken back by its caller is no failure of the network.
      if (init.signal?.aborted) throw cause
      throw unreachable(cause)
    })
  }
  // Somebody the device alone remembers: the server is asked for a token first.
  if (!currentToken() && currentSession().state === 'in') await refreshSession()
  const used = currentToken()
  let response = await send()
  if (response.status === 401 && used && (currentToken() !== used || (await refreshSession())))
    response = await send()
  if (!response.ok) throw await errorFrom(response)
  return response
}

/**
 * Calls an endpoint of the contract; answers typed, throws `ApiError`. A write that is asked for twice is done once:
 * see `asOneIntent`.
 */
export const call = <const E extends Endpoint>(
  endpoint: E,
  ...[request, options = {}]: CallArgs<E>
): Promise<ResponseOf<E>> => callWith(endpoint, request, options)

/** As `call`, for what passes on a request that was checked before. */
export const callWith = async <E extends Endpoint>(
  endpoint: E,
  request: RequestOf<E> | undefined,
  options: CallOptions = {},
): Promise<ResponseOf<E>> => {
  const { body } = (request ?? {}) as AnyRequest
  const address = addressOf(endpoint, request)
  const text = body === undefined ? undefined : JSON.stringify(body)
  const send = async (idempotencyKey?: string) => {
    const headers: Record<string, string> = { Accept: 'application/json' }
    if (text !== undefined) headers['Content-Type'] = 'application/json'
    if (idempotencyKey) headers['Idempotency-Key'] = idempotencyKey
    const response = await fetchSigned(address, {
      method: endpoint.method,
      headers,
      ...(text === undefined ? {} : { body: text }),
      ...(options.signal ? { signal: options.signal } : {}),
    })
    const answer: unknown = response.status === 204 ? undefined : await response.json()
    // The server serialises by the same contract, so the shape needs no second check here.
    return answer as ResponseOf<E>
  }
  // A question that is asked by POST can be taken back; a login has nobody yet to keep an answer for.
  const writes = endpoint.method === 'POST' && !options.signal && !('public' in endpoint.config)
  return writes ? asOneIntent(`${address} ${text ?? ''}`, send) : send()
}
