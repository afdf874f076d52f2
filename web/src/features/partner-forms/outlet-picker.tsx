import { outletsApi } from '@ngopi/shared/outlets'
import { type ReactNode, useRef, useState } from 'react'
import { commonStrings } from '../../common.strings.ts'
import { useT } from '../../i18n.tsx'
import { ask } from '../../lib/query.ts'
import { useMay } from '../../lib/use-session.ts'
import { EntityPicker, type Picked } from '../../ui/entity-picker.tsx'
import { NewOutletInline } from './new-outlet-inline.tsx'
import { outletStrings } from './outlet.strings.ts'

interface OutletPickerProps {
  label: string
  value: Picked | null
  onChange: (outlet: Picked | null) => void
  description?: string
  error?: ReactNode
  withAsterisk?: boolean
  disabled?: boolean
}

/** Chooses an outlet by any part of its name; one that is missing is recorded on the spot. */
export const OutletPicker = ({ value, onChange, ...field }: OutletPickerProps) => {
  const t = useT(outletStrings)
  const common = useT(commonStrings)
  const mayCreate = useMay(outletsApi.create)
  const [newName, setNewName] = useState<string>()
  const input = useRef<HTMLInputElement>(null)
  const close = () => {
    setNewName(undefined)
    input.current?.focus()
  }
  return (
    <div>
      <EntityPicker
        {...field}
        inputRef={input}
        creating={newName !== undefined}
        value={value}
        onChange={onChange}
        search={(q) => ask(outletsApi.list, { query: { q: q || undefined, limit: 10 } })}
        itemOf={(outlet) => ({
          id: outlet.id,
          name: outlet.name,
          hint: [common(`platform.${outlet.platform}`), outlet.city].filter(Boolean).join(' · '),
        })}
        {...(mayCreate && {
          onCreate: setNewName,
          createLabel: (name: string) => t('createHere', { name }),
        })}
      />
      {newName !== undefined && (
        <NewOutletInline
          key={newName}
          name={newName}
          onCancel={close}
          onCreated={(outlet) => {
            close()
            onChange({ id: outlet.id, name: outlet.name })
          }}
        />
      )}
    </div>
  )
}
