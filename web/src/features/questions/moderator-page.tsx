import { Badge, Button, Group } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { type Question, type QuestionState, questionsApi } from '@ngopi/shared/questions'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useT } from '../../i18n.tsx'
import { useMay, useUser } from '../../lib/use-session.ts'
import { paths } from '../../paths.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { AppLink } from '../../ui/link.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { useSession } from '../sessions/api.ts'
import { questionsOptions } from './api.ts'
import classes from './moderator.module.css'
import { askerOf } from './question-parts.ts'
import { questionsStrings } from './questions.strings.ts'
import { useLiveQuestions } from './use-live-questions.ts'
import { useChangeState } from './use-turn.ts'

const Asked = ({ question }: { question: Question }) => {
  const t = useT(questionsStrings)
  return (
    <>
      <p className={classes.asker}>
        {askerOf(question) || t('someone')}
        {question.offRecord && (
          <Badge size="lg" variant="outline" color="gray" radius="sm" tt="none" ml="sm">
            {t('offRecord')}
          </Badge>
        )}
      </p>
      <p className={classes.text}>{question.text}</p>
    </>
  )
}

type Step = Extract<QuestionState, 'live' | 'answered' | 'set_aside'>

/** The next one is given the floor; all else is done with the one that has it. */
const concernedBy = (step: Step, all: readonly Question[]): Question | undefined =>
  all.find(({ state }) => state === (step === 'live' ? 'waiting' : 'live'))

/** For who leads the room: whose turn it is and who comes next, in large type and by three keys. */
export const ModeratorPage = () => {
  const t = useT(questionsStrings)
  const session = useSession()
  useLiveQuestions(session.id)
  const user = useUser()
  const mayTurn = useMay(questionsApi.update) && session.officeId === user.office.id
  const list = useQuery(questionsOptions(session.id))
  const changeState = useChangeState()
  const live = concernedBy('answered', list.data ?? [])
  const waiting = list.data?.filter(({ state }) => state === 'waiting') ?? []
  const [next] = waiting

  useEffect(() => {
    document.title = `${t('room.title')} · ${session.title} · Ngopi`
  }, [t, session.title])

  const set = (state: Step) => {
    const question = concernedBy(state, list.data ?? [])
    if (question && mayTurn) changeState.mutate({ question, state })
  }
  useHotkeys([
    ['ArrowDown', () => set('live')],
    ['A', () => set('answered')],
    ['S', () => set('set_aside')],
  ])
  return (
    <main className={classes.room}>
      <header className={classes.head}>
        <h1 className={classes.title}>{session.title}</h1>
        <AppLink to={paths.sessionQuestions(session.id)}>{t('room.back')}</AppLink>
      </header>
      {list.isPending && <SkeletonRows rows={4} height={96} />}
      {list.error && !list.data && (
        <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
      )}
      {list.data && (
        <>
          <section aria-label={t('now')} aria-live="polite" className={classes.live}>
            {live ? <Asked question={live} /> : <p className={classes.asker}>{t('nobodyNow')}</p>}
          </section>
          {mayTurn && (
            <Group>
              <Button size="lg" disabled={!next} onClick={() => set('live')}>
                {t('room.next')} <kbd className={classes.key}>↓</kbd>
              </Button>
              <Button size="lg" variant="default" disabled={!live} onClick={() => set('answered')}>
                {t('room.answered')} <kbd className={classes.key}>A</kbd>
              </Button>
              <Button size="lg" variant="default" disabled={!live} onClick={() => set('set_aside')}>
                {t('room.aside')} <kbd className={classes.key}>S</kbd>
              </Button>
            </Group>
          )}
          <section aria-labelledby="berikut">
            <h2 id="berikut" className={classes.coming}>
              {t('room.coming')}
            </h2>
            {waiting.length === 0 && <p>{t('room.none')}</p>}
            <ol className={classes.next}>
              {waiting.slice(0, 3).map((question) => (
                <li key={question.id}>
                  <Asked question={question} />
                </li>
              ))}
            </ol>
          </section>
        </>
      )}
    </main>
  )
}
