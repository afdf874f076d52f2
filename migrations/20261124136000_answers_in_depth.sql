ALTER TABLE invitations
  ADD COLUMN offer_expires_at timestamptz,
  ADD COLUMN decline_kind text CHECK (decline_kind IN ('assignment', 'out_of_town', 'unwell', 'not_my_beat', 'other')),
  ADD COLUMN crew jsonb NOT NULL DEFAULT '[]',
  ADD COLUMN substitute_of uuid,
  ADD COLUMN group_name text,
  ADD COLUMN group_places integer CHECK (group_places BETWEEN 1 AND 50),
  ADD COLUMN named_by uuid,
  DROP CONSTRAINT invitations_party_size_check,
  ADD CONSTRAINT invitations_party_size_check CHECK (party_size BETWEEN 1 AND 10),
  ADD CHECK ((answer = 'offered') = (offer_expires_at IS NOT NULL)),
  ADD CHECK (answer <> 'offered' OR holds_seat),
  ADD CHECK ((group_name IS NULL) = (group_places IS NULL)),
  ADD FOREIGN KEY (substitute_of, office_id) REFERENCES invitations (id, office_id),
  ADD FOREIGN KEY (named_by, office_id) REFERENCES invitations (id, office_id);
COMMENT ON COLUMN invitations.party_size IS 'The guest and the crew: heads to count, not seats';
COMMENT ON COLUMN invitations.crew IS 'Who comes along: role (reporter, cameraman, photographer) and, where given, name';
COMMENT ON COLUMN invitations.substitute_of IS 'The invitation whose seat or place in the queue this one took over';
COMMENT ON COLUMN invitations.group_name IS 'The outlet or pokja that this guest coordinates and names group_places people for';
COMMENT ON COLUMN invitations.named_by IS 'The coordinator who named this guest';
CREATE INDEX invitations_substitute ON invitations (office_id, substitute_of) WHERE substitute_of IS NOT NULL;
CREATE INDEX invitations_named ON invitations (office_id, named_by) WHERE named_by IS NOT NULL;
CREATE INDEX invitations_offers ON invitations (offer_expires_at) WHERE answer = 'offered';

-- A room may be planned before it has seats.
ALTER TABLE sessions DROP CONSTRAINT sessions_capacity_check, ADD CONSTRAINT sessions_capacity_check CHECK (capacity >= 0);

CREATE TABLE representations (
  id uuid NOT NULL DEFAULT uuidv7(),
  office_id uuid NOT NULL,
  invitation_id uuid NOT NULL,
  full_name text NOT NULL,
  phone text,
  email text,
  outlet_name text,
  state text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'substituted', 'invited', 'refused')),
  decided_by uuid,
  decided_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (id, office_id),
  FOREIGN KEY (invitation_id, office_id) REFERENCES invitations (id, office_id),
  FOREIGN KEY (decided_by, office_id) REFERENCES users (id, office_id),
  CHECK ((state = 'pending') = (decided_at IS NULL))
);
COMMENT ON TABLE representations IS 'Somebody with a forwarded link who says whom they represent; waits for an officer, changes nothing by itself';
CREATE INDEX representations_invitation ON representations (office_id, invitation_id, id);
CALL guard_office_table('representations');
GRANT SELECT, INSERT, UPDATE ON representations TO ngopi_app;
