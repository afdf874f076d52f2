import { Badge, Button, Group, Text } from '@mantine/core'
import type { Question, QuestionState } from '@ngopi/shared/questions'
import type { ReactNode } from 'react'
import { useT } from '../../i18n.tsx'
import { Day } from '../../lib/time.tsx'
import { paths } from '../../paths.ts'
import entry from '../../ui/entry-list.module.css'
import { AppLink } from '../../ui/link.tsx'
import { commitmentStrings } from '../commitments/commitment.strings.ts'
import { askerOf } from './question-parts.ts'
import { questionsStrings } from './questions.strings.ts'

/** What may be done with a question; absent for those who only read. */
export interface QuestionActions {
  open: (question: Question) => void
  commitment: (question: Question) => void
  changeState: (question: Question, state: QuestionState) => void
}

const turns: Record<QuestionState, readonly QuestionState[]> = {
  waiting: ['live', 'set_aside'],
  live: ['answered', 'set_aside', 'waiting'],
  set_aside: ['waiting'],
  answered: [],
}

const Outcome = ({ question }: { question: Question }) => {
  const t = useT(questionsStrings)
  const promised = useT(commitmentStrings)
  return (
    <>
      {question.answerText ? (
        <div className={entry.answer}>
          {question.answerText}
          {question.answeredBy && (
            <Text size="xs" c="dimmed">
              {t('answeredBy', { name: question.answeredBy })}
            </Text>
          )}
        </div>
      ) : (
        question.state !== 'answered' && <Text c="dimmed">{t('unanswered')}</Text>
      )}
      {question.commitments.map((one) => (
        <Text key={one.id} size="xs" mt={4}>
          {t('promise')}: {one.text} · <Day day={one.dueOn} /> · {promised(`state.${one.state}`)}
        </Text>
      ))}
      {question.coverage.map((one) => (
        <Text key={one.id} size="xs" mt={4}>
          <AppLink to={paths.coverage(one.id)}>{t('published', { title: one.title })}</AppLink>
        </Text>
      ))}
    </>
  )
}

/** One question with what came of it below, and what can be done with it now. */
export const QuestionItem = ({
  question,
  actions,
  children,
}: {
  question: Question
  actions: QuestionActions | undefined
  /** Before it: what it is dragged by. */
  children?: ReactNode
}) => {
  const t = useT(questionsStrings)
  return (
    <div className={entry.item} data-state={question.state}>
      {children}
      <div className={entry.body}>
        <Text size="xs" c="dimmed" component="div" className={entry.meta}>
          <span>{askerOf(question) || t('someone')}</span>
          <span>{t(`origin.${question.origin}`)}</span>
          {question.topic && <span>{question.topic}</span>}
          {question.offRecord && (
            <Badge variant="outline" color="gray" radius="sm" tt="none" fw={600}>
              {t('offRecord')}
            </Badge>
          )}
        </Text>
        <p className={entry.question}>{question.text}</p>
        <Outcome question={question} />
      </div>
      {actions && (
        <Group gap={4} className={entry.acts}>
          {turns[question.state].map((state) => (
            <Button
              key={state}
              size="compact-sm"
              variant={state === 'live' ? 'default' : 'subtle'}
              onClick={() => actions.changeState(question, state)}
            >
              {t(`act.${state}`)}
            </Button>
          ))}
          <Button size="compact-sm" variant="subtle" onClick={() => actions.open(question)}>
            {t(question.answerText ? 'open' : 'answer')}
          </Button>
          <Button size="compact-sm" variant="subtle" onClick={() => actions.commitment(question)}>
            {t('promise')}
          </Button>
        </Group>
      )}
    </div>
  )
}
