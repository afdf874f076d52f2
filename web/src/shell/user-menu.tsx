import { lazy, Suspense, useState } from 'react'
import { UserButton } from './user-button.tsx'

const load = () =>
  import('./open-user-menu.tsx').then((module) => ({ default: module.OpenUserMenu }))
const OpenUserMenu = lazy(load)

/** The user's button. Floating menus are heavy, so theirs comes when the hand is on its way. */
export const UserMenu = () => {
  const [wanted, setWanted] = useState(false)
  const button = (
    <UserButton
      onPointerEnter={() => void load()}
      onFocus={() => void load()}
      onClick={() => setWanted(true)}
    />
  )
  return wanted ? (
    <Suspense fallback={button}>
      <OpenUserMenu />
    </Suspense>
  ) : (
    button
  )
}
