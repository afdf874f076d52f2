import { Text, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useLocale, useT } from '../../i18n.tsx'
import { formatNumber } from '../../lib/format-time.ts'
import { Icon } from '../../ui/icon.tsx'
import { linkTarget } from '../../ui/link-target.ts'
import { dueLinks, type Home } from './due-links.ts'
import classes from './home.module.css'
import { homeStrings } from './home.strings.ts'

/** What waits for somebody, each a link to where it is done. */
export const DueList = ({ home }: { home: Home }) => {
  const t = useT(homeStrings)
  const locale = useLocale()
  const due = dueLinks(home)
  return (
    <section aria-labelledby="perlu">
      <Title order={2} id="perlu" mb={8}>
        {t('due.title')}
      </Title>
      {due.length === 0 ? (
        <Text c="dimmed">{t('due.allDone')}</Text>
      ) : (
        <ul className={classes.due}>
          {due.map(({ kind, count, to, search }) => (
            <li key={kind}>
              <Link className={classes.dueLink} {...linkTarget({ to, search })}>
                <strong className={classes.dueCount}>{formatNumber(count, locale)}</strong>
                <span className={classes.dueText}>{t(`due.${kind}`)}</span>
                <Icon name="right" size={16} />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
