import { journalistsApi } from '@ngopi/shared/journalists'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useRef, useState } from 'react'
import { useT } from '../../i18n.tsx'
import { call } from '../../lib/api.ts'
import { ask } from '../../lib/query.ts'
import { useMay } from '../../lib/use-session.ts'
import { EntityPicker, type Picked } from '../../ui/entity-picker.tsx'
import { errorToast } from '../../ui/toast.tsx'
import { useRefreshPartners } from './api.ts'
import { journalistStrings } from './journalist.strings.ts'
import { NewJournalistInline } from './new-journalist-inline.tsx'

interface JournalistPickerProps {
  label: string
  value: Picked | null
  onChange: (journalist: Picked | null) => void
  /** Leaves out who is invited to this session. */
  notInvitedTo?: string
  /** Only those of one outlet. */
  outletId?: string
  /** Offers to record a name that is missing. */
  creatable?: boolean
  /** Whoever is recorded here must be reachable: a number or an address is asked for. */
  reachable?: boolean
  description?: string
  error?: ReactNode
  withAsterisk?: boolean
  disabled?: boolean
}

/** Chooses a journalist by any part of the name; the outlet tells namesakes apart. */
export const JournalistPicker = ({
  value,
  onChange,
  notInvitedTo,
  outletId,
  creatable = false,
  reachable = false,
  ...field
}: JournalistPickerProps) => {
  const t = useT(journalistStrings)
  const mayCreate = useMay(journalistsApi.create)
  const refresh = useRefreshPartners()
  const create = useMutation({
    mutationFn: (fullName: string) => call(journalistsApi.create, { body: { fullName } }),
    onSuccess: (journalist) => {
      void refresh()
      onChange({ id: journalist.id, name: journalist.fullName })
    },
    onError: (error) => void errorToast(error),
  })
  const [newName, setNewName] = useState<string>()
  const input = useRef<HTMLInputElement>(null)
  const close = () => {
    setNewName(undefined)
    input.current?.focus()
  }
  const picker = (
    <EntityPicker
      {...field}
      inputRef={input}
      creating={newName !== undefined}
      value={value}
      onChange={onChange}
      search={(q) =>
        ask(journalistsApi.list, {
          query: { q: q || undefined, notInvitedTo, outletId, limit: 10 },
        })
      }
      itemOf={(journalist) => ({
        id: journalist.id,
        name: journalist.fullName,
        hint: [journalist.primaryOutlet?.name, journalist.primaryOutlet?.position]
          .filter(Boolean)
          .join(' · '),
      })}
      {...(creatable &&
        mayCreate && {
          onCreate: (name: string) => (reachable ? setNewName(name) : create.mutate(name)),
          createLabel: (name: string) => t('createHere', { name }),
        })}
    />
  )
  return (
    <div>
      {picker}
      {newName !== undefined && (
        <NewJournalistInline
          key={newName}
          name={newName}
          onCancel={close}
          onCreated={(journalist) => {
            close()
            onChange({ id: journalist.id, name: journalist.fullName })
          }}
        />
      )}
    </div>
  )
}
