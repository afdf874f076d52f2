-- Generated from the migrations by `npm run schema`.

CREATE TABLE users (
  id               uuid                     NOT NULL DEFAULT uuidv7(),
  office_id        uuid                     NOT NULL,
  name             text                     NOT NULL,
  email            text                     NOT NULL,
  role             text                     NOT NULL,
  password_hash    text,
  disabled_at      timestamp with time zone,
  last_login_at    timestamp with time zone,
  version          integer                  NOT NULL DEFAULT 1,
  created_at       timestamp with time zone NOT NULL DEFAULT now(),
  updated_at       timestamp with time zone NOT NULL DEFAULT now(),
  archived_at      timestamp with time zone,
  invited_at       timestamp with time zone,
  password_set_at  timestamp with time zone,
  CONSTRAINT users_pkey PRIMARY KEY (id, office_id),
  CONSTRAINT users_email UNIQUE (email),
  CONSTRAINT users_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(id),
  CONSTRAINT users_email_check CHECK (email = lower(email)),
  CONSTRAINT users_role_check CHECK (role = ANY (ARRAY['admin'::text, 'officer'::text, 'manager'::text, 'desk'::text]))
);

COMMENT ON TABLE users IS 'A person who logs in; without a password hash the invitation is still open';

CREATE INDEX users_office ON users (office_id, name, id);

ALTER TABLE users ENABLE ROW LEVEL SECURITY;
ALTER TABLE users FORCE ROW LEVEL SECURITY;
CREATE POLICY deletable ON users FOR DELETE TO ngopi_app
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY insertable ON users FOR INSERT TO ngopi_app
  WITH CHECK ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY lookup ON users FOR SELECT TO ngopi_lookup
  USING (true);
CREATE POLICY readable ON users FOR SELECT TO ngopi_app
  USING ((office_id = ANY ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])));
CREATE POLICY updatable ON users FOR UPDATE TO ngopi_app
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));

CREATE TRIGGER announce AFTER UPDATE OF role, disabled_at, name, password_hash ON users FOR EACH ROW EXECUTE FUNCTION announce_access_change();
CREATE TRIGGER log AFTER INSERT OR DELETE OR UPDATE ON users FOR EACH ROW EXECUTE FUNCTION record_activity();
CREATE TRIGGER touch BEFORE UPDATE ON users FOR EACH ROW WHEN (NOT old.last_login_at IS DISTINCT FROM new.last_login_at) EXECUTE FUNCTION touch_row();

GRANT INSERT, SELECT, UPDATE ON users TO ngopi_app;
GRANT SELECT (id, office_id, name, email, role, password_hash, disabled_at, password_set_at) ON users TO ngopi_lookup;
