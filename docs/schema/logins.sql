-- Generated from the migrations by `npm run schema`.

CREATE TABLE logins (
  id             uuid                     NOT NULL DEFAULT uuidv7(),
  office_id      uuid                     NOT NULL,
  user_id        uuid                     NOT NULL,
  token_hash     bytea                    NOT NULL,
  previous_hash  bytea,
  rotated_at     timestamp with time zone NOT NULL DEFAULT now(),
  created_at     timestamp with time zone NOT NULL DEFAULT now(),
  expires_at     timestamp with time zone NOT NULL,
  ended_at       timestamp with time zone,
  CONSTRAINT logins_pkey PRIMARY KEY (id, office_id),
  CONSTRAINT logins_user_id_office_id_fkey FOREIGN KEY (user_id, office_id) REFERENCES users(id, office_id)
);

COMMENT ON TABLE logins IS 'A family of refresh tokens: the hash of the present one and of its immediate predecessor';

CREATE INDEX logins_user ON logins (office_id, user_id);

ALTER TABLE logins ENABLE ROW LEVEL SECURITY;
ALTER TABLE logins FORCE ROW LEVEL SECURITY;
CREATE POLICY deletable ON logins FOR DELETE TO ngopi_app
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY insertable ON logins FOR INSERT TO ngopi_app
  WITH CHECK ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY lookup ON logins FOR SELECT TO ngopi_lookup
  USING (true);
CREATE POLICY readable ON logins FOR SELECT TO ngopi_app
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY updatable ON logins FOR UPDATE TO ngopi_app
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));

CREATE TRIGGER announce AFTER UPDATE OF ended_at ON logins FOR EACH ROW EXECUTE FUNCTION announce_login_end();

GRANT DELETE, INSERT, SELECT, UPDATE ON logins TO ngopi_app;
GRANT SELECT (id, office_id, user_id, ended_at) ON logins TO ngopi_lookup;
