import type { Question } from '@ngopi/shared/questions'

/** The parts of the list, in the order of its tabs. */
export const questionParts = ['all', 'advance', 'floor', 'unanswered'] as const
export type QuestionPart = (typeof questionParts)[number]

type Shown = Pick<Question, 'origin' | 'state'>

/** Whether a question belongs to a part of the list. */
export const belongsTo = (question: Shown, part: QuestionPart): boolean => {
  if (part === 'all') return true
  return part === 'unanswered'
    ? question.state === 'waiting' || question.state === 'live'
    : question.origin === part
}

/** Whether every word typed occurs in the question, its topic, answer, asker or outlet. */
export const mentions = (question: Question, typed: string): boolean => {
  const text = [
    question.text,
    question.topic,
    question.answerText,
    question.answeredBy,
    question.journalist?.fullName,
    question.outlet?.name,
    question.askerName,
  ]
    .join(' ')
    .toLowerCase()
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}

/** Who asks, with the outlet; empty when nobody was recorded. */
export const askerOf = ({ journalist, askerName, outlet }: Question): string =>
  [journalist?.fullName ?? askerName, outlet?.name].filter(Boolean).join(', ')

/** Questions by topic, each topic where its first question stands; without one under the empty text. */
export function byTopic(questions: readonly Question[]): [string, Question[]][] {
  const topics = new Map<string, Question[]>()
  for (const one of questions)
    topics.set(one.topic ?? '', [...(topics.get(one.topic ?? '') ?? []), one])
  return [...topics]
}

/** The list with the waiting ones in another order; the others stay where they are. */
export function reordered(all: readonly Question[], ids: readonly string[]): Question[] {
  const waiting = ids.flatMap((id) => all.find((one) => one.id === id) ?? [])
  let next = 0
  return all.map((one) => (one.state === 'waiting' ? (waiting[next++] ?? one) : one))
}
