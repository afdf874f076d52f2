-- Words taken back leave their row and its version, so that an editor opened on an earlier one finds them changed.
ALTER TABLE message_templates ADD COLUMN reset_at timestamptz;
COMMENT ON COLUMN message_templates.reset_at IS 'Since when the shipped words stand again; null: these words stand';
COMMENT ON TABLE message_templates IS 'Words of an office in place of the shipped ones; without a row, or once reset, the shipped ones stand';
