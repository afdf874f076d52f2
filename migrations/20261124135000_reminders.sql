CREATE TABLE reminder_steps (
  id uuid NOT NULL DEFAULT uuidv7(),
  office_id uuid NOT NULL,
  session_id uuid NOT NULL,
  step text NOT NULL CHECK (step ~ '^\d{1,2}-\d{4}$'),
  paused boolean NOT NULL DEFAULT false,
  sent_at timestamptz,
  mailed integer NOT NULL DEFAULT 0,
  queued integer NOT NULL DEFAULT 0,
  unreached integer NOT NULL DEFAULT 0,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (id, office_id),
  CONSTRAINT reminder_steps_once UNIQUE (office_id, session_id, step),
  FOREIGN KEY (session_id, office_id) REFERENCES sessions (id, office_id)
);
COMMENT ON TABLE reminder_steps IS 'What became of a step of the reminders of a session; a step without a row goes out when its time comes';
CALL guard_office_table('reminder_steps');
GRANT SELECT, INSERT, UPDATE ON reminder_steps TO ngopi_app;
