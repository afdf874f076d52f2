CREATE TABLE minutes (
  id uuid NOT NULL DEFAULT uuidv7(),
  office_id uuid NOT NULL,
  session_id uuid NOT NULL,
  body jsonb NOT NULL,
  chair text,
  minute_taker text,
  closed_at timestamptz,
  signatory_name text NOT NULL DEFAULT '',
  signatory_title text NOT NULL DEFAULT '',
  signatory_rank text NOT NULL DEFAULT '',
  signatory_nip text NOT NULL DEFAULT '',
  signed_at timestamptz,
  signed_by uuid,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (id, office_id),
  CONSTRAINT minutes_once UNIQUE (office_id, session_id),
  CHECK ((signed_at IS NULL) = (signed_by IS NULL)),
  FOREIGN KEY (session_id, office_id) REFERENCES sessions (id, office_id),
  FOREIGN KEY (signed_by, office_id) REFERENCES users (id, office_id)
);
COMMENT ON TABLE minutes IS 'The record of a session (notula); closed when signed';
CALL guard_office_table('minutes');
GRANT SELECT, INSERT, UPDATE ON minutes TO ngopi_app;

CREATE TABLE minutes_versions (
  id uuid NOT NULL DEFAULT uuidv7(),
  office_id uuid NOT NULL,
  minutes_id uuid NOT NULL,
  number integer NOT NULL,
  body jsonb NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  by_user_id uuid,
  PRIMARY KEY (id, office_id),
  CONSTRAINT minutes_versions_once UNIQUE (office_id, minutes_id, number),
  FOREIGN KEY (minutes_id, office_id) REFERENCES minutes (id, office_id),
  FOREIGN KEY (by_user_id, office_id) REFERENCES users (id, office_id)
);
COMMENT ON TABLE minutes_versions IS 'What the minutes said at each save, append-only';
CALL guard_office_table('minutes_versions', edited => false);
GRANT SELECT, INSERT ON minutes_versions TO ngopi_app;

-- Signed is signed, whoever asks.
CREATE FUNCTION keep_signed_minutes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'signed minutes are closed' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER keep_signed BEFORE UPDATE OR DELETE ON minutes
  FOR EACH ROW WHEN (OLD.signed_at IS NOT NULL) EXECUTE FUNCTION keep_signed_minutes();
