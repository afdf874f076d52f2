import { ActionIcon, Group, Text } from '@mantine/core'
import { type Material, materialsApi } from '@ngopi/shared/materials'
import { useLocale, useT } from '../../i18n.tsx'
import { addressOf } from '../../lib/api.ts'
import { download } from '../../lib/download.ts'
import { formatNumber } from '../../lib/format-time.ts'
import { Time } from '../../lib/time.tsx'
import { Icon } from '../../ui/icon.tsx'
import { errorToast } from '../../ui/toast.tsx'
import classes from './materials.module.css'
import { materialsStrings } from './materials.strings.ts'

/** What can be done with a material by who may. */
export interface MaterialActions {
  edit: (material: Material) => void
  remove: (material: Material) => void
}

/** One file or link: what it is, whom it is for, from when, how often it was fetched. */
export const MaterialItem = ({
  material,
  zone,
  actions,
}: {
  material: Material
  zone: string
  actions?: MaterialActions | undefined
}) => {
  const t = useT(materialsStrings)
  const locale = useLocale()
  const { id, title, file, url, embargoUntil, audience, downloads } = material
  const size = (bytes: number) =>
    `${formatNumber(Math.max(0.1, Math.round(bytes / 104_857.6) / 10), locale)} MB`
  const kind = file && `${file.name.split('.').at(-1)?.toUpperCase()} · ${size(file.bytes)}`
  return (
    <li className={classes.item}>
      <div className={classes.words}>
        <Text fw={600}>{title}</Text>
        <Text size="sm" c="dimmed">
          {kind ?? `${t('link')} · ${url && new URL(url).hostname}`} · {t(`audience.${audience}`)} ·{' '}
          <span title={t('fetchedHint')}>{t('fetched', { count: downloads })}</span>
        </Text>
        {embargoUntil && (
          <Text size="sm">
            {t(Date.parse(embargoUntil) > Date.now() ? 'embargoUntil' : 'embargoOver')}{' '}
            <Time at={embargoUntil} zone={zone} />
          </Text>
        )}
      </div>
      <Group gap={4} wrap="nowrap">
        {url ? (
          <ActionIcon
            component="a"
            href={url}
            target="_blank"
            rel="noreferrer"
            variant="subtle"
            size="lg"
            aria-label={t('open', { title })}
          >
            <Icon name="external" size={18} />
          </ActionIcon>
        ) : (
          <ActionIcon
            variant="subtle"
            size="lg"
            aria-label={t('download', { title })}
            onClick={() =>
              void download(
                addressOf(materialsApi.file, { params: { id } }),
                file?.name ?? title,
              ).catch(errorToast)
            }
          >
            <Icon name="download" size={18} />
          </ActionIcon>
        )}
        {actions && (
          <>
            <ActionIcon
              variant="subtle"
              size="lg"
              aria-label={t('edit', { title })}
              onClick={() => actions.edit(material)}
            >
              <Icon name="edit" size={18} />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              size="lg"
              aria-label={t('remove', { title })}
              onClick={() => actions.remove(material)}
            >
              <Icon name="close" size={18} />
            </ActionIcon>
          </>
        )}
      </Group>
    </li>
  )
}
