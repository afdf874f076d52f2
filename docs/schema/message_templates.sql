-- Generated from the migrations by `npm run schema`.

CREATE TABLE message_templates (
  id                  uuid                     NOT NULL DEFAULT uuidv7(),
  office_id           uuid                     NOT NULL,
  kind                text                     NOT NULL,
  language            text                     NOT NULL,
  subject             text                     NOT NULL,
  body                text                     NOT NULL,
  service_template    text,
  service_parameters  text[]                   NOT NULL DEFAULT '{}'::text[],
  version             integer                  NOT NULL DEFAULT 1,
  created_at          timestamp with time zone NOT NULL DEFAULT now(),
  updated_at          timestamp with time zone NOT NULL DEFAULT now(),
  reset_at            timestamp with time zone,
  CONSTRAINT message_templates_pkey PRIMARY KEY (id, office_id),
  CONSTRAINT message_templates_once UNIQUE (office_id, kind, language),
  CONSTRAINT message_templates_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(id),
  CONSTRAINT message_templates_kind_check CHECK (kind = ANY (ARRAY['invitation'::text, 'reminder_silent'::text, 'reminder_maybe'::text, 'reminder_attending'::text, 'reschedule'::text, 'moved'::text, 'cancel'::text, 'revoked'::text, 'replaced'::text, 'thanks'::text, 'materials'::text, 'seat'::text, 'offer'::text])),
  CONSTRAINT message_templates_language_check CHECK (language = ANY (ARRAY['id'::text, 'en'::text]))
);

COMMENT ON TABLE message_templates IS 'Words of an office in place of the shipped ones; without a row, or once reset, the shipped ones stand';
COMMENT ON COLUMN message_templates.service_template IS 'Name of the template approved by WhatsApp that says the same, with our variables in the order of its parameters';
COMMENT ON COLUMN message_templates.reset_at IS 'Since when the shipped words stand again; null: these words stand';

ALTER TABLE message_templates ENABLE ROW LEVEL SECURITY;
ALTER TABLE message_templates FORCE ROW LEVEL SECURITY;
CREATE POLICY deletable ON message_templates FOR DELETE TO ngopi_app
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY insertable ON message_templates FOR INSERT TO ngopi_app
  WITH CHECK ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY readable ON message_templates FOR SELECT TO ngopi_app
  USING ((office_id = ANY ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])));
CREATE POLICY updatable ON message_templates FOR UPDATE TO ngopi_app
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));

CREATE TRIGGER log AFTER INSERT OR DELETE OR UPDATE ON message_templates FOR EACH ROW EXECUTE FUNCTION record_activity();
CREATE TRIGGER touch BEFORE UPDATE ON message_templates FOR EACH ROW EXECUTE FUNCTION touch_row();

GRANT DELETE, INSERT, SELECT, UPDATE ON message_templates TO ngopi_app;
