import { ActionIcon, Button, NumberInput, Stack, Text, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useT } from '../../i18n.tsx'
import { Icon } from '../../ui/icon.tsx'
import { sessionsMessages } from './messages.ts'
import { emptyAgendaItem, type SessionValues } from './session-values.ts'
import classes from './sessions.module.css'

/** The programme, item by item. */
export const AgendaEditor = ({ form }: { form: UseFormReturnType<SessionValues> }) => {
  const t = useT(sessionsMessages)
  const { agenda } = form.values
  return (
    <fieldset className={classes.plainField}>
      <Text component="legend" fw={600} mb={8}>
        {t('form.agenda')}
      </Text>
      <Stack gap={12}>
        {agenda.map((item, index) => {
          const number = index + 1
          return (
            <div key={item.key} className={classes.agendaRow}>
              <TextInput
                size="sm"
                aria-label={t('form.item', { number })}
                placeholder={t('form.itemTitle')}
                {...form.getInputProps(`agenda.${index}.title`)}
              />
              <NumberInput
                size="sm"
                aria-label={`${t('form.item', { number })}: ${t('form.minutes')}`}
                placeholder={t('form.minutes')}
                min={1}
                max={600}
                step={5}
                hideControls
                {...form.getInputProps(`agenda.${index}.minutes`)}
              />
              <div className={classes.agendaEnd}>
                <TextInput
                  size="sm"
                  aria-label={`${t('form.item', { number })}: ${t('form.speaker')}`}
                  placeholder={t('form.speaker')}
                  {...form.getInputProps(`agenda.${index}.speaker`)}
                />
                <ActionIcon
                  aria-label={t('form.raiseItem', { number })}
                  disabled={index === 0}
                  onClick={() => form.reorderListItem('agenda', { from: index, to: index - 1 })}
                >
                  <span className={classes.up}>
                    <Icon name="down" size={18} />
                  </span>
                </ActionIcon>
                <ActionIcon
                  aria-label={t('form.removeItem', { number })}
                  onClick={() => form.removeListItem('agenda', index)}
                >
                  <Icon name="close" size={18} />
                </ActionIcon>
              </div>
            </div>
          )
        })}
        <div>
          <Button
            variant="default"
            size="sm"
            leftSection={<Icon name="plus" size={16} />}
            onClick={() => form.insertListItem('agenda', emptyAgendaItem())}
          >
            {t('form.addItem')}
          </Button>
        </div>
      </Stack>
    </fieldset>
  )
}
