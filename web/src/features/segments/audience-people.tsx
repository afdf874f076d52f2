import { Checkbox } from '@mantine/core'
import type { Audience } from '@ngopi/shared/segments'
import { useT } from '../../i18n.tsx'
import { moveBetweenRows } from '../../ui/move-between-rows.ts'
import classes from './segments.module.css'
import { segmentsStrings } from './segments.strings.ts'

interface PeopleProps {
  members: Audience['members']
  /** Ids of those to invite. */
  ticked: ReadonlySet<string>
  onTicked: (ticked: ReadonlySet<string>) => void
}

/** Everybody who can be invited; who is ticked will be. */
export const AudiencePeople = ({ members, ticked, onTicked }: PeopleProps) => {
  const t = useT(segmentsStrings)
  const toggle = (id: string, on: boolean) => {
    const next = new Set(ticked)
    if (on) next.add(id)
    else next.delete(id)
    onTicked(next)
  }
  return (
    <>
      <div className={classes.shown}>
        <Checkbox
          label={t('all')}
          checked={ticked.size === members.length}
          indeterminate={ticked.size > 0 && ticked.size < members.length}
          onChange={(event) =>
            onTicked(
              new Set(
                event.currentTarget.checked ? members.map(({ journalistId }) => journalistId) : [],
              ),
            )
          }
        />
      </div>
      <p className={classes.quiet}>{t('factsHint')}</p>
      <ul className={classes.people} aria-label={t('people')} onKeyDown={moveBetweenRows}>
        {members.map((one) => (
          <li key={one.journalistId}>
            <label
              htmlFor={`undang-${one.journalistId}`}
              className={classes.person}
              data-off={!ticked.has(one.journalistId) || undefined}
            >
              <Checkbox
                id={`undang-${one.journalistId}`}
                data-row
                checked={ticked.has(one.journalistId)}
                onChange={(event) => toggle(one.journalistId, event.currentTarget.checked)}
              />
              <span className={classes.personText}>
                <span className={classes.name}>{one.fullName}</span>
                <span className={classes.quiet}>{one.outlet?.name ?? t('noOutlet')}</span>
              </span>
              <span className={classes.personEnd}>{t('facts', one.history)}</span>
            </label>
          </li>
        ))}
      </ul>
    </>
  )
}
