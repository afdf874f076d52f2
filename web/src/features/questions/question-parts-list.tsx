import { Text, Title } from '@mantine/core'
import type { Question } from '@ngopi/shared/questions'
import { useT } from '../../i18n.tsx'
import entry from '../../ui/entry-list.module.css'
import { type QuestionActions, QuestionItem } from './question-item.tsx'
import { byTopic } from './question-parts.ts'
import classes from './questions.module.css'
import { questionsStrings } from './questions.strings.ts'
import { WaitingList } from './waiting-list.tsx'

interface ListProps {
  questions: readonly Question[]
  actions: QuestionActions | undefined
  label: string
}

const Plain = ({ questions, actions, label }: ListProps) => (
  <ol className={entry.list} aria-label={label}>
    {questions.map((one) => (
      <li key={one.id}>
        <QuestionItem question={one} actions={actions} />
      </li>
    ))}
  </ol>
)

/** Questions in the order of the room: whose turn it is, who waits, what was set aside, what is answered. */
export const QuestionPartsList = ({
  questions,
  actions,
  onOrder,
}: {
  questions: readonly Question[]
  actions: QuestionActions | undefined
  /** Absent while not every waiting question is shown: then no order can be said. */
  onOrder: ((ids: string[]) => void) | undefined
}) => {
  const t = useT(questionsStrings)
  const live = questions.find(({ state }) => state === 'live')
  return (
    <>
      {live && (
        <section aria-labelledby="giliran" className={classes.part}>
          <Title order={2} size="h3" id="giliran" mb={8}>
            {t('now')}
          </Title>
          <QuestionItem question={live} actions={actions} />
        </section>
      )}
      {(['waiting', 'set_aside', 'answered'] as const).map((state) => {
        const shown = questions.filter((one) => one.state === state)
        if (shown.length === 0) return null
        const id = `tanya-${state}`
        const label = t(`group.${state}`)
        return (
          <section key={state} aria-labelledby={id} className={classes.part}>
            <Title order={2} size="h3" id={id}>
              {label}{' '}
              <Text span c="dimmed" inherit>
                {shown.length}
              </Text>
            </Title>
            {state === 'waiting' && actions && onOrder ? (
              <WaitingList questions={shown} actions={actions} onOrder={onOrder} />
            ) : (
              <Plain questions={shown} actions={actions} label={label} />
            )}
          </section>
        )
      })}
    </>
  )
}

/** The same questions by what they are about. */
export const QuestionTopics = ({
  questions,
  actions,
}: {
  questions: readonly Question[]
  actions: QuestionActions | undefined
}) => {
  const t = useT(questionsStrings)
  return byTopic(questions).map(([topic, ofTopic]) => (
    <section key={topic} className={classes.part}>
      <Title order={2} size="h3">
        {topic || t('noTopic')}
      </Title>
      <Plain questions={ofTopic} actions={actions} label={topic || t('noTopic')} />
    </section>
  ))
}
