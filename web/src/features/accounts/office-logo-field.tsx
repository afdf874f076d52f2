import { Button, FileButton, Group, Input } from '@mantine/core'
import { type Office, officesApi } from '@ngopi/shared/offices'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useT } from '../../i18n.tsx'
import { addressOf, call, fetchSigned } from '../../lib/api.ts'
import { ApiError } from '../../lib/api-error.ts'
import { keyOf, readAgain } from '../../lib/query.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Icon } from '../../ui/icon.tsx'
import { toast, undoToast } from '../../ui/toast.tsx'
import classes from './office-logo.module.css'
import { officeLogoStrings } from './office-logo.strings.ts'
import { shrinkLogo } from './shrink-logo.ts'

/** The picture as a `data:` address, which needs no giving back. */
const shown = (picture: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(picture)
  })

/** The emblem of a letterhead: seen, replaced and removed apart from the form around it. */
export const OfficeLogoField = ({ office }: { office: Pick<Office, 'id' | 'hasLogo'> }) => {
  const t = useT(officeLogoStrings)
  const cache = useQueryClient()
  const request = { params: { id: office.id } }
  const key = keyOf(officesApi.logo, request)
  const address = addressOf(officesApi.logo, request)
  const { data } = useQuery({
    queryKey: key,
    enabled: office.hasLogo,
    queryFn: async ({ signal }) => {
      const picture = await (await fetchSigned(address, { signal })).blob()
      return { picture, src: await shown(picture) }
    },
  })
  const refresh = () => readAgain(cache, 'offices')
  const put = async (picture: Blob) => {
    await fetchSigned(address, {
      method: 'PUT',
      headers: { 'Content-Type': picture.type },
      body: picture,
    })
    await refresh()
  }
  const store = useMutation({
    mutationFn: async (file: File) => {
      const picture = await shrinkLogo(file).catch(() => undefined)
      if (picture) await put(picture)
      return picture !== undefined
    },
    onSuccess: (stored) => stored && void toast(t('stored')),
  })
  const remove = useMutation({
    mutationFn: async () => {
      await call(officesApi.removeLogo, request)
      const former = data?.picture
      cache.removeQueries({ queryKey: key })
      await refresh()
      return former
    },
    onSuccess: (former) => {
      if (former) undoToast(t('removed'), () => put(former))
      else void toast(t('removed'))
    },
  })
  const busy = store.isPending || remove.isPending
  const refused = store.error instanceof ApiError && store.error.code === 'unprocessable'
  const unreadable = store.data === false || refused
  const error = (refused ? undefined : store.error) ?? remove.error
  return (
    <Input.Wrapper
      label={t('logo')}
      labelElement="div"
      description={t('help')}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
    >
      <Group gap="md" mt={4} mb={4}>
        {office.hasLogo && (
          <div className={classes.frame}>{data && <img src={data.src} alt={t('alt')} />}</div>
        )}
        <FileButton
          accept="image/png,image/jpeg,image/webp"
          onChange={(file) => file && store.mutate(file)}
        >
          {(props) => (
            <Button
              {...props}
              variant="default"
              size="sm"
              loading={store.isPending}
              disabled={busy}
              leftSection={<Icon name="upload" size={18} />}
            >
              {t(office.hasLogo ? 'replace' : 'choose')}
            </Button>
          )}
        </FileButton>
        {office.hasLogo && (
          <Button
            variant="subtle"
            color="gray"
            size="sm"
            disabled={busy}
            onClick={() => remove.mutate()}
          >
            {t('remove')}
          </Button>
        )}
      </Group>
      {unreadable && <Input.Error role="alert">{t('unreadable')}</Input.Error>}
      {error && <ErrorNotice error={error} />}
    </Input.Wrapper>
  )
}
