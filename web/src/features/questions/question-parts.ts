import type { Question } from '@ngopi/shared/questions'

/** The parts of the list, in the order of its tabs. */
export const questionParts = ['all', 'advance', 'floor', 'unanswered'] as const
export type QuestionPart = (typeof questionParts)[number]

type Shown = Pick<Question, 'origin' | 'answerText'>

/** Whether a question belongs to a part of the list. */
export const belongsTo = (question: Shown, part: QuestionPart): boolean => {
  if (part === 'all') return true
  return part === 'unanswered' ? !question.answerText : question.origin === part
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
  ]
    .join(' ')
    .toLowerCase()
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}
