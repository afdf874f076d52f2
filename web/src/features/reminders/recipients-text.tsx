import { Text } from '@mantine/core'
import type { ReminderStep } from '@ngopi/shared/reminders'
import { useT } from '../../i18n.tsx'
import { remindersStrings } from './reminders.strings.ts'

const stands = ['silent', 'maybe', 'attending'] as const
const ways = ['byMail', 'byWhatsapp', 'unreachable'] as const

/** Who gets it, and how: "12 belum menjawab · 3 mungkin", below it "14 surel · 1 tanpa kontak". */
export const RecipientsText = ({ recipients }: Pick<ReminderStep, 'recipients'>) => {
  const t = useT(remindersStrings)
  const parts = (names: readonly (keyof ReminderStep['recipients'])[]) =>
    names
      .filter((name) => recipients[name] > 0)
      .map((name) => t(name, { count: recipients[name] }))
      .join(' · ')
  const who = parts(stands)
  if (who === '') return <Text c="dimmed">{t('nobody')}</Text>
  return (
    <>
      <Text>{who}</Text>
      <Text c="dimmed" size="sm">
        {parts(ways)}
      </Text>
    </>
  )
}
