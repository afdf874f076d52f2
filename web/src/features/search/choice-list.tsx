import { Fragment } from 'react'
import { useT } from '../../i18n.tsx'
import { Icon } from '../../ui/icon.tsx'
import type { Choice, ChoiceGroup } from './choices.ts'
import classes from './palette.module.css'
import { searchStrings } from './search.strings.ts'

interface ChoiceListProps {
  id: string
  groups: readonly ChoiceGroup[]
  /** The key of the choice that Enter takes. */
  active: string | undefined
  onPoint: (choice: Choice) => void
  onChoose: (choice: Choice) => void
}

/** Made of letters and digits, so that `aria-activedescendant` can name it. */
export const optionId = (listId: string, key: string) => `${listId}-${key.replace(/\W/g, '-')}`

/** The list below the search field, whose keys stay with the field. */
export const ChoiceList = ({ id, groups, active, onPoint, onChoose }: ChoiceListProps) => {
  const t = useT(searchStrings)
  return (
    <div id={id} role="listbox" aria-label={t('results')} className={classes.list}>
      {groups.map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: a listbox has groups, not fieldsets
        <div key={group.key} role="group" aria-label={t(`group.${group.key}`)}>
          <div className={classes.group} aria-hidden="true">
            {t(`group.${group.key}`)}
          </div>
          {group.choices.map((choice) => (
            <Fragment key={choice.key}>
              {/* biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys */}
              <div
                id={optionId(id, choice.key)}
                role="option"
                tabIndex={-1}
                aria-selected={choice.key === active}
                className={classes.choice}
                onPointerMove={() => onPoint(choice)}
                onClick={() => onChoose(choice)}
                onMouseDown={(event) => event.preventDefault()}
              >
                <Icon name={choice.icon} size={18} />
                <span className={classes.label}>{choice.label}</span>
                <span className={classes.hint}>{choice.hint}</span>
              </div>
            </Fragment>
          ))}
        </div>
      ))}
    </div>
  )
}
