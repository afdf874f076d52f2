import { type MantineColorScheme, Menu, useMantineColorScheme } from '@mantine/core'
import { accountsApi } from '@ngopi/shared/accounts'
import { useNavigate } from '@tanstack/react-router'
import { commonStrings } from '../common.strings.ts'
import { chooseLocale, useLocale, useT } from '../i18n.tsx'
import { call } from '../lib/api.ts'
import { forgetDrafts } from '../lib/drafts.ts'
import { announceLogout } from '../lib/logout-signal.ts'
import { queryClient } from '../lib/query-client.ts'
import { signedOut } from '../lib/session.ts'
import { forgetNote, noteLogout } from '../lib/untold-logout.ts'
import { useUser } from '../lib/use-session.ts'
import { paths } from '../paths.ts'
import { Icon } from '../ui/icon.tsx'
import { shellStrings } from './shell.strings.ts'
import { UserButton } from './user-button.tsx'

const schemes = ['light', 'dark', 'auto'] as const

/** Logs out here even when the server cannot be told; then it is told when the app is next opened. */
const logOut = async () => {
  noteLogout()
  announceLogout()
  await call(accountsApi.logout).then(forgetNote, () => undefined)
  signedOut()
  forgetDrafts()
  queryClient.clear()
}

/** What hangs on the user's button; loaded when first asked for. */
export const OpenUserMenu = () => {
  const t = useT(shellStrings)
  const common = useT(commonStrings)
  const user = useUser()
  const locale = useLocale()
  const navigate = useNavigate()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <Menu position="top-start" width={240} defaultOpened withinPortal={false}>
      <Menu.Target>
        <UserButton />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{common(`role.${user.role}`)}</Menu.Label>
        <Menu.Item
          leftSection={<Icon name="user" size={18} />}
          onClick={() => navigate({ to: paths.myAccount })}
        >
          {t('myAccount')}
        </Menu.Item>
        <Menu.Item
          leftSection={<Icon name="language" size={18} />}
          lang={locale === 'id' ? 'en' : 'id'}
          onClick={() => chooseLocale(locale === 'id' ? 'en' : 'id')}
        >
          {t('otherLanguage')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{t('scheme.label')}</Menu.Label>
        <Menu.RadioGroup
          value={colorScheme}
          onChange={(value) => setColorScheme(value as MantineColorScheme)}
        >
          {schemes.map((scheme) => (
            <Menu.RadioItem key={scheme} value={scheme}>
              {t(`scheme.${scheme}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item leftSection={<Icon name="logout" size={18} />} onClick={() => void logOut()}>
          {t('logout')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
