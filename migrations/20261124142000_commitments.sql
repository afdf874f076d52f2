CREATE TABLE commitments (
  id uuid NOT NULL DEFAULT uuidv7(),
  office_id uuid NOT NULL REFERENCES offices,
  session_id uuid,
  question_id uuid,
  journalist_id uuid,
  text text NOT NULL,
  off_record boolean NOT NULL DEFAULT false,
  owner_id uuid NOT NULL,
  due_on date NOT NULL,
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'kept', 'dropped')),
  outcome text,
  settled_at timestamptz,
  settled_by uuid,
  told_at timestamptz,
  told_by uuid,
  told_channel text CHECK (told_channel IN ('whatsapp', 'email', 'phone', 'letter')),
  reminded_on date,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  archived_at timestamptz,
  PRIMARY KEY (id, office_id),
  FOREIGN KEY (session_id, office_id) REFERENCES sessions (id, office_id),
  FOREIGN KEY (question_id, office_id) REFERENCES questions (id, office_id),
  FOREIGN KEY (journalist_id, office_id) REFERENCES journalists (id, office_id),
  FOREIGN KEY (owner_id, office_id) REFERENCES users (id, office_id),
  FOREIGN KEY (settled_by, office_id) REFERENCES users (id, office_id),
  FOREIGN KEY (told_by, office_id) REFERENCES users (id, office_id),
  CHECK ((state = 'open') = (settled_at IS NULL))
);
COMMENT ON TABLE commitments IS 'A promise (janji tindak lanjut): to whom, by whom, until when, and what became of it';
CREATE INDEX commitments_due ON commitments (office_id, state, due_on, id);
CREATE INDEX commitments_session ON commitments (office_id, session_id, id);
CREATE INDEX commitments_question ON commitments (office_id, question_id);
CREATE INDEX commitments_owner ON commitments (office_id, owner_id, state);
CALL guard_office_table('commitments');
DROP POLICY readable ON commitments;
CREATE POLICY readable ON commitments FOR SELECT TO ngopi_app USING (
  office_id = ANY (string_to_array(current_setting('app.offices', true), ',')::uuid[])
  AND (NOT off_record OR office_id = (string_to_array(current_setting('app.offices', true), ',')::uuid[])[1])
);
GRANT SELECT, INSERT, UPDATE ON commitments TO ngopi_app;
