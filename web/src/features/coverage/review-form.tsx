import { Button, Group, Radio, Text, Textarea } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { type Coverage, coverageApi, tone } from '@ngopi/shared/coverage'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { commonStrings } from '../../common.strings.ts'
import { useT } from '../../i18n.tsx'
import { call } from '../../lib/api.ts'
import { ask } from '../../lib/query.ts'
import { useContractForm } from '../../lib/use-contract-form.ts'
import { useUser } from '../../lib/use-session.ts'
import { DraftNotice } from '../../ui/draft-notice.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { ToneMark } from '../../ui/marks.tsx'
import { useRefreshCoverage } from './api.ts'
import classes from './coverage.module.css'
import { coverageStrings } from './coverage.strings.ts'
import { bodyOfReview, judgementOf } from './review-values.ts'

interface ReviewFormProps {
  coverage: Coverage
  /** After saving, when the next one was asked for. */
  onNext: () => void
  /** Came here from the one before: the hands are on the keyboard already. */
  takesFocus: boolean
  onSaved: () => void
}

/** A judgement: headline and body apart, whether it counts, and why. */
export const ReviewForm = ({ coverage, onNext, onSaved, takesFocus }: ReviewFormProps) => {
  const t = useT(coverageStrings)
  const common = useT(commonStrings)
  const user = useUser()
  const cache = useQueryClient()
  const refresh = useRefreshCoverage()
  const params = { id: coverage.id }
  const element = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (takesFocus) element.current?.querySelector<HTMLElement>('[role="radio"]')?.focus()
  }, [takesFocus])
  const goesOn = useRef(true)
  const { form, draft, saving, error, ...f } = useContractForm({
    draft: `review/${coverage.id}`,
    schema: coverageApi.review.schema.body,
    initialValues: { ...judgementOf(coverage, user.id) },
    toBody: bodyOfReview,
    send: (body) => call(coverageApi.review, { params, body }),
    onSaved: (saved) => {
      cache.setQueryData(ask(coverageApi.get, { params }).queryKey, saved)
      void refresh()
      if (goesOn.current) onNext()
      else onSaved()
    },
  })
  const { values } = form
  const submit = (next: boolean) => {
    if (saving) return
    goesOn.current = next
    f.submit()
  }
  // Also while typing the note.
  useHotkeys([['mod+Enter', () => submit(true)]], [])
  const tones = (field: 'headlineTone' | 'bodyTone', label: string) => (
    <div className={classes.tone}>
      <Radio.Group
        label={label}
        value={values[field]}
        onChange={(chosen) => form.setFieldValue(field, chosen as typeof values.bodyTone)}
      >
        <div className={classes.tonePicks}>
          {tone.options.map((value) => (
            <Radio.Card key={value} value={value} className={classes.pick}>
              <ToneMark tone={value} />
            </Radio.Card>
          ))}
        </div>
      </Radio.Group>
      {values[field] !== null && (
        <Button
          className={classes.clearTone}
          size="compact-xs"
          variant="subtle"
          color="gray"
          aria-label={t('review.clearOf', { what: label })}
          onClick={() => form.setFieldValue(field, null)}
        >
          {t('review.clear')}
        </Button>
      )}
    </div>
  )
  return (
    <form
      ref={element}
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        submit(true)
      }}
    >
      <DraftNotice draft={draft} />
      {tones('headlineTone', t('review.headline'))}
      {tones('bodyTone', t('review.body'))}
      <Radio.Group
        label={t('review.decision')}
        value={values.decision}
        onChange={(chosen) => form.setFieldValue('decision', chosen as typeof values.decision)}
      >
        <div className={classes.decisions}>
          {(['accepted', 'dismissed'] as const).map((value) => (
            <Radio.Card key={value} value={value} className={classes.pick}>
              {t(value === 'accepted' ? 'review.accept' : 'review.dismiss')}
              <span className={classes.quiet}>
                {t(value === 'accepted' ? 'review.acceptHint' : 'review.dismissHint')}
              </span>
            </Radio.Card>
          ))}
        </div>
      </Radio.Group>
      <Textarea
        label={`${t('review.note')} (${common('optional')})`}
        description={t('review.noteHint')}
        minRows={2}
        maxLength={2000}
        {...form.getInputProps('note')}
      />
      {error && <ErrorNotice error={error} persisted />}
      <Group gap="sm">
        <Button type="submit" loading={saving}>
          {t('review.saveNext')}
        </Button>
        <Button variant="default" disabled={saving} onClick={() => submit(false)}>
          {t('review.save')}
        </Button>
      </Group>
      <Text c="dimmed" size="xs" visibleFrom="sm">
        {t('review.shortcut')}
      </Text>
    </form>
  )
}
