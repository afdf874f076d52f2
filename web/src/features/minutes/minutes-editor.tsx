import '@mantine/tiptap/styles.css'
import { RichTextEditor } from '@mantine/tiptap'
import type { MinutesBody } from '@ngopi/shared/minutes'
import { useEditor } from '@tiptap/react'
import { useT } from '../../i18n.tsx'
import { toBody, toDocument } from './editor-document.ts'
import { extensions, withJoinedLists } from './editor-schema.ts'
import { LinkControl } from './link-control.tsx'
import classes from './minutes.module.css'
import { minutesStrings } from './minutes.strings.ts'
import { withOwnMarkup, withSeparateCells } from './pasted.ts'

interface MinutesEditorProps {
  /** What it begins with; a new `key` begins anew. */
  body: MinutesBody
  onChange: (body: MinutesBody) => void
  /** Ids of its label and, where there is one, of what is wrong. */
  labelledBy: string
  errorId: string | undefined
}

/** Rich text as the record knows it: headings, paragraphs, lists, bold and links. */
export const MinutesEditor = ({ body, onChange, labelledBy, errorId }: MinutesEditorProps) => {
  const t = useT(minutesStrings)
  const editor = useEditor({
    extensions,
    content: toDocument(body),
    // The policy lets no style element in without a nonce; ours stand in the style sheet.
    injectCSS: false,
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-labelledby': labelledBy,
        class: classes.text ?? '',
        ...(errorId && { 'aria-describedby': errorId, 'aria-invalid': 'true' }),
      },
      transformPastedHTML: withOwnMarkup,
      transformPastedText: withSeparateCells,
      transformPasted: withJoinedLists,
    },
    onUpdate: ({ editor: changed }) => onChange(toBody(changed.getJSON())),
  })
  return (
    <RichTextEditor
      editor={editor}
      withTypographyStyles={false}
      withCodeHighlightStyles={false}
      className={classes.editor}
      classNames={{ control: classes.tool ?? '' }}
      labels={{
        h2ControlLabel: t('tools.heading'),
        h3ControlLabel: t('tools.subheading'),
        boldControlLabel: t('tools.bold'),
        bulletListControlLabel: t('tools.bullets'),
        orderedListControlLabel: t('tools.numbers'),
        undoControlLabel: t('tools.undo'),
        redoControlLabel: t('tools.redo'),
      }}
    >
      <RichTextEditor.Toolbar sticky role="toolbar" aria-label={t('tools.label')}>
        <RichTextEditor.ControlsGroup>
          <RichTextEditor.H2 />
          <RichTextEditor.H3 />
        </RichTextEditor.ControlsGroup>
        <RichTextEditor.ControlsGroup>
          <RichTextEditor.Bold />
          <LinkControl />
        </RichTextEditor.ControlsGroup>
        <RichTextEditor.ControlsGroup>
          <RichTextEditor.BulletList />
          <RichTextEditor.OrderedList />
        </RichTextEditor.ControlsGroup>
        <RichTextEditor.ControlsGroup>
          <RichTextEditor.Undo />
          <RichTextEditor.Redo />
        </RichTextEditor.ControlsGroup>
      </RichTextEditor.Toolbar>
      <RichTextEditor.Content />
    </RichTextEditor>
  )
}
