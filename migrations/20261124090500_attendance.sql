CREATE TABLE scans (
  office_id uuid NOT NULL,
  session_id uuid NOT NULL,
  device_id uuid NOT NULL,
  nonce uuid NOT NULL,
  scanned_at timestamptz NOT NULL,
  sent_at timestamptz,
  received_at timestamptz NOT NULL DEFAULT now(),
  by_user_id uuid NOT NULL,
  act text NOT NULL CHECK (act IN ('pass', 'list', 'walk_in', 'undo')),
  invitation_id uuid,
  journalist_id uuid,
  outlet_id uuid,
  undoes uuid,
  press_card_seen boolean,
  outcome text NOT NULL CHECK (outcome IN ('admitted', 'already', 'undone', 'unknown', 'revoked', 'wrong_session')),
  PRIMARY KEY (device_id, nonce, office_id),
  FOREIGN KEY (session_id, office_id) REFERENCES sessions (id, office_id),
  FOREIGN KEY (invitation_id, office_id) REFERENCES invitations (id, office_id),
  FOREIGN KEY (journalist_id, office_id) REFERENCES journalists (id, office_id)
);
COMMENT ON TABLE scans IS 'Append-only: every act at the door as its device sent it, with the answer first given; attendance follows from these';
CREATE INDEX scans_guest ON scans (office_id, session_id, journalist_id);
CREATE INDEX scans_undo ON scans (office_id, session_id, undoes) WHERE undoes IS NOT NULL;
CALL guard_office_table('scans', edited => false);
GRANT SELECT, INSERT ON scans TO ngopi_app;

CREATE TABLE attendances (
  id uuid NOT NULL DEFAULT uuidv7(),
  office_id uuid NOT NULL,
  session_id uuid NOT NULL,
  journalist_id uuid NOT NULL,
  invitation_id uuid,
  outlet_id uuid,
  status text NOT NULL CHECK (status IN ('unmarked', 'present', 'absent', 'excused')),
  marked_status text CHECK (marked_status IN ('present', 'absent', 'excused')),
  marked_at timestamptz,
  reason text,
  arrived_at timestamptz,
  source text CHECK (source IN ('pass', 'list', 'walk_in', 'self', 'import')),
  flags text[] NOT NULL DEFAULT '{}',
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (id, office_id),
  CONSTRAINT attendances_once UNIQUE (office_id, session_id, journalist_id),
  FOREIGN KEY (session_id, office_id) REFERENCES sessions (id, office_id),
  FOREIGN KEY (journalist_id, office_id) REFERENCES journalists (id, office_id),
  FOREIGN KEY (invitation_id, office_id) REFERENCES invitations (id, office_id),
  FOREIGN KEY (outlet_id, office_id) REFERENCES outlets (id, office_id)
);
COMMENT ON TABLE attendances IS 'Who was really there: what the scans say, unless a person set it by hand (marked_status); the outlet is frozen';
CREATE INDEX attendances_journalist ON attendances (office_id, journalist_id);
CREATE INDEX attendances_outlet ON attendances (office_id, outlet_id);
CALL guard_office_table('attendances');
GRANT SELECT, INSERT, UPDATE ON attendances TO ngopi_app;
