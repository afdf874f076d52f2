import { Badge, Button, Text } from '@mantine/core'
import type { Question } from '@ngopi/shared/questions'
import { useT } from '../../i18n.tsx'
import { questionsMessages } from './messages.ts'
import classes from './questions.module.css'

/** One question with its answer below it, to be read. */
export const QuestionItem = ({
  question,
  onOpen,
}: {
  question: Question
  onOpen: (() => void) | undefined
}) => {
  const t = useT(questionsMessages)
  const who = question.journalist
    ? [question.journalist.fullName, question.outlet?.name].filter(Boolean).join(', ')
    : (question.outlet?.name ?? t('someone'))
  return (
    <li className={classes.item}>
      <div className={classes.body}>
        <Text size="xs" c="dimmed" component="div" className={classes.meta}>
          <span>{who}</span>
          <span>{t(`origin.${question.origin}`)}</span>
          {question.topic && <span>{question.topic}</span>}
          {question.offRecord && (
            <Badge variant="outline" color="gray" radius="sm" tt="none" fw={600}>
              {t('offRecord')}
            </Badge>
          )}
        </Text>
        <p className={classes.question}>{question.text}</p>
        {question.answerText ? (
          <div className={classes.answer}>
            {question.answerText}
            {question.answeredBy && (
              <Text size="xs" c="dimmed">
                {t('answeredBy', { name: question.answeredBy })}
              </Text>
            )}
          </div>
        ) : (
          <Text c="dimmed">{t('unanswered')}</Text>
        )}
      </div>
      {onOpen && (
        <Button size="compact-sm" variant="subtle" onClick={onOpen}>
          {t(question.answerText ? 'open' : 'answer')}
        </Button>
      )}
    </li>
  )
}
