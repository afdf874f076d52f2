-- A guest's own calendar entry is taken back and put in again apart from the session's moves.
ALTER TABLE invitations ADD COLUMN calendar_revision integer NOT NULL DEFAULT 0;
COMMENT ON COLUMN invitations.calendar_revision IS 'Added to the session''s calendar sequence for this guest: rises when the invitation is revoked, passed on or given back';

ALTER TABLE responses ADD COLUMN after_deadline boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN responses.after_deadline IS 'Recorded by an officer when answers were closed already';

ALTER TABLE message_templates DROP CONSTRAINT message_templates_kind_check;
ALTER TABLE message_templates ADD CONSTRAINT message_templates_kind_check CHECK (kind IN
  ('invitation', 'reminder_silent', 'reminder_maybe', 'reminder_attending', 'reschedule', 'moved', 'cancel', 'revoked',
   'replaced', 'thanks', 'materials', 'seat', 'offer'));

ALTER TABLE whatsapp_queue DROP CONSTRAINT whatsapp_queue_about_check;
ALTER TABLE whatsapp_queue ADD CONSTRAINT whatsapp_queue_about_check CHECK (about IN ('seat', 'offer', 'revoked', 'replaced'));
COMMENT ON COLUMN whatsapp_queue.about IS 'What it says where the kind alone does not tell: news of a seat counts as an invitation, the end of an invitation as a cancellation';

-- A notice reaches each guest once, however often its job is run.
ALTER TABLE deliveries ADD COLUMN notice_id uuid;
COMMENT ON COLUMN deliveries.notice_id IS 'The notice of the system it belongs to; null: a person sent it, or a reminder';
CREATE UNIQUE INDEX deliveries_notice ON deliveries (office_id, invitation_id, notice_id) WHERE notice_id IS NOT NULL;
ALTER TABLE whatsapp_queue ADD COLUMN notice_id uuid;
COMMENT ON COLUMN whatsapp_queue.notice_id IS 'The latest notice of the system that put the guest here';

-- Columns of tables that keep others in their office are granted one by one.
GRANT SELECT (calendar_revision) ON invitations TO ngopi_app;
GRANT SELECT (after_deadline) ON responses TO ngopi_app;
GRANT SELECT (notice_id) ON whatsapp_queue TO ngopi_app;
