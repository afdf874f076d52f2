-- Generated from the migrations by `npm run schema`.

CREATE TABLE invitations (
  id                 uuid                     NOT NULL DEFAULT uuidv7(),
  office_id          uuid                     NOT NULL,
  session_id         uuid                     NOT NULL,
  journalist_id      uuid                     NOT NULL,
  outlet_id          uuid,
  link_version       integer                  NOT NULL DEFAULT 1,
  answer             text                     NOT NULL DEFAULT 'none'::text,
  holds_seat         boolean                  NOT NULL DEFAULT false,
  waitlisted_at      timestamp with time zone,
  party_size         integer                  NOT NULL DEFAULT 1,
  responded_at       timestamp with time zone,
  decline_reason     text,
  revoked_at         timestamp with time zone,
  version            integer                  NOT NULL DEFAULT 1,
  created_at         timestamp with time zone NOT NULL DEFAULT now(),
  updated_at         timestamp with time zone NOT NULL DEFAULT now(),
  offer_expires_at   timestamp with time zone,
  decline_kind       text,
  crew               jsonb                    NOT NULL DEFAULT '[]'::jsonb,
  substitute_of      uuid,
  group_name         text,
  group_places       integer,
  named_by           uuid,
  swapped_at_door    boolean                  NOT NULL DEFAULT false,
  named_as           text,
  calendar_revision  integer                  NOT NULL DEFAULT 0,
  CONSTRAINT invitations_pkey PRIMARY KEY (id, office_id),
  CONSTRAINT invitations_once UNIQUE (office_id, session_id, journalist_id),
  CONSTRAINT invitations_journalist_id_office_id_fkey FOREIGN KEY (journalist_id, office_id) REFERENCES journalists(id, office_id),
  CONSTRAINT invitations_named_by_office_id_fkey FOREIGN KEY (named_by, office_id) REFERENCES invitations(id, office_id),
  CONSTRAINT invitations_outlet_id_office_id_fkey FOREIGN KEY (outlet_id, office_id) REFERENCES outlets(id, office_id),
  CONSTRAINT invitations_session_id_office_id_fkey FOREIGN KEY (session_id, office_id) REFERENCES sessions(id, office_id),
  CONSTRAINT invitations_substitute_of_office_id_fkey FOREIGN KEY (substitute_of, office_id) REFERENCES invitations(id, office_id),
  CONSTRAINT invitations_answer_check CHECK (answer = ANY (ARRAY['none'::text, 'attending'::text, 'maybe'::text, 'declined'::text, 'waitlisted'::text, 'offered'::text, 'needs_reconfirmation'::text, 'substituted'::text])),
  CONSTRAINT invitations_check CHECK (NOT holds_seat OR (answer = ANY (ARRAY['attending'::text, 'needs_reconfirmation'::text, 'offered'::text])) AND revoked_at IS NULL),
  CONSTRAINT invitations_check1 CHECK (answer <> 'waitlisted'::text OR waitlisted_at IS NOT NULL),
  CONSTRAINT invitations_check2 CHECK ((answer = 'offered'::text) = (offer_expires_at IS NOT NULL)),
  CONSTRAINT invitations_check3 CHECK (answer <> 'offered'::text OR holds_seat),
  CONSTRAINT invitations_check4 CHECK ((group_name IS NULL) = (group_places IS NULL)),
  CONSTRAINT invitations_decline_kind_check CHECK (decline_kind = ANY (ARRAY['assignment'::text, 'out_of_town'::text, 'unwell'::text, 'not_my_beat'::text, 'other'::text])),
  CONSTRAINT invitations_group_places_check CHECK (group_places >= 1 AND group_places <= 50),
  CONSTRAINT invitations_named_as_check CHECK (length(named_as) >= 1 AND length(named_as) <= 160),
  CONSTRAINT invitations_party_size_check CHECK (party_size >= 1 AND party_size <= 10)
);

COMMENT ON TABLE invitations IS 'One journalist, one session, the outlet represented; a revoked one is reused when invited again';
COMMENT ON COLUMN invitations.party_size IS 'The guest and the crew: heads to count, not seats';
COMMENT ON COLUMN invitations.crew IS 'Who comes along: role (reporter, cameraman, photographer) and, where given, name';
COMMENT ON COLUMN invitations.substitute_of IS 'The invitation whose seat or place in the queue this one took over';
COMMENT ON COLUMN invitations.group_name IS 'The outlet or pokja that this guest coordinates and names group_places people for';
COMMENT ON COLUMN invitations.named_by IS 'The coordinator who named this guest';
COMMENT ON COLUMN invitations.swapped_at_door IS 'Of a substituted guest: the desk let the substitute in, nobody had been named before';
COMMENT ON COLUMN invitations.named_as IS 'The name of this guest as the coordinator wrote it; set with named_by';
COMMENT ON COLUMN invitations.calendar_revision IS 'Added to the session''s calendar sequence for this guest: rises when the invitation is revoked, passed on or given back';

CREATE INDEX invitations_journalist ON invitations (office_id, journalist_id);
CREATE INDEX invitations_named ON invitations (office_id, named_by) WHERE (named_by IS NOT NULL);
CREATE INDEX invitations_offers ON invitations (offer_expires_at) WHERE (answer = 'offered'::text);
CREATE INDEX invitations_outlet ON invitations (office_id, outlet_id);
CREATE INDEX invitations_session ON invitations (office_id, session_id, id);
CREATE INDEX invitations_substitute ON invitations (office_id, substitute_of) WHERE (substitute_of IS NOT NULL);
CREATE INDEX invitations_waiting ON invitations (office_id, session_id, waitlisted_at, id) WHERE (answer = 'waitlisted'::text);

ALTER TABLE invitations ENABLE ROW LEVEL SECURITY;
ALTER TABLE invitations FORCE ROW LEVEL SECURITY;
CREATE POLICY deletable ON invitations FOR DELETE TO ngopi_app
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY insertable ON invitations FOR INSERT TO ngopi_app
  WITH CHECK ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY lookup ON invitations FOR SELECT TO ngopi_lookup
  USING (true);
CREATE POLICY own ON invitations FOR SELECT TO ngopi_lookup
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY readable ON invitations FOR SELECT TO ngopi_app
  USING ((office_id = ANY ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])));
CREATE POLICY updatable ON invitations FOR UPDATE TO ngopi_app
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));

CREATE TRIGGER announce_change AFTER UPDATE ON invitations REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION announce_guests();
CREATE TRIGGER announce_new AFTER INSERT ON invitations REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION announce_guests();
CREATE TRIGGER log AFTER INSERT OR DELETE OR UPDATE ON invitations FOR EACH ROW EXECUTE FUNCTION record_activity();
CREATE TRIGGER touch BEFORE UPDATE ON invitations FOR EACH ROW EXECUTE FUNCTION touch_row();

GRANT INSERT, UPDATE ON invitations TO ngopi_app;
GRANT SELECT (id, office_id, session_id, journalist_id, outlet_id, link_version, answer, holds_seat, waitlisted_at, party_size, responded_at, revoked_at, version, created_at, updated_at, offer_expires_at, crew, substitute_of, group_name, group_places, named_by, swapped_at_door, named_as, calendar_revision) ON invitations TO ngopi_app;
GRANT SELECT (id, office_id, session_id, journalist_id, link_version, answer, decline_reason, revoked_at, offer_expires_at, decline_kind) ON invitations TO ngopi_lookup;
