import type { SessionEvent } from '@ngopi/shared/session-events'
import { describe, expect, it, vi } from 'vitest'
import { ApiError } from './api-error.ts'
import { followSession } from './session-events.ts'

const at = '2025-10-29T02:05:00.000Z'
const sessionId = '0199a0b2-0000-7000-8000-000000000001'
const event = (id: number) =>
  `id: ${id}\nevent: session\ndata: ${JSON.stringify({ type: 'session', at, sessionId })}\n\n`

/** A stream that says this and ends. */
const saying = (...chunks: string[]) =>
  new Response(
    new ReadableStream<Uint8Array>({
      start: (controller) => {
        for (const chunk of chunks) controller.enqueue(new TextEncoder().encode(chunk))
        controller.close()
      },
    }),
  )

/** Follows through these answers, then stops. */
const follow = async (...answers: (Response | Error)[]) => {
  const heard: string[] = []
  const asked: (string | undefined)[] = []
  const stop = new AbortController()
  const follower = {
    sessionId,
    onEvent: (one: SessionEvent) => void heard.push(one.type),
    onConnected: (connected: boolean) => void heard.push(connected ? 'on' : 'off'),
  }
  vi.useFakeTimers()
  try {
    const following = followSession(follower, stop.signal, async (lastId) => {
      asked.push(lastId)
      const answer = answers.shift()
      if (answer instanceof Response) return answer
      if (answers.length === 0) stop.abort()
      throw answer ?? new Error('the end')
    })
    const ended = following.then(
      () => undefined,
      (error: unknown) => error,
    )
    await vi.advanceTimersByTimeAsync(120_000)
    return { told: heard, asked, error: await ended }
  } finally {
    vi.useRealTimers()
  }
}

describe('followSession', () => {
  it('reads the list at first, and resumes after the last event heard', async () => {
    const { told: heard, asked } = await follow(
      saying('id: 6\n\n', event(7).slice(0, 20), `${event(7).slice(20)}:\n\n${event(8)}`),
      saying(event(9)),
    )
    expect(heard).toEqual(['on', 'resync', 'session', 'session', 'on', 'session'])
    expect(asked).toEqual([undefined, '8', '9'])
  })

  it('says that nothing is heard only when it cannot come back', async () => {
    const offline = new ApiError({ status: 0, code: 'offline', message: '' })
    const { told: heard } = await follow(saying(event(1)), offline, offline, saying(event(2)))
    expect(heard).toEqual(['on', 'resync', 'session', 'off', 'off', 'on', 'session'])
  })

  it('gives up where there is nothing to follow', async () => {
    const gone = new ApiError({ status: 404, code: 'not_found', message: '' })
    const { asked, error } = await follow(gone, saying(event(1)))
    expect(error).toBe(gone)
    expect(asked).toHaveLength(1)
  })
})
