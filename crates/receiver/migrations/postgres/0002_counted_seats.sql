-- The same as in SQLite (../sqlite/0003_counted_seats.sql), where the columns are explained.
CREATE TABLE invitations (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event TEXT NOT NULL,
    code TEXT NOT NULL,
    uses BIGINT NOT NULL,
    used BIGINT NOT NULL DEFAULT 0,
    sessions TEXT,
    audience TEXT,
    created_at TEXT NOT NULL,
    UNIQUE (event, code)
);

ALTER TABLE registrations
    ADD COLUMN waits_for_event BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN person TEXT NOT NULL DEFAULT '',
    ADD COLUMN fingerprint TEXT,
    ADD COLUMN tokens TEXT NOT NULL DEFAULT '',
    ADD COLUMN origin TEXT,
    ADD COLUMN invitation BIGINT REFERENCES invitations (id),
    ADD COLUMN erased_at TEXT;

DROP INDEX registrations_by_status;
DROP INDEX registrations_by_email;
DROP INDEX registration_sessions_by_seat;
CREATE INDEX registrations_by_person ON registrations (event, email, person) WHERE cancelled_at IS NULL;
CREATE INDEX registrations_waiting ON registrations (event, id)
    WHERE status = 'waitlisted' AND cancelled_at IS NULL;
CREATE INDEX registration_sessions_waiting ON registration_sessions (event, registration)
    WHERE status = 'waitlisted' AND cancelled_at IS NULL;
CREATE INDEX registrations_by_origin ON registrations (event, origin) WHERE origin IS NOT NULL;

CREATE TABLE seats (
    event TEXT NOT NULL,
    session TEXT NOT NULL,
    taken BIGINT NOT NULL,
    waiting BIGINT NOT NULL,
    PRIMARY KEY (event, session)
) WITH (fillfactor = 50);

INSERT INTO seats (event, session, taken, waiting)
SELECT event, '', count(*) FILTER (WHERE status = 'confirmed'), 0 FROM registrations
WHERE cancelled_at IS NULL GROUP BY event
UNION ALL
SELECT event, session, count(*) FILTER (WHERE status = 'confirmed'), count(*) FILTER (WHERE status = 'waitlisted')
FROM registration_sessions WHERE cancelled_at IS NULL GROUP BY event, session;

UPDATE registrations SET waits_for_event = 1
WHERE status = 'waitlisted' AND cancelled_at IS NULL AND EXISTS (
    SELECT 1 FROM events e JOIN seats s ON s.event = e.id AND s.session = ''
    WHERE e.id = registrations.event AND s.taken >= e.capacity
);
UPDATE seats SET waiting = (
    SELECT count(*) FROM registrations r
    WHERE r.event = seats.event AND r.waits_for_event = 1 AND r.status = 'waitlisted' AND r.cancelled_at IS NULL
) WHERE session = '';

CREATE TABLE promotions (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    registration BIGINT NOT NULL REFERENCES registrations (id) ON DELETE CASCADE,
    event TEXT NOT NULL,
    sessions TEXT NOT NULL,
    promoted_at TEXT NOT NULL
);

CREATE FUNCTION huso_count(of_event TEXT, of_session TEXT, more_taken BIGINT, more_waiting BIGINT) RETURNS VOID
LANGUAGE sql AS $$
    INSERT INTO seats (event, session, taken, waiting) VALUES (of_event, of_session, more_taken, more_waiting)
    ON CONFLICT (event, session) DO UPDATE
    SET taken = seats.taken + excluded.taken, waiting = seats.waiting + excluded.waiting
$$;

CREATE FUNCTION huso_registrations() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' AND OLD.cancelled_at IS NULL THEN
        PERFORM huso_count(OLD.event, '', -(OLD.status = 'confirmed')::INT,
                           -(OLD.status = 'waitlisted' AND OLD.waits_for_event = 1)::INT);
        UPDATE invitations SET used = used - 1 WHERE id = OLD.invitation;
    END IF;
    IF TG_OP <> 'DELETE' AND NEW.cancelled_at IS NULL THEN
        PERFORM huso_count(NEW.event, '', (NEW.status = 'confirmed')::INT,
                           (NEW.status = 'waitlisted' AND NEW.waits_for_event = 1)::INT);
        UPDATE invitations SET used = used + 1 WHERE id = NEW.invitation;
    END IF;
    IF TG_OP = 'UPDATE' AND NEW.cancelled_at IS DISTINCT FROM OLD.cancelled_at THEN
        UPDATE registration_sessions SET cancelled_at = NEW.cancelled_at WHERE registration = NEW.id;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION huso_registration_sessions() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' AND OLD.cancelled_at IS NULL THEN
        PERFORM huso_count(OLD.event, OLD.session, -(OLD.status = 'confirmed')::INT,
                           -(OLD.status = 'waitlisted')::INT);
    END IF;
    IF TG_OP <> 'DELETE' AND NEW.cancelled_at IS NULL THEN
        PERFORM huso_count(NEW.event, NEW.session, (NEW.status = 'confirmed')::INT,
                           (NEW.status = 'waitlisted')::INT);
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER registrations_counted AFTER INSERT OR DELETE ON registrations
    FOR EACH ROW EXECUTE FUNCTION huso_registrations();
CREATE TRIGGER registrations_changed AFTER UPDATE OF event, status, waits_for_event, cancelled_at ON registrations
    FOR EACH ROW EXECUTE FUNCTION huso_registrations();
CREATE TRIGGER registration_sessions_counted AFTER INSERT OR UPDATE OR DELETE ON registration_sessions
    FOR EACH ROW EXECUTE FUNCTION huso_registration_sessions();

ALTER TABLE set_aside ADD COLUMN email TEXT;
ALTER TABLE events ADD COLUMN erase_after TEXT;

CREATE TABLE health (
    id BIGINT PRIMARY KEY CHECK (id = 1),
    checked_at TEXT NOT NULL
);
