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
ALTER TABLE registrations
    DROP CONSTRAINT registrations_event_submission_key,
    ADD UNIQUE (submission, event);
CREATE INDEX registrations_by_person ON registrations (email, event, person) WHERE cancelled_at IS NULL;
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

-- The triggers look at a statement's rows at once, where those of SQLite look at each.
CREATE FUNCTION huso_registrations_added() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO seats AS s (event, session, taken, waiting)
    SELECT event, '', count(*) FILTER (WHERE status = 'confirmed'),
           count(*) FILTER (WHERE status = 'waitlisted' AND waits_for_event = 1)
    FROM added WHERE cancelled_at IS NULL GROUP BY event ORDER BY event
    ON CONFLICT (event, session) DO UPDATE
    SET taken = s.taken + excluded.taken, waiting = s.waiting + excluded.waiting;
    UPDATE invitations i SET used = i.used + a.number
    FROM (SELECT invitation, count(*) AS number FROM added
          WHERE cancelled_at IS NULL AND invitation IS NOT NULL GROUP BY invitation) a
    WHERE i.id = a.invitation;
    RETURN NULL;
END $$;

CREATE FUNCTION huso_registrations_deleted() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    UPDATE seats s SET taken = s.taken - d.taken, waiting = s.waiting - d.waiting
    FROM (SELECT event, count(*) FILTER (WHERE status = 'confirmed') AS taken,
                 count(*) FILTER (WHERE status = 'waitlisted' AND waits_for_event = 1) AS waiting
          FROM deleted WHERE cancelled_at IS NULL GROUP BY event) d
    WHERE s.event = d.event AND s.session = '';
    UPDATE invitations i SET used = i.used - d.number
    FROM (SELECT invitation, count(*) AS number FROM deleted
          WHERE cancelled_at IS NULL AND invitation IS NOT NULL GROUP BY invitation) d
    WHERE i.id = d.invitation;
    RETURN NULL;
END $$;

CREATE FUNCTION huso_registrations_changed() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO seats AS s (event, session, taken, waiting)
    SELECT event, '', sum(taken), sum(waiting)
    FROM (SELECT event, (status = 'confirmed')::INT AS taken,
                 (status = 'waitlisted' AND waits_for_event = 1)::INT AS waiting
          FROM after WHERE cancelled_at IS NULL
          UNION ALL
          SELECT event, -(status = 'confirmed')::INT, -(status = 'waitlisted' AND waits_for_event = 1)::INT
          FROM before WHERE cancelled_at IS NULL) AS changes
    GROUP BY event HAVING sum(taken) <> 0 OR sum(waiting) <> 0 ORDER BY event
    ON CONFLICT (event, session) DO UPDATE
    SET taken = s.taken + excluded.taken, waiting = s.waiting + excluded.waiting;
    UPDATE registration_sessions s SET cancelled_at = a.cancelled_at
    FROM after a JOIN before b ON b.id = a.id
    WHERE s.registration = a.id AND a.cancelled_at IS DISTINCT FROM b.cancelled_at;
    UPDATE invitations i SET used = i.used + c.number
    FROM (SELECT a.invitation, sum((a.cancelled_at IS NULL)::INT - (b.cancelled_at IS NULL)::INT) AS number
          FROM after a JOIN before b ON b.id = a.id WHERE a.invitation IS NOT NULL GROUP BY a.invitation) c
    WHERE i.id = c.invitation AND c.number <> 0;
    RETURN NULL;
END $$;

CREATE FUNCTION huso_sessions_added() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO seats AS s (event, session, taken, waiting)
    SELECT event, session, count(*) FILTER (WHERE status = 'confirmed'),
           count(*) FILTER (WHERE status = 'waitlisted')
    FROM added WHERE cancelled_at IS NULL GROUP BY event, session ORDER BY event, session
    ON CONFLICT (event, session) DO UPDATE
    SET taken = s.taken + excluded.taken, waiting = s.waiting + excluded.waiting;
    RETURN NULL;
END $$;

CREATE FUNCTION huso_sessions_deleted() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    UPDATE seats s SET taken = s.taken - d.taken, waiting = s.waiting - d.waiting
    FROM (SELECT event, session, count(*) FILTER (WHERE status = 'confirmed') AS taken,
                 count(*) FILTER (WHERE status = 'waitlisted') AS waiting
          FROM deleted WHERE cancelled_at IS NULL GROUP BY event, session) d
    WHERE s.event = d.event AND s.session = d.session;
    RETURN NULL;
END $$;

CREATE FUNCTION huso_sessions_changed() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO seats AS s (event, session, taken, waiting)
    SELECT event, session, sum(taken), sum(waiting)
    FROM (SELECT event, session, (status = 'confirmed')::INT AS taken, (status = 'waitlisted')::INT AS waiting
          FROM after WHERE cancelled_at IS NULL
          UNION ALL
          SELECT event, session, -(status = 'confirmed')::INT, -(status = 'waitlisted')::INT
          FROM before WHERE cancelled_at IS NULL) AS changes
    GROUP BY event, session HAVING sum(taken) <> 0 OR sum(waiting) <> 0 ORDER BY event, session
    ON CONFLICT (event, session) DO UPDATE
    SET taken = s.taken + excluded.taken, waiting = s.waiting + excluded.waiting;
    RETURN NULL;
END $$;

CREATE TRIGGER registrations_added AFTER INSERT ON registrations
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION huso_registrations_added();
CREATE TRIGGER registrations_changed AFTER UPDATE ON registrations
    REFERENCING OLD TABLE AS before NEW TABLE AS after
    FOR EACH STATEMENT EXECUTE FUNCTION huso_registrations_changed();
CREATE TRIGGER registrations_deleted AFTER DELETE ON registrations
    REFERENCING OLD TABLE AS deleted FOR EACH STATEMENT EXECUTE FUNCTION huso_registrations_deleted();
CREATE TRIGGER registration_sessions_added AFTER INSERT ON registration_sessions
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION huso_sessions_added();
CREATE TRIGGER registration_sessions_changed AFTER UPDATE ON registration_sessions
    REFERENCING OLD TABLE AS before NEW TABLE AS after
    FOR EACH STATEMENT EXECUTE FUNCTION huso_sessions_changed();
CREATE TRIGGER registration_sessions_deleted AFTER DELETE ON registration_sessions
    REFERENCING OLD TABLE AS deleted FOR EACH STATEMENT EXECUTE FUNCTION huso_sessions_deleted();

ALTER TABLE set_aside ADD COLUMN email TEXT;
ALTER TABLE events ADD COLUMN erase_after TEXT;

CREATE TABLE health (
    id BIGINT PRIMARY KEY CHECK (id = 1),
    checked_at TEXT NOT NULL
);
