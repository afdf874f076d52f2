-- Each message to a guest: what it said, for which version of the link, and whether its mark was taken back.
ALTER TABLE deliveries
  ADD COLUMN about text,
  ADD COLUMN link_version integer,
  ADD COLUMN reminder_step text,
  ADD COLUMN taken_back_at timestamptz;
-- Its owner need not be a superuser, and then sees no row while the policies are forced.
ALTER TABLE deliveries NO FORCE ROW LEVEL SECURITY;
ALTER TABLE invitations NO FORCE ROW LEVEL SECURITY;
UPDATE deliveries d SET
  about = CASE d.kind WHEN 'reminder' THEN 'reminder_silent' ELSE d.kind END,
  link_version = (SELECT i.link_version FROM invitations i WHERE i.id = d.invitation_id AND i.office_id = d.office_id);
ALTER TABLE deliveries FORCE ROW LEVEL SECURITY;
ALTER TABLE invitations FORCE ROW LEVEL SECURITY;
ALTER TABLE deliveries
  ALTER COLUMN about SET NOT NULL,
  ALTER COLUMN link_version SET NOT NULL;
COMMENT ON COLUMN deliveries.about IS 'Kind of the template it was written from';
COMMENT ON COLUMN deliveries.reminder_step IS 'The step of the reminders it belongs to and the day of the session, such as 3-0900@2026-11-25: three days before, at 09.00';
-- A guest is reminded once a step, however many workers there are.
CREATE UNIQUE INDEX deliveries_reminder ON deliveries (office_id, invitation_id, reminder_step) WHERE taken_back_at IS NULL;
CREATE INDEX deliveries_mail ON deliveries (office_id, mail_id);
GRANT UPDATE (taken_back_at) ON deliveries TO ngopi_app;

CREATE TABLE whatsapp_queue (
  id uuid NOT NULL DEFAULT uuidv7(),
  office_id uuid NOT NULL,
  invitation_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('invitation', 'reminder', 'reschedule', 'cancel', 'thanks')),
  about text CHECK (about IN ('seat', 'offer')),
  reminder_step text,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sent', 'skipped', 'problem', 'withdrawn')),
  claimed_by uuid,
  claimed_until timestamptz,
  delivery_id uuid,
  note text,
  created_at timestamptz NOT NULL DEFAULT now(),
  settled_at timestamptz,
  settled_by uuid,
  PRIMARY KEY (id, office_id),
  FOREIGN KEY (invitation_id, office_id) REFERENCES invitations (id, office_id),
  FOREIGN KEY (claimed_by, office_id) REFERENCES users (id, office_id),
  FOREIGN KEY (settled_by, office_id) REFERENCES users (id, office_id),
  FOREIGN KEY (delivery_id, office_id) REFERENCES deliveries (id, office_id),
  CHECK ((claimed_by IS NULL) = (claimed_until IS NULL)),
  CHECK ((state = 'waiting') = (settled_at IS NULL))
);
COMMENT ON TABLE whatsapp_queue IS 'Guests whom a person is to write to by WhatsApp, worked through one by one; a claim keeps a second officer off';
COMMENT ON COLUMN whatsapp_queue.about IS 'News of a seat, which counts as an invitation but says something else; null: what the kind says';
CREATE UNIQUE INDEX whatsapp_queue_waiting ON whatsapp_queue (office_id, invitation_id, kind) WHERE state = 'waiting';
CREATE INDEX whatsapp_queue_invitation ON whatsapp_queue (office_id, invitation_id, id);
CALL guard_office_table('whatsapp_queue', edited => false);
GRANT SELECT, INSERT, UPDATE ON whatsapp_queue TO ngopi_app;

CREATE TABLE whatsapp_messages (
  id uuid NOT NULL DEFAULT uuidv7(),
  office_id uuid NOT NULL REFERENCES offices,
  recipient text NOT NULL,
  template text NOT NULL,
  language text NOT NULL,
  parameters text[] NOT NULL DEFAULT '{}',
  state text NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'sent', 'delivered', 'failed', 'withdrawn')),
  provider_id text,
  error text,
  created_at timestamptz NOT NULL DEFAULT now(),
  sent_at timestamptz,
  delivered_at timestamptz,
  PRIMARY KEY (id, office_id)
);
COMMENT ON TABLE whatsapp_messages IS 'Messages through the official WhatsApp service; that one was read is never kept';
CREATE UNIQUE INDEX whatsapp_messages_provider ON whatsapp_messages (provider_id);
CALL guard_office_table('whatsapp_messages', edited => false);
GRANT SELECT, INSERT, UPDATE ON whatsapp_messages TO ngopi_app;

ALTER TABLE deliveries
  ADD COLUMN whatsapp_message_id uuid,
  ADD FOREIGN KEY (whatsapp_message_id, office_id) REFERENCES whatsapp_messages (id, office_id);
CREATE INDEX deliveries_whatsapp ON deliveries (office_id, whatsapp_message_id);

-- The service reports by its own id, before an office is known; by ours where it took a message and we never learnt its id.
CREATE POLICY lookup ON whatsapp_messages FOR SELECT TO ngopi_lookup USING (true);
GRANT SELECT (id, office_id, provider_id) ON whatsapp_messages TO ngopi_lookup;
CREATE FUNCTION find_whatsapp_message(provider text, ours uuid) RETURNS TABLE (id uuid, office_id uuid)
LANGUAGE sql STABLE ROWS 1 SECURITY DEFINER SET search_path = public, pg_catalog AS $$
  SELECT m.id, m.office_id FROM whatsapp_messages m
   WHERE m.provider_id = provider OR (m.id = ours AND m.provider_id IS NULL)
   ORDER BY m.provider_id IS NULL LIMIT 1
$$;
-- A mail comes back by its id alone.
CREATE POLICY lookup ON mails FOR SELECT TO ngopi_lookup USING (true);
GRANT SELECT (id, office_id) ON mails TO ngopi_lookup;
CREATE FUNCTION find_mail(mail uuid) RETURNS TABLE (office_id uuid)
LANGUAGE sql STABLE ROWS 1 SECURITY DEFINER SET search_path = public, pg_catalog AS $$
  SELECT m.office_id FROM mails m WHERE m.id = mail
$$;
GRANT CREATE ON SCHEMA public TO ngopi_lookup;
ALTER FUNCTION find_whatsapp_message(text, uuid) OWNER TO ngopi_lookup;
ALTER FUNCTION find_mail(uuid) OWNER TO ngopi_lookup;
REVOKE CREATE ON SCHEMA public FROM ngopi_lookup;
GRANT EXECUTE ON FUNCTION find_whatsapp_message(text, uuid), find_mail(uuid) TO ngopi_app;
