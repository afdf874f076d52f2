-- Generated from the migrations by `npm run schema`.

CREATE TABLE whatsapp_queue (
  id             uuid                     NOT NULL DEFAULT uuidv7(),
  office_id      uuid                     NOT NULL,
  invitation_id  uuid                     NOT NULL,
  kind           text                     NOT NULL,
  about          text,
  reminder_step  text,
  state          text                     NOT NULL DEFAULT 'waiting'::text,
  claimed_by     uuid,
  claimed_until  timestamp with time zone,
  delivery_id    uuid,
  note           text,
  created_at     timestamp with time zone NOT NULL DEFAULT now(),
  settled_at     timestamp with time zone,
  settled_by     uuid,
  notice_id      uuid,
  reminds        text,
  CONSTRAINT whatsapp_queue_pkey PRIMARY KEY (id, office_id),
  CONSTRAINT whatsapp_queue_claimed_by_office_id_fkey FOREIGN KEY (claimed_by, office_id) REFERENCES users(id, office_id),
  CONSTRAINT whatsapp_queue_delivery_id_office_id_fkey FOREIGN KEY (delivery_id, office_id) REFERENCES deliveries(id, office_id),
  CONSTRAINT whatsapp_queue_invitation_id_office_id_fkey FOREIGN KEY (invitation_id, office_id) REFERENCES invitations(id, office_id),
  CONSTRAINT whatsapp_queue_settled_by_office_id_fkey FOREIGN KEY (settled_by, office_id) REFERENCES users(id, office_id),
  CONSTRAINT whatsapp_queue_about_check CHECK (about = ANY (ARRAY['seat'::text, 'offer'::text, 'revoked'::text, 'replaced'::text])),
  CONSTRAINT whatsapp_queue_check CHECK ((claimed_by IS NULL) = (claimed_until IS NULL)),
  CONSTRAINT whatsapp_queue_check1 CHECK ((state = 'waiting'::text) = (settled_at IS NULL)),
  CONSTRAINT whatsapp_queue_check2 CHECK (reminds IS NULL OR kind = 'reminder'::text AND reminder_step IS NULL),
  CONSTRAINT whatsapp_queue_kind_check CHECK (kind = ANY (ARRAY['invitation'::text, 'reminder'::text, 'reschedule'::text, 'cancel'::text, 'thanks'::text])),
  CONSTRAINT whatsapp_queue_reminds_check CHECK (reminds = ANY (ARRAY['silent'::text, 'unconfirmed'::text, 'maybe'::text, 'attending'::text])),
  CONSTRAINT whatsapp_queue_state_check CHECK (state = ANY (ARRAY['waiting'::text, 'sent'::text, 'skipped'::text, 'problem'::text, 'withdrawn'::text]))
);

COMMENT ON TABLE whatsapp_queue IS 'Guests whom a person is to write to by WhatsApp, worked through one by one; a claim keeps a second officer off';
COMMENT ON COLUMN whatsapp_queue.about IS 'What it says where the kind alone does not tell: news of a seat counts as an invitation, the end of an invitation as a cancellation';
COMMENT ON COLUMN whatsapp_queue.notice_id IS 'The latest notice of the system that put the guest here';
COMMENT ON COLUMN whatsapp_queue.reminds IS 'Of a reminder sent by hand: whom it is meant for; null: it suits whoever stands elsewhere by now';

CREATE INDEX whatsapp_queue_invitation ON whatsapp_queue (office_id, invitation_id, id);
CREATE UNIQUE INDEX whatsapp_queue_waiting ON whatsapp_queue (office_id, invitation_id, kind) WHERE (state = 'waiting'::text);

ALTER TABLE whatsapp_queue ENABLE ROW LEVEL SECURITY;
ALTER TABLE whatsapp_queue FORCE ROW LEVEL SECURITY;
CREATE POLICY deletable ON whatsapp_queue FOR DELETE TO ngopi_app
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY insertable ON whatsapp_queue FOR INSERT TO ngopi_app
  WITH CHECK ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY readable ON whatsapp_queue FOR SELECT TO ngopi_app
  USING ((office_id = ANY ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])));
CREATE POLICY updatable ON whatsapp_queue FOR UPDATE TO ngopi_app
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));

GRANT INSERT, UPDATE ON whatsapp_queue TO ngopi_app;
GRANT SELECT (id, office_id, invitation_id, kind, about, reminder_step, state, claimed_by, claimed_until, delivery_id, created_at, settled_at, settled_by, notice_id, reminds) ON whatsapp_queue TO ngopi_app;
