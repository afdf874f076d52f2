CREATE TABLE segments (
  id uuid NOT NULL DEFAULT uuidv7(),
  office_id uuid NOT NULL REFERENCES offices,
  name text NOT NULL,
  filter jsonb NOT NULL,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  archived_at timestamptz,
  PRIMARY KEY (id, office_id)
);
COMMENT ON TABLE segments IS 'A saved filter over journalists, their outlets and their history; evaluated when used';
CREATE UNIQUE INDEX segments_name ON segments (office_id, lower(name)) WHERE archived_at IS NULL;
CALL guard_office_table('segments');
GRANT SELECT, INSERT, UPDATE ON segments TO ngopi_app;

CREATE TABLE segment_uses (
  id uuid NOT NULL DEFAULT uuidv7(),
  office_id uuid NOT NULL,
  segment_id uuid NOT NULL,
  session_id uuid NOT NULL,
  used_at timestamptz NOT NULL DEFAULT now(),
  by_user_id uuid,
  members uuid[] NOT NULL,
  PRIMARY KEY (id, office_id),
  FOREIGN KEY (segment_id, office_id) REFERENCES segments (id, office_id),
  FOREIGN KEY (session_id, office_id) REFERENCES sessions (id, office_id)
);
COMMENT ON TABLE segment_uses IS 'Whom a segment held each time it was used to invite, to show what changed since';
CREATE INDEX segment_uses_segment ON segment_uses (office_id, segment_id, id);
CALL guard_office_table('segment_uses', edited => false);
GRANT SELECT, INSERT ON segment_uses TO ngopi_app;
