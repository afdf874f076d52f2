import { type SessionEvent, sessionEvent, sessionEventsApi } from '@ngopi/shared/session-events'
import { EventSourceParserStream } from 'eventsource-parser/stream'
import { addressOf, fetchSigned } from './api.ts'
import { ApiError } from './api-error.ts'

/** Nothing heard for so long, not even the sign of life every 20 s: the connection is dead; in milliseconds. */
const silence = 50_000
/** The first pause before another try, and the longest; in milliseconds. */
const firstPause = 500
const longestPause = 30_000

export interface Follower {
  readonly sessionId: string
  /** Told of each event; of `resync` too when it is not known what was missed. */
  onEvent(event: SessionEvent): void
  /** Told whether events are heard at the moment. */
  onConnected(connected: boolean): void
}

type Open = (lastId: string | undefined, signal: AbortSignal) => Promise<Response>

const openStream =
  (sessionId: string): Open =>
  (lastId, signal) =>
    fetchSigned(addressOf(sessionEventsApi.watch, { params: { id: sessionId } }), {
      headers: {
        Accept: 'text/event-stream',
        ...(lastId === undefined ? {} : { 'Last-Event-ID': lastId }),
      },
      cache: 'no-store',
      signal,
    })

/** What the session will never tell: it is gone, or not for this login. */
const isFinal = (error: unknown) =>
  error instanceof ApiError && [400, 403, 404].includes(error.status)

/**
 * Follows what happens in a session until `signal` is aborted: comes back after each end with growing pauses,
 * at once when the device says that it is online, and resumes where it was cut off.
 *
 * @throws ApiError when the session can never be followed
 */
export const followSession = async (
  follower: Follower,
  signal: AbortSignal,
  open: Open = openStream(follower.sessionId),
): Promise<void> => {
  let lastId: string | undefined
  let pause = firstPause
  while (!signal.aborted) {
    const connection = new AbortController()
    const cut = () => connection.abort()
    signal.addEventListener('abort', cut)
    globalThis.addEventListener?.('offline', cut)
    let heard = false
    let watchdog: ReturnType<typeof setTimeout> | undefined
    const alive = () => {
      clearTimeout(watchdog)
      watchdog = setTimeout(cut, silence)
    }
    try {
      alive()
      const response = await open(lastId, connection.signal)
      heard = true
      follower.onConnected(true)
      pause = firstPause
      if (lastId === undefined) follower.onEvent({ type: 'resync', at: new Date().toISOString() })
      const decoder = new TextDecoder()
      const text = new TransformStream<Uint8Array, string>({
        transform: (chunk, controller) => {
          alive()
          controller.enqueue(decoder.decode(chunk, { stream: true }))
        },
      })
      const messages = response.body
        ?.pipeThrough(text)
        .pipeThrough(new EventSourceParserStream())
        .getReader()
      for (;;) {
        const { done, value } = (await messages?.read()) ?? { done: true }
        if (done || !value) break
        follower.onEvent(sessionEvent.parse(JSON.parse(value.data)))
        lastId = value.id ?? lastId
      }
    } catch (error) {
      if (isFinal(error)) throw error
      // Whatever cut it off, it is tried again.
    } finally {
      clearTimeout(watchdog)
      signal.removeEventListener('abort', cut)
      globalThis.removeEventListener?.('offline', cut)
      connection.abort()
    }
    if (signal.aborted) return
    // A stream ends with its token; only one that cannot be had again is worth a word.
    if (!heard) follower.onConnected(false)
    // Many desks that were cut off together do not come back together.
    await rest(pause * (0.5 + Math.random()), signal)
    pause = Math.min(pause * 2, longestPause)
  }
}

/** Waits so many milliseconds, or until the device is online again. */
const rest = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const wake = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', wake)
      globalThis.removeEventListener?.('online', wake)
      resolve()
    }
    const timer = setTimeout(wake, milliseconds)
    signal.addEventListener('abort', wake)
    globalThis.addEventListener?.('online', wake)
  })
