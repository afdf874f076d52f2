-- Generated from the migrations by `npm run schema`.

CREATE TABLE deliveries (
  id                   uuid                     NOT NULL DEFAULT uuidv7(),
  office_id            uuid                     NOT NULL,
  invitation_id        uuid                     NOT NULL,
  channel              text                     NOT NULL,
  kind                 text                     NOT NULL,
  mail_id              uuid,
  by_user_id           uuid,
  at                   timestamp with time zone NOT NULL DEFAULT now(),
  about                text                     NOT NULL,
  link_version         integer                  NOT NULL,
  reminder_step        text,
  taken_back_at        timestamp with time zone,
  whatsapp_message_id  uuid,
  notice_id            uuid,
  CONSTRAINT deliveries_pkey PRIMARY KEY (id, office_id),
  CONSTRAINT deliveries_invitation_id_office_id_fkey FOREIGN KEY (invitation_id, office_id) REFERENCES invitations(id, office_id),
  CONSTRAINT deliveries_mail_id_office_id_fkey FOREIGN KEY (mail_id, office_id) REFERENCES mails(id, office_id),
  CONSTRAINT deliveries_whatsapp_message_id_office_id_fkey FOREIGN KEY (whatsapp_message_id, office_id) REFERENCES whatsapp_messages(id, office_id),
  CONSTRAINT deliveries_channel_check CHECK (channel = ANY (ARRAY['whatsapp'::text, 'email'::text, 'letter'::text, 'phone'::text])),
  CONSTRAINT deliveries_check CHECK ((channel = 'email'::text) = (mail_id IS NOT NULL)),
  CONSTRAINT deliveries_kind_check CHECK (kind = ANY (ARRAY['invitation'::text, 'reminder'::text, 'reschedule'::text, 'cancel'::text, 'thanks'::text]))
);

COMMENT ON TABLE deliveries IS 'A message that reached for a guest: a queued mail, or the mark of the person who sent it by other means';
COMMENT ON COLUMN deliveries.about IS 'Kind of the template it was written from';
COMMENT ON COLUMN deliveries.reminder_step IS 'The step of the reminders it belongs to and the day of the session, such as 3-0900@2026-11-25: three days before, at 09.00';
COMMENT ON COLUMN deliveries.notice_id IS 'The notice of the system it belongs to; null: a person sent it, or a reminder';

CREATE INDEX deliveries_invitation ON deliveries (office_id, invitation_id, id);
CREATE INDEX deliveries_mail ON deliveries (office_id, mail_id);
CREATE UNIQUE INDEX deliveries_notice ON deliveries (office_id, invitation_id, notice_id) WHERE (notice_id IS NOT NULL);
CREATE UNIQUE INDEX deliveries_reminder ON deliveries (office_id, invitation_id, reminder_step) WHERE (taken_back_at IS NULL);
CREATE INDEX deliveries_whatsapp ON deliveries (office_id, whatsapp_message_id);

ALTER TABLE deliveries ENABLE ROW LEVEL SECURITY;
ALTER TABLE deliveries FORCE ROW LEVEL SECURITY;
CREATE POLICY deletable ON deliveries FOR DELETE TO ngopi_app
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY insertable ON deliveries FOR INSERT TO ngopi_app
  WITH CHECK ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY readable ON deliveries FOR SELECT TO ngopi_app
  USING ((office_id = ANY ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])));
CREATE POLICY updatable ON deliveries FOR UPDATE TO ngopi_app
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));

GRANT INSERT, SELECT ON deliveries TO ngopi_app;
GRANT UPDATE (taken_back_at) ON deliveries TO ngopi_app;
