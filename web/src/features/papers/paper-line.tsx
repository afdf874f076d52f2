import { Button, CloseButton, Progress, Text, VisuallyHidden } from '@mantine/core'
import { type Paper, papersApi } from '@ngopi/shared/papers'
import { useMutation, useQuery } from '@tanstack/react-query'
import { commonStrings } from '../../common.strings.ts'
import { useT } from '../../i18n.tsx'
import { addressOf } from '../../lib/api.ts'
import { ApiError } from '../../lib/api-error.ts'
import { download } from '../../lib/download.ts'
import { errorText } from '../../lib/error-text.ts'
import { ask } from '../../lib/query.ts'
import { Icon } from '../../ui/icon.tsx'
import { havePaperMade } from './api.ts'
import classes from './papers.module.css'
import { papersStrings } from './papers.strings.ts'
import { dismissPaper } from './watched-papers.ts'

/** How often it is asked how far a paper is, in milliseconds. */
const askEvery = 1_000

const isUnderWay = (paper: Paper | undefined) =>
  paper === undefined || paper.state === 'queued' || paper.state === 'making'

/** Where a paper stands, in words. */
const PaperState = ({ paper }: { paper: Paper }) => {
  const t = useT(papersStrings)
  const { state, kind, done, total, error } = paper
  const said = {
    queued: t('queued'),
    making: t(`progress.${kind}`, { done, total }),
    done: t('ready'),
    failed: error,
  }[state]
  return (
    <>
      <Text size="sm" c="dimmed">
        {said}
      </Text>
      {isUnderWay(paper) && (
        <Progress value={(done / total) * 100} size="sm" mt={6} aria-label={said ?? ''} />
      )}
    </>
  )
}

/** The one thing to do about a paper now: to download it, or to have it made again. */
const PaperAct = ({ paper }: { paper: Paper }) => {
  const common = useT(commonStrings)
  const { id, kind, session } = paper
  const ready = paper.state === 'done'
  const acting = useMutation({
    mutationFn: () =>
      ready
        ? download(addressOf(papersApi.file, { params: { id } }), `${kind}.pdf`)
        : havePaperMade({ sessionId: session.id, kind }, id),
  })
  return (
    <>
      {acting.error && (
        <Text size="sm" role="alert" mt={4}>
          {errorText(acting.error)}
        </Text>
      )}
      <Button
        size="xs"
        mt={8}
        variant={ready ? 'filled' : 'default'}
        leftSection={ready && <Icon name="download" size={16} />}
        loading={acting.isPending}
        onClick={() => acting.mutate()}
      >
        {common(ready ? 'download' : 'retry')}
      </Button>
    </>
  )
}

/** One paper asked for: how far it is, and its file once it is done. */
export const PaperLine = ({ id }: { id: string }) => {
  const t = useT(papersStrings)
  const { data: paper, error } = useQuery({
    ...ask(papersApi.get, { params: { id } }),
    refetchInterval: ({ state }) =>
      isUnderWay(state.data) && !isGone(state.error) ? askEvery : false,
    refetchIntervalInBackground: true,
  })
  if (!paper && !error) return null
  const name = paper ? t(`kind.${paper.kind}`) : t('tray')
  return (
    <li className={classes.line}>
      <div className={classes.text}>
        <Text fw={600} size="sm">
          {name}
        </Text>
        {paper && (
          <Text size="xs" c="dimmed" truncate>
            {paper.session.title}
          </Text>
        )}
        {error && (
          <Text size="sm" c="dimmed" role="alert">
            {isGone(error) ? t('gone') : t('unseen', { problem: errorText(error) })}
          </Text>
        )}
        {paper && !error && <PaperState paper={paper} />}
        {paper && !error && !isUnderWay(paper) && <PaperAct paper={paper} />}
      </div>
      <CloseButton size="sm" aria-label={t('closeOf', { name })} onClick={() => dismissPaper(id)} />
      <VisuallyHidden role="status">
        {paper?.state === 'done' && t('readyOf', { name })}
        {paper?.state === 'failed' && paper.error}
      </VisuallyHidden>
    </li>
  )
}

const isGone = (error: Error | null) =>
  error instanceof ApiError && (error.code === 'not_found' || error.code === 'forbidden')
