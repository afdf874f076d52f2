-- Generated from the migrations by `npm run schema`.

CREATE TABLE mails (
  id               uuid                     NOT NULL DEFAULT uuidv7(),
  office_id        uuid                     NOT NULL,
  recipient_name   text,
  recipient        text                     NOT NULL,
  subject          text                     NOT NULL,
  body_text        text                     NOT NULL,
  body_html        text,
  confidential     boolean                  NOT NULL DEFAULT false,
  state            text                     NOT NULL,
  error            text,
  created_at       timestamp with time zone NOT NULL DEFAULT now(),
  sent_at          timestamp with time zone,
  calendar_method  text,
  calendar_body    text,
  unsubscribe_url  text,
  attach_letter    boolean                  NOT NULL DEFAULT false,
  attempts         integer                  NOT NULL DEFAULT 0,
  bounced_at       timestamp with time zone,
  reply_to         text,
  CONSTRAINT mails_pkey PRIMARY KEY (id, office_id),
  CONSTRAINT mails_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(id),
  CONSTRAINT mails_calendar_method_check CHECK (calendar_method = ANY (ARRAY['REQUEST'::text, 'CANCEL'::text])),
  CONSTRAINT mails_check CHECK ((calendar_method IS NULL) = (calendar_body IS NULL)),
  CONSTRAINT mails_state_check CHECK (state = ANY (ARRAY['kept'::text, 'queued'::text, 'sent'::text, 'failed'::text, 'bounced'::text, 'withdrawn'::text]))
);

COMMENT ON TABLE mails IS 'Mails to send, sent, or kept because no mail server is set up; a confidential text is shown to nobody';
COMMENT ON COLUMN mails.body_text IS 'Sealed with the key for stored text, as are body_html, calendar_body and unsubscribe_url';
COMMENT ON COLUMN mails.state IS 'failed: refused so far, tried again; bounced: refused for good, at once or by a later report; withdrawn: no longer true when its turn came';
COMMENT ON COLUMN mails.error IS 'What the mail server said, or why it was withdrawn';
COMMENT ON COLUMN mails.reply_to IS 'Where its reader answers to; absent: the press contact of the office';

CREATE INDEX mails_office ON mails (office_id, id);

ALTER TABLE mails ENABLE ROW LEVEL SECURITY;
ALTER TABLE mails FORCE ROW LEVEL SECURITY;
CREATE POLICY deletable ON mails FOR DELETE TO ngopi_app
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY insertable ON mails FOR INSERT TO ngopi_app
  WITH CHECK ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY lookup ON mails FOR SELECT TO ngopi_lookup
  USING (true);
CREATE POLICY readable ON mails FOR SELECT TO ngopi_app
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY updatable ON mails FOR UPDATE TO ngopi_app
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));

GRANT INSERT, SELECT, UPDATE ON mails TO ngopi_app;
GRANT SELECT (id, office_id, state) ON mails TO ngopi_lookup;
