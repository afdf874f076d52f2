CREATE TABLE invitations (
  id uuid NOT NULL DEFAULT uuidv7(),
  office_id uuid NOT NULL,
  session_id uuid NOT NULL,
  journalist_id uuid NOT NULL,
  outlet_id uuid,
  link_version integer NOT NULL DEFAULT 1,
  answer text NOT NULL DEFAULT 'none' CHECK (answer IN
    ('none', 'attending', 'maybe', 'declined', 'waitlisted', 'offered', 'needs_reconfirmation', 'substituted')),
  holds_seat boolean NOT NULL DEFAULT false,
  waitlisted_at timestamptz,
  party_size integer NOT NULL DEFAULT 1 CHECK (party_size = 1),
  responded_at timestamptz,
  decline_reason text,
  revoked_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (id, office_id),
  CONSTRAINT invitations_once UNIQUE (office_id, session_id, journalist_id),
  FOREIGN KEY (session_id, office_id) REFERENCES sessions (id, office_id),
  FOREIGN KEY (journalist_id, office_id) REFERENCES journalists (id, office_id),
  FOREIGN KEY (outlet_id, office_id) REFERENCES outlets (id, office_id),
  CHECK (NOT holds_seat OR (answer IN ('attending', 'needs_reconfirmation', 'offered') AND revoked_at IS NULL)),
  CHECK (answer <> 'waitlisted' OR waitlisted_at IS NOT NULL)
);
COMMENT ON TABLE invitations IS 'One journalist, one session, the outlet represented; a revoked one is reused when invited again';
CREATE INDEX invitations_waiting ON invitations (office_id, session_id, waitlisted_at, id) WHERE answer = 'waitlisted';
CREATE INDEX invitations_journalist ON invitations (office_id, journalist_id);
CREATE INDEX invitations_outlet ON invitations (office_id, outlet_id);
CALL guard_office_table('invitations');
GRANT SELECT, INSERT, UPDATE ON invitations TO ngopi_app;

CREATE TABLE responses (
  id uuid NOT NULL DEFAULT uuidv7(),
  office_id uuid NOT NULL,
  invitation_id uuid NOT NULL,
  from_answer text NOT NULL,
  to_answer text NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  by_kind text NOT NULL CHECK (by_kind IN ('journalist', 'officer', 'system')),
  by_user_id uuid,
  reason text,
  note text,
  PRIMARY KEY (id, office_id),
  FOREIGN KEY (invitation_id, office_id) REFERENCES invitations (id, office_id)
);
COMMENT ON TABLE responses IS 'Append-only history of every answer: from, to, by whom, why';
CREATE INDEX responses_invitation ON responses (office_id, invitation_id, id);
CALL guard_office_table('responses', edited => false);
GRANT SELECT, INSERT ON responses TO ngopi_app;

CREATE TABLE deliveries (
  id uuid NOT NULL DEFAULT uuidv7(),
  office_id uuid NOT NULL,
  invitation_id uuid NOT NULL,
  channel text NOT NULL CHECK (channel IN ('whatsapp', 'email', 'letter', 'phone')),
  kind text NOT NULL CHECK (kind IN ('invitation', 'reminder', 'reschedule', 'cancel', 'thanks')),
  mail_id uuid,
  by_user_id uuid,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (id, office_id),
  FOREIGN KEY (invitation_id, office_id) REFERENCES invitations (id, office_id),
  FOREIGN KEY (mail_id, office_id) REFERENCES mails (id, office_id),
  CHECK ((channel = 'email') = (mail_id IS NOT NULL))
);
COMMENT ON TABLE deliveries IS 'A message that reached for a guest: a queued mail, or the mark of the person who sent it by other means';
CREATE INDEX deliveries_invitation ON deliveries (office_id, invitation_id, id);
CALL guard_office_table('deliveries', edited => false);
GRANT SELECT, INSERT ON deliveries TO ngopi_app;

CREATE POLICY lookup ON invitations FOR SELECT TO ngopi_lookup USING (true);
GRANT SELECT (id, office_id, session_id, link_version) ON invitations TO ngopi_lookup;
CREATE FUNCTION find_invitation(invitation_id uuid) RETURNS TABLE (office_id uuid, link_version integer)
LANGUAGE sql STABLE ROWS 1 SECURITY DEFINER SET search_path = public, pg_catalog AS $$
  SELECT i.office_id, i.link_version FROM invitations i WHERE i.id = invitation_id
$$;
GRANT CREATE ON SCHEMA public TO ngopi_lookup;
ALTER FUNCTION find_invitation(uuid) OWNER TO ngopi_lookup;
REVOKE CREATE ON SCHEMA public FROM ngopi_lookup;
GRANT EXECUTE ON FUNCTION find_invitation(uuid) TO ngopi_app;
