-- Generated from the migrations by `npm run schema`.

CREATE TABLE representations (
  id             uuid                     NOT NULL DEFAULT uuidv7(),
  office_id      uuid                     NOT NULL,
  invitation_id  uuid                     NOT NULL,
  full_name      text                     NOT NULL,
  phone          text,
  email          text,
  outlet_name    text,
  state          text                     NOT NULL DEFAULT 'pending'::text,
  decided_by     uuid,
  decided_at     timestamp with time zone,
  version        integer                  NOT NULL DEFAULT 1,
  created_at     timestamp with time zone NOT NULL DEFAULT now(),
  updated_at     timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT representations_pkey PRIMARY KEY (id, office_id),
  CONSTRAINT representations_decided_by_office_id_fkey FOREIGN KEY (decided_by, office_id) REFERENCES users(id, office_id),
  CONSTRAINT representations_invitation_id_office_id_fkey FOREIGN KEY (invitation_id, office_id) REFERENCES invitations(id, office_id),
  CONSTRAINT representations_check CHECK ((state = 'pending'::text) = (decided_at IS NULL)),
  CONSTRAINT representations_state_check CHECK (state = ANY (ARRAY['pending'::text, 'substituted'::text, 'invited'::text, 'refused'::text]))
);

COMMENT ON TABLE representations IS 'Somebody with a forwarded link who says whom they represent; waits for an officer, changes nothing by itself';

CREATE INDEX representations_invitation ON representations (office_id, invitation_id, id);

ALTER TABLE representations ENABLE ROW LEVEL SECURITY;
ALTER TABLE representations FORCE ROW LEVEL SECURITY;
CREATE POLICY deletable ON representations FOR DELETE TO ngopi_app
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY insertable ON representations FOR INSERT TO ngopi_app
  WITH CHECK ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY own ON representations FOR SELECT TO ngopi_lookup
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY readable ON representations FOR SELECT TO ngopi_app
  USING ((office_id = ANY ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])));
CREATE POLICY updatable ON representations FOR UPDATE TO ngopi_app
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));

CREATE TRIGGER log AFTER INSERT OR DELETE OR UPDATE ON representations FOR EACH ROW EXECUTE FUNCTION record_activity();
CREATE TRIGGER touch BEFORE UPDATE ON representations FOR EACH ROW EXECUTE FUNCTION touch_row();

GRANT INSERT, UPDATE ON representations TO ngopi_app;
GRANT SELECT (id, office_id, invitation_id, full_name, outlet_name, state, decided_by, decided_at, version, created_at, updated_at) ON representations TO ngopi_app;
GRANT SELECT (id, office_id, phone, email) ON representations TO ngopi_lookup;
