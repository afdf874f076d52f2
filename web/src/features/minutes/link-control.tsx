import { Button, Group, Popover, Stack, TextInput } from '@mantine/core'
import { RichTextEditor, useRichTextEditorContext } from '@mantine/tiptap'
import { useEditorState } from '@tiptap/react'
import { useState } from 'react'
import { useT } from '../../i18n.tsx'
import { Icon } from '../../ui/icon.tsx'
import { linkOf } from './link-address.ts'
import { minutesStrings } from './minutes.strings.ts'

/** Puts a link on what is selected, or writes the address where nothing is; says so when it is no address. */
export const LinkControl = () => {
  const t = useT(minutesStrings)
  const { editor } = useRichTextEditorContext()
  const [typed, setTyped] = useState<string>()
  const [wrong, setWrong] = useState(false)
  const active = useEditorState({
    editor,
    selector: ({ editor: current }) => current?.isActive('link') ?? false,
  })
  const close = () => {
    setTyped(undefined)
    setWrong(false)
  }
  const open = () => setTyped(String(editor?.getAttributes('link').href ?? ''))
  const chain = () => editor?.chain().focus().extendMarkRange('link')
  const remove = () => {
    chain()?.unsetLink().run()
    close()
  }
  const set = () => {
    const href = linkOf(typed ?? '')
    if (href === undefined) return setWrong(true)
    const bare = editor?.state.selection.empty && !active
    if (bare)
      editor
        ?.chain()
        .focus()
        .insertContent({
          type: 'text',
          text: (typed ?? '').trim(),
          marks: [{ type: 'link', attrs: { href } }],
        })
        .run()
    else chain()?.setLink({ href }).run()
    close()
  }
  return (
    <Popover
      opened={typed !== undefined}
      onChange={(opened) => !opened && close()}
      trapFocus
      width={300}
      position="bottom-start"
    >
      <Popover.Target>
        <RichTextEditor.Control
          active={active ?? false}
          aria-label={t('tools.link')}
          title={t('tools.link')}
          onClick={open}
        >
          <Icon name="link" size={18} />
        </RichTextEditor.Control>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('tools.link')}>
        <Stack gap="sm">
          <TextInput
            data-autofocus
            label={t('tools.address')}
            description={t('tools.addressHelp')}
            value={typed ?? ''}
            error={wrong && t('tools.wrongAddress')}
            onChange={(event) => {
              setTyped(event.currentTarget.value)
              setWrong(false)
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return
              // Else the form around the editor would be sent.
              event.preventDefault()
              set()
            }}
          />
          <Group gap="xs">
            <Button size="sm" variant="default" onClick={set}>
              {t('tools.setLink')}
            </Button>
            {active && (
              <Button size="sm" variant="subtle" color="gray" onClick={remove}>
                {t('tools.removeLink')}
              </Button>
            )}
          </Group>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
