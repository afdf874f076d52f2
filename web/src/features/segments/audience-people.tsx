import { Checkbox } from '@mantine/core'
import type { Audience } from '@ngopi/shared/segments'
import { useT } from '../../i18n.tsx'
import { moveBetweenRows } from '../../ui/move-between-rows.ts'
import classes from './segments.module.css'
import { segmentsMessages } from './segments-messages.ts'

interface PeopleProps {
  members: Audience['members']
  /** Ids of those left out by hand. */
  except: ReadonlySet<string>
  onExcept: (except: ReadonlySet<string>) => void
}

/** Everybody who would be invited, all ticked at first; who is unticked is not. */
export const AudiencePeople = ({ members, except, onExcept }: PeopleProps) => {
  const t = useT(segmentsMessages)
  const ticked = members.filter((one) => !except.has(one.journalistId)).length
  const toggle = (id: string, on: boolean) => {
    const next = new Set(except)
    if (on) next.delete(id)
    else next.add(id)
    onExcept(next)
  }
  return (
    <>
      <div className={classes.shown}>
        <Checkbox
          label={t('all')}
          checked={ticked === members.length}
          indeterminate={ticked > 0 && ticked < members.length}
          onChange={(event) =>
            onExcept(
              new Set(
                event.currentTarget.checked ? [] : members.map(({ journalistId }) => journalistId),
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
              data-off={except.has(one.journalistId) || undefined}
            >
              <Checkbox
                id={`undang-${one.journalistId}`}
                data-row
                checked={!except.has(one.journalistId)}
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
