import { Text, Title } from '@mantine/core'
import { useT } from '../../i18n.tsx'
import classes from './reports.module.css'
import { reportsStrings } from './reports.strings.ts'

const points = ['sessions', 'invitations', 'attended', 'published', 'principles'] as const

/** How the numbers beside it came about. */
export const MethodNote = () => {
  const t = useT(reportsStrings)
  return (
    <section aria-labelledby="cara">
      <Title order={2} id="cara" mb={8}>
        {t('method.title')}
      </Title>
      <ul className={classes.method}>
        {points.map((point) => (
          <li key={point}>
            <Text>{t(`method.${point}`)}</Text>
          </li>
        ))}
      </ul>
    </section>
  )
}
