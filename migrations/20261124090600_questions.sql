CREATE TABLE questions (
  id uuid NOT NULL DEFAULT uuidv7(),
  office_id uuid NOT NULL,
  session_id uuid NOT NULL,
  invitation_id uuid,
  journalist_id uuid,
  outlet_id uuid,
  text text NOT NULL,
  topic text,
  origin text NOT NULL CHECK (origin IN ('advance', 'floor')),
  off_record boolean NOT NULL DEFAULT false,
  answer_text text,
  answered_by text,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  archived_at timestamptz,
  PRIMARY KEY (id, office_id),
  FOREIGN KEY (session_id, office_id) REFERENCES sessions (id, office_id),
  FOREIGN KEY (invitation_id, office_id) REFERENCES invitations (id, office_id),
  FOREIGN KEY (journalist_id, office_id) REFERENCES journalists (id, office_id),
  FOREIGN KEY (outlet_id, office_id) REFERENCES outlets (id, office_id)
);
COMMENT ON TABLE questions IS 'Asked before on the personal page or in the room; what is off the record stays in the office';
CREATE INDEX questions_session ON questions (office_id, session_id, id);
CREATE INDEX questions_journalist ON questions (office_id, journalist_id);
CREATE INDEX questions_invitation ON questions (office_id, invitation_id);
CALL guard_office_table('questions');
DROP POLICY readable ON questions;
CREATE POLICY readable ON questions FOR SELECT TO ngopi_app USING (
  office_id = ANY (string_to_array(current_setting('app.offices', true), ',')::uuid[])
  AND (NOT off_record OR office_id = (string_to_array(current_setting('app.offices', true), ',')::uuid[])[1])
);
GRANT SELECT, INSERT, UPDATE ON questions TO ngopi_app;
