-- Generated from the migrations by `npm run schema`.

CREATE TABLE offices (
  id               uuid                     NOT NULL DEFAULT uuidv7(),
  parent_id        uuid,
  name             text                     NOT NULL,
  time_zone        text                     NOT NULL,
  city             text,
  letterhead       jsonb                    NOT NULL DEFAULT '{"lines": [], "signatoryNip": "", "signatoryName": "", "signatoryTitle": ""}'::jsonb,
  contact_name     text,
  contact_phone    text,
  version          integer                  NOT NULL DEFAULT 1,
  created_at       timestamp with time zone NOT NULL DEFAULT now(),
  updated_at       timestamp with time zone NOT NULL DEFAULT now(),
  archived_at      timestamp with time zone,
  quiet_from       time without time zone   DEFAULT '20:00:00'::time without time zone,
  quiet_until      time without time zone   DEFAULT '07:00:00'::time without time zone,
  seat_policy      text                     NOT NULL DEFAULT 'promote'::text,
  offer_minutes    integer                  NOT NULL DEFAULT 720,
  reminders        jsonb                    NOT NULL DEFAULT '[{"at": "09:00", "daysBefore": 3}, {"at": "09:00", "daysBefore": 1}, {"at": "07:00", "daysBefore": 0}]'::jsonb,
  reminders_since  timestamp with time zone NOT NULL DEFAULT now(),
  contact_email    text,
  CONSTRAINT offices_pkey PRIMARY KEY (id),
  CONSTRAINT offices_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES offices(id),
  CONSTRAINT offices_check CHECK ((contact_name IS NULL) = (contact_phone IS NULL)),
  CONSTRAINT offices_check1 CHECK ((quiet_from IS NULL) = (quiet_until IS NULL)),
  CONSTRAINT offices_contact_email_check CHECK (contact_email IS NULL OR contact_name IS NOT NULL),
  CONSTRAINT offices_offer_minutes_check CHECK (offer_minutes >= 15 AND offer_minutes <= 10080),
  CONSTRAINT offices_seat_policy_check CHECK (seat_policy = ANY (ARRAY['promote'::text, 'offer'::text]))
);

COMMENT ON TABLE offices IS 'A press office (satuan kerja); a regional office is the parent of others';
COMMENT ON COLUMN offices.quiet_from IS 'Automatic messages rest from here until quiet_until, in the zone of the office; null: never';
COMMENT ON COLUMN offices.seat_policy IS 'A freed seat is given to the first who waits at once, or offered with a time limit';
COMMENT ON COLUMN offices.contact_email IS 'Where replies of the press go';

CREATE INDEX offices_parent ON offices (parent_id);

ALTER TABLE offices ENABLE ROW LEVEL SECURITY;
ALTER TABLE offices FORCE ROW LEVEL SECURITY;
CREATE POLICY insertable ON offices FOR INSERT TO ngopi_app
  WITH CHECK ((id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY lookup ON offices FOR SELECT TO ngopi_lookup
  USING (true);
CREATE POLICY readable ON offices FOR SELECT TO ngopi_app
  USING (((id = ANY ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])) OR (parent_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1])));
CREATE POLICY updatable ON offices FOR UPDATE TO ngopi_app
  USING ((id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));

CREATE TRIGGER announce AFTER INSERT OR UPDATE OF parent_id, name ON offices FOR EACH ROW EXECUTE FUNCTION announce_access_change();
CREATE TRIGGER log AFTER INSERT OR DELETE OR UPDATE ON offices FOR EACH ROW EXECUTE FUNCTION record_activity();
CREATE TRIGGER restart_reminders BEFORE UPDATE OF reminders ON offices FOR EACH ROW WHEN (old.reminders IS DISTINCT FROM new.reminders) EXECUTE FUNCTION restart_reminders();
CREATE TRIGGER touch BEFORE UPDATE ON offices FOR EACH ROW EXECUTE FUNCTION touch_row();

GRANT INSERT, SELECT, UPDATE ON offices TO ngopi_app;
GRANT SELECT (id, parent_id, name, time_zone, archived_at, reminders) ON offices TO ngopi_lookup;
