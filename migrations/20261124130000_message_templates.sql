CREATE TABLE message_templates (
  id uuid NOT NULL DEFAULT uuidv7(),
  office_id uuid NOT NULL REFERENCES offices,
  kind text NOT NULL CHECK (kind IN
    ('invitation', 'reminder_silent', 'reminder_maybe', 'reminder_attending', 'reschedule', 'cancel', 'thanks', 'seat', 'offer')),
  language text NOT NULL CHECK (language IN ('id', 'en')),
  subject text NOT NULL,
  body text NOT NULL,
  service_template text,
  service_parameters text[] NOT NULL DEFAULT '{}',
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (id, office_id),
  CONSTRAINT message_templates_once UNIQUE (office_id, kind, language)
);
COMMENT ON TABLE message_templates IS 'Words of an office in place of the shipped ones; without a row the shipped ones stand';
COMMENT ON COLUMN message_templates.service_template IS 'Name of the template approved by WhatsApp that says the same, with our variables in the order of its parameters';
CALL guard_office_table('message_templates');
GRANT SELECT, INSERT, UPDATE, DELETE ON message_templates TO ngopi_app;

ALTER TABLE journalists ADD COLUMN language text NOT NULL DEFAULT 'id' CHECK (language IN ('id', 'en'));
COMMENT ON COLUMN journalists.language IS 'In which messages to this person are written';
