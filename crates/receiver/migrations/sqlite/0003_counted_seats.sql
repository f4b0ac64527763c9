-- Tables are made anew, since SQLite can't add AUTOINCREMENT: an id is never given twice, whatever is deleted.
ALTER TABLE registrations RENAME TO earlier_registrations;
ALTER TABLE registration_sessions RENAME TO earlier_registration_sessions;
DROP INDEX registrations_by_status;
DROP INDEX registrations_by_email;
DROP INDEX registration_sessions_by_seat;

-- Codes by which sessions by invitation can be chosen (`huso invite`).
CREATE TABLE invitations (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    event TEXT NOT NULL,
    -- SHA-256 of the code, hexadecimal: who reads the database learns no code.
    code TEXT NOT NULL,
    -- How many registrations it is good for, and how many it was used for that are not cancelled.
    uses INTEGER NOT NULL,
    used INTEGER NOT NULL DEFAULT 0,
    -- JSON list of session ids; NULL: every session by invitation.
    sessions TEXT,
    -- The audience that it is for; NULL: everybody.
    audience TEXT,
    -- RFC 3339, UTC.
    created_at TEXT NOT NULL,
    UNIQUE (event, code)
) STRICT;

CREATE TABLE registrations (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    event TEXT NOT NULL,
    submission TEXT NOT NULL,
    received_at TEXT NOT NULL,
    -- confirmed or waitlisted
    status TEXT NOT NULL,
    -- 1 where one waits because the event as a whole had no seat; 0 where the chosen sessions had none.
    waits_for_event INTEGER NOT NULL DEFAULT 0,
    language TEXT,
    timezone TEXT,
    answers TEXT NOT NULL,
    consents TEXT NOT NULL,
    notice TEXT,
    email TEXT,
    -- The name by which people of one address are told apart, normalized; empty where the form asks for none.
    person TEXT NOT NULL DEFAULT '',
    suspect TEXT,
    -- SHA-256 of what was sent: its repetition is known also after the form has changed. NULL in older rows.
    fingerprint TEXT,
    -- SHA-256 of each token with which sessions can be added, parted by blanks.
    tokens TEXT NOT NULL DEFAULT '',
    -- Keyed hash of the network that it came from; forgotten after a day.
    origin TEXT,
    invitation INTEGER REFERENCES invitations (id),
    cancelled_at TEXT,
    -- When all that is personal in it was erased. It is cancelled then, too.
    erased_at TEXT,
    -- What tells most stands first: a list of submissions is looked up in it, whatever is known of the table.
    UNIQUE (submission, event)
) STRICT;

CREATE TABLE registration_sessions (
    registration INTEGER NOT NULL REFERENCES registrations (id) ON DELETE CASCADE,
    event TEXT NOT NULL,
    session TEXT NOT NULL,
    status TEXT NOT NULL,
    cancelled_at TEXT,
    PRIMARY KEY (registration, session)
) STRICT, WITHOUT ROWID;

INSERT INTO registrations (id, event, submission, received_at, status, language, timezone, answers, consents, notice,
                           email, suspect, cancelled_at)
SELECT id, event, submission, received_at, status, language, timezone, answers, consents, notice, email, suspect,
       cancelled_at
FROM earlier_registrations;
INSERT INTO registration_sessions (registration, event, session, status, cancelled_at)
SELECT s.registration, s.event, s.session, s.status, s.cancelled_at
-- Rows that were deleted by hand leave none behind.
FROM earlier_registration_sessions s JOIN registrations r ON r.id = s.registration;
DROP TABLE earlier_registration_sessions;
DROP TABLE earlier_registrations;

CREATE INDEX registrations_by_person ON registrations (email, event, person) WHERE cancelled_at IS NULL;
CREATE INDEX registrations_waiting ON registrations (event, id)
    WHERE status = 'waitlisted' AND cancelled_at IS NULL;
CREATE INDEX registration_sessions_waiting ON registration_sessions (event, registration)
    WHERE status = 'waitlisted' AND cancelled_at IS NULL;
CREATE INDEX registrations_by_origin ON registrations (event, origin) WHERE origin IS NOT NULL;

-- How many seats are taken, and how many people wait: kept right by the triggers below, whoever writes.
CREATE TABLE seats (
    event TEXT NOT NULL,
    -- Empty for the event as a whole.
    session TEXT NOT NULL,
    taken INTEGER NOT NULL,
    -- Of the event: those of whom waits_for_event says so.
    waiting INTEGER NOT NULL,
    PRIMARY KEY (event, session)
) STRICT, WITHOUT ROWID;

INSERT INTO seats (event, session, taken, waiting)
SELECT event, '', sum(status = 'confirmed'), 0 FROM registrations WHERE cancelled_at IS NULL GROUP BY event
UNION ALL
SELECT event, session, sum(status = 'confirmed'), sum(status = 'waitlisted') FROM registration_sessions
WHERE cancelled_at IS NULL GROUP BY event, session;

UPDATE registrations SET waits_for_event = 1
WHERE status = 'waitlisted' AND cancelled_at IS NULL AND EXISTS (
    SELECT 1 FROM events e JOIN seats s ON s.event = e.id AND s.session = ''
    WHERE e.id = registrations.event AND s.taken >= e.capacity
);
UPDATE seats SET waiting = (
    SELECT count(*) FROM registrations r
    WHERE r.event = seats.event AND r.waits_for_event = 1 AND r.status = 'waitlisted' AND r.cancelled_at IS NULL
) WHERE session = '';

