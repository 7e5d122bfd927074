-- What is owed is written by the statement that writes its signature, so there is nothing to look up
-- when it is. It still goes when its signature goes. The pair of the same number beside `sqlite` leaves
-- the same table.
ALTER TABLE outbox DROP CONSTRAINT outbox_signature_fkey;
CREATE FUNCTION nothing_is_owed_to_the_gone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM outbox USING gone WHERE outbox.signature = gone.id;
    RETURN NULL;
END $$;
CREATE TRIGGER signature_takes_its_mail AFTER DELETE ON signature REFERENCING OLD TABLE AS gone
    FOR EACH STATEMENT EXECUTE FUNCTION nothing_is_owed_to_the_gone();
