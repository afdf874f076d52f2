-- Whoever was put into the queue to be reminded for want of an answer is not written to once the answer is there.
ALTER TABLE whatsapp_queue ADD COLUMN reminds text
  CHECK (reminds IN ('silent', 'unconfirmed', 'maybe', 'attending'));
ALTER TABLE whatsapp_queue ADD CHECK (reminds IS NULL OR (kind = 'reminder' AND reminder_step IS NULL));
COMMENT ON COLUMN whatsapp_queue.reminds IS 'Of a reminder sent by hand: whom it is meant for; null: it suits whoever stands elsewhere by now';
GRANT SELECT (reminds) ON whatsapp_queue TO ngopi_app;
