import { Text, Title } from '@mantine/core'
import { journalistsApi } from '@ngopi/shared/journalists'
import { outletsApi } from '@ngopi/shared/outlets'
import { sessionsApi } from '@ngopi/shared/sessions'
import { useQuery } from '@tanstack/react-query'
import { useT } from '../../i18n.tsx'
import { ask } from '../../lib/query.ts'
import { useMay } from '../../lib/use-session.ts'
import { paths } from '../../paths.ts'
import { Icon } from '../../ui/icon.tsx'
import { ButtonLink } from '../../ui/link.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import classes from './home.module.css'
import { homeStrings } from './home.strings.ts'

const one = { query: { limit: 1 } } as const

/** A new office: what to record first, what is done already, and one button for the next step. */
export const FirstSteps = () => {
  const t = useT(homeStrings)
  const mayAct = useMay(sessionsApi.create)
  const outlets = useQuery(ask(outletsApi.list, one))
  const journalists = useQuery(ask(journalistsApi.list, one))
  if (outlets.isPending || journalists.isPending) return <SkeletonRows rows={3} height={72} />
  const steps = [
    { key: 'outlets', to: paths.outlets, done: (outlets.data?.items.length ?? 0) > 0 },
    { key: 'journalists', to: paths.journalists, done: (journalists.data?.items.length ?? 0) > 0 },
    { key: 'session', to: paths.sessions, done: false },
  ] as const
  const current = steps.find(({ done }) => !done)?.key
  return (
    <section aria-labelledby="mulai" className={classes.start}>
      <Title order={2} id="mulai">
        {t('start.title')}
      </Title>
      <Text c="dimmed" mt={4}>
        {t('start.text')}
      </Text>
      <ol className={classes.first}>
        {steps.map(({ key, to, done }, index) => (
          <li key={key} className={classes.firstStep} data-done={done || undefined}>
            <span className={classes.number} aria-hidden="true">
              {done ? <Icon name="check" size={16} /> : index + 1}
            </span>
            <div className={classes.firstText}>
              <Text fw={600}>
                {t(`start.${key}`)}
                {done && <span className={classes.hidden}> ({t('start.done')})</span>}
              </Text>
              <Text c="dimmed">{t(`start.${key}Text`)}</Text>
            </div>
            {mayAct && !done && (
              <ButtonLink
                to={to}
                search={{ baru: '1' }}
                variant={key === current ? 'filled' : 'default'}
              >
                {t(`start.${key}`)}
              </ButtonLink>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
