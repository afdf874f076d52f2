import { Anchor, Text, Title } from '@mantine/core'
import { type ReactNode, useEffect } from 'react'
import { chooseLocale, useLocale, useT } from '../../i18n.tsx'
import { Brand } from '../../ui/brand.tsx'
import classes from './entrance.module.css'
import { entranceStrings } from './entrance.strings.ts'

interface EntranceProps {
  title: string
  text?: ReactNode
  children: ReactNode
}

/** The frame of the pages before a login: one column, the mark above. */
export const Entrance = ({ title, text, children }: EntranceProps) => {
  const t = useT(entranceStrings)
  const locale = useLocale()
  useEffect(() => {
    document.title = `${title} · Ngopi`
  }, [title])
  return (
    <div className={classes.root}>
      <main className={classes.column}>
        <div className={classes.brand}>
          <Brand size={40} />
          <Text c="dimmed">{t('tagline')}</Text>
        </div>
        <Title order={1}>{title}</Title>
        {text && (
          <Text c="dimmed" component="div">
            {text}
          </Text>
        )}
        {children}
      </main>
      <footer className={classes.foot}>
        <Anchor
          component="button"
          type="button"
          c="dimmed"
          lang={locale === 'id' ? 'en' : 'id'}
          onClick={() => chooseLocale(locale === 'id' ? 'en' : 'id')}
        >
          {t('language')}
        </Anchor>
      </footer>
    </div>
  )
}
