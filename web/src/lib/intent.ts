import { ApiError } from './api-error.ts'
import { randomId } from './random-id.ts'

interface Intent {
  readonly key: string
  /** Under way; undefined once it ended without an answer. */
  running: Promise<unknown> | undefined
}

const intents = new Map<string, Intent>()

/** Whether it is known what became of a request: the server itself spoke, and not only something before it. */
const isAnswered = (error: unknown) =>
  error instanceof ApiError && error.status !== 0 && ![502, 503, 504].includes(error.status)

/**
 * One intended act, one effect. The same act asked for again while it is under way is that act; asked for again after
 * it got no answer it carries the same key, so that the server does it once. With its answer an act is over: the next
 * one like it is another.
 *
 * @param intentName what tells it from others: where it goes and what it says
 */
export const asOneIntent = <T>(
  intentName: string,
  send: (key: string) => Promise<T>,
): Promise<T> => {
  const intent: Intent = intents.get(intentName) ?? { key: randomId(), running: undefined }
  intents.set(intentName, intent)
  intent.running ??= send(intent.key).then(
    (answer) => {
      intents.delete(intentName)
      return answer
    },
    (error: unknown) => {
      if (isAnswered(error)) intents.delete(intentName)
      intent.running = undefined
      throw error
    },
  )
  return intent.running as Promise<T>
}
