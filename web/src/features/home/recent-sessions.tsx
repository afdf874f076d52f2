import { Group, Text, Title } from '@mantine/core'
import type { SessionFunnel } from '@ngopi/shared/reports'
import { useLocale, useT } from '../../i18n.tsx'
import { formatNumber } from '../../lib/format-time.ts'
import { Time } from '../../lib/time.tsx'
import { paths } from '../../paths.ts'
import { AppLink } from '../../ui/link.tsx'
import classes from './home.module.css'
import { homeStrings } from './home.strings.ts'

const steps = ['invited', 'answered', 'attending', 'attended', 'published'] as const

const Bar = ({ value, largest }: { value: number; largest: number }) => (
  <svg
    className={classes.bar}
    width="100%"
    height="6"
    viewBox="0 0 100 6"
    preserveAspectRatio="none"
    aria-hidden="true"
  >
    <rect className={classes.track} width="100" height="6" />
    <rect className={classes.fill} width={(value / largest) * 100} height="6" />
  </svg>
)

/** The last sessions, each a line from invited to published; all bars from zero, in one scale. */
export const RecentSessions = ({ sessions }: { sessions: readonly SessionFunnel[] }) => {
  const t = useT(homeStrings)
  const locale = useLocale()
  const largest = Math.max(1, ...sessions.map(({ invited }) => invited))
  return (
    <section aria-labelledby="terakhir" className={classes.wide}>
      <Group justify="space-between" align="baseline" gap="xs">
        <Title order={2} id="terakhir">
          {t('recent.title')}
        </Title>
        {sessions.length > 0 && <AppLink to={paths.reports}>{t('recent.more')}</AppLink>}
      </Group>
      <Text c="dimmed" mt={4} mb={8}>
        {t(sessions.length > 0 ? 'recent.hint' : 'recent.empty')}
      </Text>
      {sessions.length > 0 && (
        <>
          <div className={classes.heads} aria-hidden="true">
            <span className={classes.name}>{t('recent.session')}</span>
            <span className={classes.headSteps}>
              {steps.map((step) => (
                <span key={step}>{t(`recent.${step}`)}</span>
              ))}
            </span>
          </div>
          <ul className={classes.recent}>
            {sessions.map(({ session, ...line }) => (
              <li key={session.id} className={classes.line}>
                <div className={classes.name}>
                  <AppLink to={paths.session(session.id)} fw={500} c="inherit">
                    {session.title}
                  </AppLink>
                  <Text c="dimmed" size="xs" component="div">
                    <Time at={session.startsAt} zone={session.timeZone} dayOnly />
                  </Text>
                </div>
                <dl className={classes.steps}>
                  {steps.map((step) => (
                    <div key={step} className={classes.step}>
                      <dt className={classes.hidden}>{t(`recent.${step}`)}</dt>
                      <dd>
                        {formatNumber(line[step], locale)}
                        <Bar value={line[step]} largest={largest} />
                      </dd>
                    </div>
                  ))}
                </dl>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
