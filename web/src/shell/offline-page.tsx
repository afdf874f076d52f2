import { useT } from '../i18n.tsx'
import { TimeRange } from '../lib/time.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { AppLink } from '../ui/link.tsx'
import type { KeptDoor } from './kept-doors.ts'
import classes from './shell.module.css'
import { shellStrings } from './shell.strings.ts'

/** Stands where a page needs the network, with the way to what works without. */
export const OfflinePage = ({ doors }: { doors: readonly KeptDoor[] }) => {
  const t = useT(shellStrings)
  return (
    <main className={classes.cutOff}>
      <EmptyState
        level={1}
        title={t('cutOff.title')}
        text={doors.length > 0 ? t('cutOff.text') : `${t('cutOff.text')} ${t('cutOff.noDoors')}`}
      />
      {doors.length > 0 && (
        <section aria-labelledby="meja">
          <h2 id="meja" className={classes.cutOffPart}>
            {t('cutOff.doors')}
          </h2>
          <ul className={classes.cutOffDoors}>
            {doors.map(({ session, path }) => (
              <li key={session.id} className={classes.cutOffDoor}>
                <AppLink to={path}>{session.title}</AppLink>
                <TimeRange session={session} withDay />
              </li>
            ))}
          </ul>
        </section>
      )}
    </main>
  )
}
