-- Generated from the migrations by `npm run schema`.

CREATE TABLE attendances (
  id                uuid                     NOT NULL DEFAULT uuidv7(),
  office_id         uuid                     NOT NULL,
  session_id        uuid                     NOT NULL,
  journalist_id     uuid                     NOT NULL,
  invitation_id     uuid,
  outlet_id         uuid,
  status            text                     NOT NULL,
  marked_status     text,
  marked_at         timestamp with time zone,
  reason            text,
  arrived_at        timestamp with time zone,
  source            text,
  flags             text[]                   NOT NULL DEFAULT '{}'::text[],
  version           integer                  NOT NULL DEFAULT 1,
  created_at        timestamp with time zone NOT NULL DEFAULT now(),
  updated_at        timestamp with time zone NOT NULL DEFAULT now(),
  self_reported_at  timestamp with time zone,
  closed_status     text,
  closed_reason     text,
  CONSTRAINT attendances_pkey PRIMARY KEY (id, office_id),
  CONSTRAINT attendances_once UNIQUE (office_id, session_id, journalist_id),
  CONSTRAINT attendances_invitation_id_office_id_fkey FOREIGN KEY (invitation_id, office_id) REFERENCES invitations(id, office_id),
  CONSTRAINT attendances_journalist_id_office_id_fkey FOREIGN KEY (journalist_id, office_id) REFERENCES journalists(id, office_id),
  CONSTRAINT attendances_outlet_id_office_id_fkey FOREIGN KEY (outlet_id, office_id) REFERENCES outlets(id, office_id),
  CONSTRAINT attendances_session_id_office_id_fkey FOREIGN KEY (session_id, office_id) REFERENCES sessions(id, office_id),
  CONSTRAINT attendances_check CHECK (closed_reason IS NULL OR closed_status = 'excused'::text),
  CONSTRAINT attendances_closed_status_check CHECK (closed_status = ANY (ARRAY['absent'::text, 'excused'::text])),
  CONSTRAINT attendances_marked_status_check CHECK (marked_status = ANY (ARRAY['present'::text, 'absent'::text, 'excused'::text])),
  CONSTRAINT attendances_source_check CHECK (source = ANY (ARRAY['pass'::text, 'list'::text, 'walk_in'::text, 'self'::text, 'import'::text])),
  CONSTRAINT attendances_status_check CHECK (status = ANY (ARRAY['unmarked'::text, 'present'::text, 'absent'::text, 'excused'::text]))
);

COMMENT ON TABLE attendances IS 'Who was really there: what the scans say, unless a person set it by hand (marked_status); the outlet is frozen';
COMMENT ON COLUMN attendances.self_reported_at IS 'When the guest typed the code shown in the room; counts once staff let them in';
COMMENT ON COLUMN attendances.closed_status IS 'What an invited guest counts as since the session was closed, while neither the door nor a hand says otherwise';
COMMENT ON COLUMN attendances.closed_reason IS 'Why closing the session excused the guest';

CREATE INDEX attendances_journalist ON attendances (office_id, journalist_id);
CREATE INDEX attendances_outlet ON attendances (office_id, outlet_id);

ALTER TABLE attendances ENABLE ROW LEVEL SECURITY;
ALTER TABLE attendances FORCE ROW LEVEL SECURITY;
CREATE POLICY deletable ON attendances FOR DELETE TO ngopi_app
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY insertable ON attendances FOR INSERT TO ngopi_app
  WITH CHECK ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY own ON attendances FOR SELECT TO ngopi_lookup
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY readable ON attendances FOR SELECT TO ngopi_app
  USING ((office_id = ANY ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])));
CREATE POLICY updatable ON attendances FOR UPDATE TO ngopi_app
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));

CREATE TRIGGER announce_change AFTER UPDATE ON attendances REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION announce_attendances();
CREATE TRIGGER announce_new AFTER INSERT ON attendances REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION announce_attendances();
CREATE TRIGGER log AFTER INSERT OR DELETE OR UPDATE ON attendances FOR EACH ROW EXECUTE FUNCTION record_activity();
CREATE TRIGGER touch BEFORE UPDATE ON attendances FOR EACH ROW EXECUTE FUNCTION touch_row();

GRANT INSERT, UPDATE ON attendances TO ngopi_app;
GRANT SELECT (id, office_id, session_id, journalist_id, invitation_id, outlet_id, status, marked_status, marked_at, arrived_at, source, flags, version, created_at, updated_at, self_reported_at, closed_status) ON attendances TO ngopi_app;
GRANT SELECT (id, office_id, reason, closed_reason) ON attendances TO ngopi_lookup;
