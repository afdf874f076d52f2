CREATE TABLE session_closings (
  office_id uuid NOT NULL,
  session_id uuid NOT NULL,
  closed_at timestamptz NOT NULL DEFAULT now(),
  closed_by uuid NOT NULL,
  counts jsonb NOT NULL,
  PRIMARY KEY (session_id, office_id),
  FOREIGN KEY (session_id, office_id) REFERENCES sessions (id, office_id),
  FOREIGN KEY (closed_by, office_id) REFERENCES users (id, office_id)
);
COMMENT ON TABLE session_closings IS 'The counts of a session when it was closed; they stay whatever is corrected or erased later';
CALL guard_office_table('session_closings', edited => false);
GRANT SELECT, INSERT ON session_closings TO ngopi_app;

-- Whoever did not come is sent the materials where those who came are thanked.
ALTER TABLE message_templates DROP CONSTRAINT message_templates_kind_check;
ALTER TABLE message_templates ADD CONSTRAINT message_templates_kind_check CHECK (kind IN
  ('invitation', 'reminder_silent', 'reminder_maybe', 'reminder_attending', 'reschedule', 'cancel', 'thanks', 'materials', 'seat', 'offer'));
