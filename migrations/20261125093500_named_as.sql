-- What a coordinator wrote is all that the coordinator's page may show of whom they named; the record of that person
-- is the office's. Who was named before has a bare name that the page showed already.
ALTER TABLE invitations ADD COLUMN named_as text CHECK (length(named_as) BETWEEN 1 AND 160);

COMMENT ON COLUMN invitations.named_as IS 'The name of this guest as the coordinator wrote it; set with named_by';
