import { Text, Title } from '@mantine/core'
import { useT } from '../../i18n.tsx'
import { reportsMessages } from './messages.ts'
import classes from './reports.module.css'

const points = ['sessions', 'invitations', 'attended', 'published', 'principles'] as const

/** How the numbers beside it came about. */
export const MethodNote = () => {
  const t = useT(reportsMessages)
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
