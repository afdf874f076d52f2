import { Text } from '@mantine/core'
import type { Letter } from '@ngopi/shared/letters'
import { useT } from '../../i18n.tsx'
import { Day } from '../../lib/time.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import classes from './letters.module.css'
import { lettersStrings } from './letters.strings.ts'

/** A letter for those who read it alone. */
export const LetterFacts = ({ letter }: { letter: Letter }) => {
  const t = useT(lettersStrings)
  if (!letter.saved) return <EmptyState icon="mail" title={t('notYet')} text={t('notYetText')} />
  const facts = [
    [t('number'), letter.number],
    [t('nature'), letter.nature],
    [t('attachment'), letter.attachment],
    [t('subject'), letter.subject],
    [t('place'), letter.place],
    [t('datedOn'), <Day key="day" day={letter.datedOn} />],
    [t('body'), letter.body ?? letter.defaultBody],
    [t('copiesTo'), letter.copiesTo.join('\n')],
  ] as const
  return (
    <dl className={classes.facts}>
      {facts.map(
        ([name, value]) =>
          value && (
            <div key={name}>
              <Text component="dt" size="sm" c="dimmed">
                {name}
              </Text>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  )
}
