-- Generated from the migrations by `npm run schema`.

CREATE TABLE whatsapp_messages (
  id            uuid                     NOT NULL DEFAULT uuidv7(),
  office_id     uuid                     NOT NULL,
  recipient     text                     NOT NULL,
  template      text                     NOT NULL,
  language      text                     NOT NULL,
  parameters    text[]                   NOT NULL DEFAULT '{}'::text[],
  state         text                     NOT NULL DEFAULT 'queued'::text,
  provider_id   text,
  error         text,
  created_at    timestamp with time zone NOT NULL DEFAULT now(),
  sent_at       timestamp with time zone,
  delivered_at  timestamp with time zone,
  CONSTRAINT whatsapp_messages_pkey PRIMARY KEY (id, office_id),
  CONSTRAINT whatsapp_messages_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(id),
  CONSTRAINT whatsapp_messages_state_check CHECK (state = ANY (ARRAY['queued'::text, 'sent'::text, 'delivered'::text, 'failed'::text, 'withdrawn'::text]))
);

COMMENT ON TABLE whatsapp_messages IS 'Messages through the official WhatsApp service; that one was read is never kept';

CREATE UNIQUE INDEX whatsapp_messages_provider ON whatsapp_messages (provider_id);

ALTER TABLE whatsapp_messages ENABLE ROW LEVEL SECURITY;
ALTER TABLE whatsapp_messages FORCE ROW LEVEL SECURITY;
CREATE POLICY deletable ON whatsapp_messages FOR DELETE TO ngopi_app
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY insertable ON whatsapp_messages FOR INSERT TO ngopi_app
  WITH CHECK ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY lookup ON whatsapp_messages FOR SELECT TO ngopi_lookup
  USING (true);
CREATE POLICY readable ON whatsapp_messages FOR SELECT TO ngopi_app
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY updatable ON whatsapp_messages FOR UPDATE TO ngopi_app
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));

GRANT INSERT, SELECT, UPDATE ON whatsapp_messages TO ngopi_app;
GRANT SELECT (id, office_id, state, provider_id) ON whatsapp_messages TO ngopi_lookup;
