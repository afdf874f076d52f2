-- What an office says of a day; published and computed holidays come with the program and need no row.
CREATE TABLE holidays (
  office_id uuid NOT NULL REFERENCES offices,
  id uuid NOT NULL DEFAULT uuidv7(),
  day date NOT NULL,
  kind text NOT NULL CHECK (kind IN ('national', 'joint_leave', 'working_day')),
  name text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (id, office_id),
  CONSTRAINT holidays_once UNIQUE (office_id, day)
);
COMMENT ON TABLE holidays IS 'A holiday, joint leave (cuti bersama) or ordinary working day by the word of the office, instead of what the program knows of that day';
CALL guard_office_table('holidays');
GRANT SELECT, INSERT, UPDATE, DELETE ON holidays TO ngopi_app;