CREATE TRIGGER registrations_added AFTER INSERT ON registrations BEGIN
    INSERT INTO seats (event, session, taken, waiting)
    VALUES (NEW.event, '',
            NEW.status = 'confirmed' AND NEW.cancelled_at IS NULL,
            NEW.status = 'waitlisted' AND NEW.waits_for_event = 1 AND NEW.cancelled_at IS NULL)
    ON CONFLICT (event, session) DO UPDATE
    SET taken = taken + excluded.taken, waiting = waiting + excluded.waiting;
END;

CREATE TRIGGER registrations_changed AFTER UPDATE OF event, status, waits_for_event, cancelled_at ON registrations
BEGIN
    UPDATE seats
    SET taken = taken - (OLD.status = 'confirmed' AND OLD.cancelled_at IS NULL),
        waiting = waiting - (OLD.status = 'waitlisted' AND OLD.waits_for_event = 1 AND OLD.cancelled_at IS NULL)
    WHERE event = OLD.event AND session = '';
    INSERT INTO seats (event, session, taken, waiting)
    VALUES (NEW.event, '',
            NEW.status = 'confirmed' AND NEW.cancelled_at IS NULL,
            NEW.status = 'waitlisted' AND NEW.waits_for_event = 1 AND NEW.cancelled_at IS NULL)
    ON CONFLICT (event, session) DO UPDATE
    SET taken = taken + excluded.taken, waiting = waiting + excluded.waiting;
END;

-- Whoever cancels holds no seat in any session, and the invitation can be used again.
CREATE TRIGGER registrations_cancelled AFTER UPDATE OF cancelled_at ON registrations
WHEN NEW.cancelled_at IS NOT OLD.cancelled_at
BEGIN
    UPDATE registration_sessions SET cancelled_at = NEW.cancelled_at WHERE registration = NEW.id;
    UPDATE invitations SET used = used + (NEW.cancelled_at IS NULL) - (OLD.cancelled_at IS NULL)
    WHERE id = NEW.invitation;
END;

CREATE TRIGGER registrations_invited AFTER INSERT ON registrations
WHEN NEW.invitation IS NOT NULL AND NEW.cancelled_at IS NULL
BEGIN
    UPDATE invitations SET used = used + 1 WHERE id = NEW.invitation;
END;

CREATE TRIGGER registrations_deleted AFTER DELETE ON registrations BEGIN
    UPDATE seats
    SET taken = taken - (OLD.status = 'confirmed' AND OLD.cancelled_at IS NULL),
        waiting = waiting - (OLD.status = 'waitlisted' AND OLD.waits_for_event = 1 AND OLD.cancelled_at IS NULL)
    WHERE event = OLD.event AND session = '';
    UPDATE invitations SET used = used - 1 WHERE id = OLD.invitation AND OLD.cancelled_at IS NULL;
    -- Programs that don't switch foreign keys on delete these rows too.
    DELETE FROM registration_sessions WHERE registration = OLD.id;
    DELETE FROM promotions WHERE registration = OLD.id;
END;

CREATE TRIGGER registration_sessions_added AFTER INSERT ON registration_sessions BEGIN
    INSERT INTO seats (event, session, taken, waiting)
    VALUES (NEW.event, NEW.session,
            NEW.status = 'confirmed' AND NEW.cancelled_at IS NULL,
            NEW.status = 'waitlisted' AND NEW.cancelled_at IS NULL)
    ON CONFLICT (event, session) DO UPDATE
    SET taken = taken + excluded.taken, waiting = waiting + excluded.waiting;
END;

CREATE TRIGGER registration_sessions_changed AFTER UPDATE ON registration_sessions BEGIN
    UPDATE seats
    SET taken = taken - (OLD.status = 'confirmed' AND OLD.cancelled_at IS NULL),
        waiting = waiting - (OLD.status = 'waitlisted' AND OLD.cancelled_at IS NULL)
    WHERE event = OLD.event AND session = OLD.session;
    INSERT INTO seats (event, session, taken, waiting)
    VALUES (NEW.event, NEW.session,
            NEW.status = 'confirmed' AND NEW.cancelled_at IS NULL,
            NEW.status = 'waitlisted' AND NEW.cancelled_at IS NULL)
    ON CONFLICT (event, session) DO UPDATE
    SET taken = taken + excluded.taken, waiting = waiting + excluded.waiting;
END;

CREATE TRIGGER registration_sessions_deleted AFTER DELETE ON registration_sessions BEGIN
    UPDATE seats
    SET taken = taken - (OLD.status = 'confirmed' AND OLD.cancelled_at IS NULL),
        waiting = waiting - (OLD.status = 'waitlisted' AND OLD.cancelled_at IS NULL)
    WHERE event = OLD.event AND session = OLD.session;
END;

-- Who got a seat after waiting for it, so that they can be told.
CREATE TABLE promotions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    registration INTEGER NOT NULL REFERENCES registrations (id) ON DELETE CASCADE,
    event TEXT NOT NULL,
    -- JSON list of the sessions in which they got one; empty where the event alone was waited for.
    sessions TEXT NOT NULL,
    -- RFC 3339, UTC.
    promoted_at TEXT NOT NULL
) STRICT;

-- What was set aside was answered like the others: `status` is what they were told. Nothing is any more.
ALTER TABLE set_aside ADD COLUMN email TEXT;

-- From when on personal data is erased (`retention_days`): RFC 3339, UTC; NULL: never by itself. And in
-- session_capacities stands every session of the file from now on, with null where there is no limit: one that is
-- missing there has gone.
ALTER TABLE events ADD COLUMN erase_after TEXT;

-- One row, written to see whether the database can be.
CREATE TABLE health (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    checked_at TEXT NOT NULL
) STRICT;
