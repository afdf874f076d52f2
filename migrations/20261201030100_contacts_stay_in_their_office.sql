-- Contact data, notes and reasons are the owning office's alone, whoever else sees the row. The columns are taken from
-- the role that serves requests; it reads them through a view that holds rows of the connection's own office and no
-- others, so that a statement which forgets about it is refused and leaks nothing.
--
-- A column added later to such a table needs a grant of its own: `GRANT SELECT (column) ON table TO ngopi_app`, or the
-- view made anew where it is to stay in the office.
CREATE PROCEDURE keep_in_office(guarded regclass, kept text[], shown_by name)
LANGUAGE plpgsql AS $$
DECLARE
  own CONSTANT text := 'office_id = (string_to_array(current_setting(''app.offices'', true), '','')::uuid[])[1]';
  kept_columns CONSTANT text := (SELECT string_agg(quote_ident(k), ', ') FROM unnest(kept) k);
  others CONSTANT text := (
    SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute
     WHERE attrelid = guarded AND attnum > 0 AND NOT attisdropped AND attname <> ALL (kept));
BEGIN
  EXECUTE format('REVOKE SELECT ON %s FROM ngopi_app', guarded);
  EXECUTE format('GRANT SELECT (%s) ON %s TO ngopi_app', others, guarded);
  EXECUTE format('GRANT SELECT (id, office_id, %s) ON %s TO ngopi_lookup', kept_columns, guarded);
  EXECUTE format('CREATE POLICY own ON %s FOR SELECT TO ngopi_lookup USING (%s)', guarded, own);
  EXECUTE format('CREATE VIEW %I AS SELECT id, office_id, %s FROM %s WHERE %s', shown_by, kept_columns, guarded, own);
  EXECUTE format('ALTER VIEW %I OWNER TO ngopi_lookup', shown_by);
  EXECUTE format('GRANT SELECT ON %I TO ngopi_app', shown_by);
  EXECUTE format('COMMENT ON VIEW %I IS %L', shown_by,
                 format('What the connection''s own office alone reads of %s; without rows of any other office', guarded));
END $$;

-- Whether there is a number or an address tells nobody what it is; counts and choices need no more.
ALTER TABLE journalists
  ADD COLUMN has_phone boolean GENERATED ALWAYS AS (phone IS NOT NULL) VIRTUAL,
  ADD COLUMN has_email boolean GENERATED ALWAYS AS (email IS NOT NULL) VIRTUAL;

GRANT CREATE ON SCHEMA public TO ngopi_lookup;
CALL keep_in_office('journalists', '{phone,phone_raw,email,notes}', 'journalist_contacts');
CALL keep_in_office('outlets', '{phone,phone_raw,email,address,notes}', 'outlet_contacts');
CALL keep_in_office('representations', '{phone,email}', 'representation_contacts');
CALL keep_in_office('invitations', '{decline_reason,decline_kind}', 'invitation_reasons');
CALL keep_in_office('responses', '{reason,note}', 'response_reasons');
CALL keep_in_office('attendances', '{reason,closed_reason}', 'attendance_reasons');
REVOKE CREATE ON SCHEMA public FROM ngopi_lookup;

-- An officer's note on a guest who waits is written, and read by nobody but the log.
DO $$
DECLARE
  others CONSTANT text := (
    SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute
     WHERE attrelid = 'whatsapp_queue'::regclass AND attnum > 0 AND NOT attisdropped AND attname <> 'note');
BEGIN
  REVOKE SELECT ON whatsapp_queue FROM ngopi_app;
  EXECUTE format('GRANT SELECT (%s) ON whatsapp_queue TO ngopi_app', others);
END $$;

-- Mails and messages, answers kept for repeated requests and what opens an account are not seen from above at all.
DO $$
DECLARE
  guarded text;
BEGIN
  FOREACH guarded IN ARRAY '{mails,whatsapp_messages,idempotency_keys,logins,password_tokens}'::text[] LOOP
    EXECUTE format('DROP POLICY readable ON %I', guarded);
    EXECUTE format('CREATE POLICY readable ON %I FOR SELECT TO ngopi_app
                      USING (office_id = (string_to_array(current_setting(''app.offices'', true), '','')::uuid[])[1])', guarded);
  END LOOP;
END $$;

-- What became of a message is seen with the invitation it was about.
GRANT SELECT (state) ON mails, whatsapp_messages TO ngopi_lookup;
CREATE VIEW mail_states AS SELECT id, office_id, state FROM mails
 WHERE office_id = ANY (string_to_array(current_setting('app.offices', true), ',')::uuid[]);
CREATE VIEW whatsapp_states AS SELECT id, office_id, state FROM whatsapp_messages
 WHERE office_id = ANY (string_to_array(current_setting('app.offices', true), ',')::uuid[]);
COMMENT ON VIEW mail_states IS 'What became of a mail, for every office in sight; neither to whom it went nor what it said';
COMMENT ON VIEW whatsapp_states IS 'As mail_states, of messages through the official WhatsApp service';
GRANT CREATE ON SCHEMA public TO ngopi_lookup;
ALTER VIEW mail_states OWNER TO ngopi_lookup;
ALTER VIEW whatsapp_states OWNER TO ngopi_lookup;
REVOKE CREATE ON SCHEMA public FROM ngopi_lookup;
GRANT SELECT ON mail_states, whatsapp_states TO ngopi_app;
