import { TagsInput } from '@mantine/core'
import type { ReactNode } from 'react'

interface LabelsInputProps {
  label: string
  description: string
  /** In use already, offered while typing. */
  suggestions: readonly string[]
  value?: string[]
  onChange: (value: string[]) => void
  error?: ReactNode
}

/** Free labels; the office's own words come first, so that one thing keeps one name. */
export const LabelsInput = ({ suggestions, ...field }: LabelsInputProps) => (
  <TagsInput {...field} data={[...suggestions]} maxTags={30} maxLength={40} limit={8} />
)
