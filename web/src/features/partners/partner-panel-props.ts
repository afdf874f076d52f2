export interface PartnerPanelProps {
  /** Empty: closed. */
  id: string
  editing: boolean
  onEdit: (editing: boolean) => void
  onClose: () => void
}
