--
-- PostgreSQL database dump
--


-- Dumped from database version 15.18 (Debian 15.18-0+deb12u1)
-- Dumped by pg_dump version 15.18 (Debian 15.18-0+deb12u1)

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: _sqlx_migrations; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public._sqlx_migrations (
    version bigint NOT NULL,
    description text NOT NULL,
    installed_on timestamp with time zone DEFAULT now() NOT NULL,
    success boolean NOT NULL,
    checksum bytea NOT NULL,
    execution_time bigint NOT NULL
);


--
-- Name: events; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.events (
    id text NOT NULL,
    capacity bigint,
    session_capacities text NOT NULL
);


--
-- Name: registration_sessions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.registration_sessions (
    registration bigint NOT NULL,
    event text NOT NULL,
    session text NOT NULL,
    status text NOT NULL,
    cancelled_at text
);


--
-- Name: registrations; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.registrations (
    id bigint NOT NULL,
    event text NOT NULL,
    submission text NOT NULL,
    received_at text NOT NULL,
    status text NOT NULL,
    language text,
    timezone text,
    answers text NOT NULL,
    consents text NOT NULL,
    email text,
    notice text,
    suspect text,
    cancelled_at text
);


--
-- Name: registrations_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.registrations ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.registrations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: secrets; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.secrets (
    name text NOT NULL,
    value text NOT NULL
);


--
-- Name: set_aside; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.set_aside (
    id bigint NOT NULL,
    event text NOT NULL,
    submission text NOT NULL,
    received_at text NOT NULL,
    reason text NOT NULL,
    status text NOT NULL,
    sessions text NOT NULL,
    language text,
    timezone text,
    answers text NOT NULL,
    consents text NOT NULL,
    notice text,
    suspect text
);


--
-- Name: set_aside_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.set_aside ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.set_aside_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Data for Name: _sqlx_migrations; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public._sqlx_migrations VALUES (1, 'registrations', '2026-11-26 09:35:11.134658+00', true, '\xb17ab4e548ebb6ad34e62d4fa3e59a56dc2a24eadf567a931e2645ee176a055714d3ca7111daaf68256afd3fed2955b1', 13479445);


--
-- Data for Name: events; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.events VALUES ('fair', 3, '{"lima":0,"opening":1}');


--
-- Data for Name: registration_sessions; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.registration_sessions VALUES (1, 'fair', 'lima', 'waitlisted', NULL);
INSERT INTO public.registration_sessions VALUES (1, 'fair', 'opening', 'confirmed', NULL);
INSERT INTO public.registration_sessions VALUES (2, 'fair', 'lima', 'waitlisted', NULL);
INSERT INTO public.registration_sessions VALUES (2, 'fair', 'opening', 'waitlisted', NULL);
INSERT INTO public.registration_sessions VALUES (4, 'fair', 'lima', 'waitlisted', NULL);
INSERT INTO public.registration_sessions VALUES (5, 'fair', 'lima', 'waitlisted', NULL);
INSERT INTO public.registration_sessions VALUES (5, 'fair', 'tour', 'confirmed', NULL);
INSERT INTO public.registration_sessions VALUES (6, 'fair', 'lima', 'waitlisted', NULL);
INSERT INTO public.registration_sessions VALUES (6, 'fair', 'opening', 'waitlisted', NULL);
INSERT INTO public.registration_sessions VALUES (7, 'fair', 'lima', 'waitlisted', NULL);
INSERT INTO public.registration_sessions VALUES (7, 'fair', 'opening', 'waitlisted', NULL);
INSERT INTO public.registration_sessions VALUES (3, 'fair', 'opening', 'waitlisted', '2026-11-26T09:35:11.495Z');


--
-- Data for Name: registrations; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.registrations OVERRIDING SYSTEM VALUE VALUES (1, 'fair', '0b6b1c1e-6f0a-4d5e-9a55-2f6f0c1f4a10', '2026-11-26T09:35:11.225Z', 'confirmed', 'es', 'America/Santiago', '{"age":"42","areas":["food","wine"],"audience":"buyer","country":"CL","email":"ana.rojas@Ñandú.example","firm":"Ñuñoa & Cía.","name":"Ana “Ñ” \"Rojas\" \\ 🎪","news":true,"note":"uno\u0009dos\ntres </script>","phone":"+56 9 1234-5678","rut":"12.345.678-5","since":"2010-05-06","site":"https://example.org/?a=1&b=2","size":"l"}', '["contact","data","minimum_age"]', 'ana.rojas@xn--and-6ma2c.example', '{"version":"2027-03","at":"2026-11-26T09:00:00.000Z","language":"es","consents":{"contact":true,"data":true,"minimum_age":true,"photos":false}}', 'forged_token', NULL);
INSERT INTO public.registrations OVERRIDING SYSTEM VALUE VALUES (2, 'fair', 'two', '2026-11-26T09:35:11.265Z', 'waitlisted', 'es', 'America/Santiago', '{"areas":["food","wine"],"audience":"buyer","email":"two@example.org","name":"Ana Rojas"}', '["contact","data","minimum_age"]', 'two@example.org', NULL, 'no_token', NULL);
INSERT INTO public.registrations OVERRIDING SYSTEM VALUE VALUES (4, 'fair', 'six', '2026-11-26T09:35:11.314Z', 'waitlisted', 'pt', NULL, '{"areas":["art","food"],"audience":"buyer","email":"six@example.org","name":"Eva María","news":true,"note":"a\nb\u0009c"}', '["contact","data","minimum_age"]', 'six@example.org', '{"version":"2027-03","at":"2026-11-26T09:35:11.313Z","language":"pt","consents":{"contact":true,"data":true,"minimum_age":true,"photos":false}}', 'no_token', NULL);
INSERT INTO public.registrations OVERRIDING SYSTEM VALUE VALUES (5, 'fair', 'd2176c31c6544c911da4b92acbcae684', '2026-11-26T09:35:11.325Z', 'confirmed', NULL, NULL, '{"areas":["art"],"audience":"seller","email":"pia@example.org","invitation":"x","name":"Pia"}', '["contact","data","minimum_age"]', 'pia@example.org', NULL, 'no_token', NULL);
INSERT INTO public.registrations OVERRIDING SYSTEM VALUE VALUES (6, 'fair', 'eleven', '2026-11-26T09:35:11.364Z', 'waitlisted', 'es', 'America/Santiago', '{"areas":["food","wine"],"audience":"buyer","email":"eleven@example.org","name":"Ana Rojas"}', '["contact","data","minimum_age"]', 'eleven@example.org', NULL, 'no_token', NULL);
INSERT INTO public.registrations OVERRIDING SYSTEM VALUE VALUES (7, 'fair', 'ten', '2026-11-26T09:35:11.391Z', 'waitlisted', 'es', 'America/Santiago', '{"areas":["food","wine"],"audience":"buyer","email":"ten@example.org","name":"Ana Rojas"}', '["contact","data","minimum_age"]', 'ten@example.org', NULL, 'no_token', NULL);
INSERT INTO public.registrations OVERRIDING SYSTEM VALUE VALUES (3, 'fair', 'three', '2026-11-26T09:35:11.268Z', 'waitlisted', NULL, NULL, '{"areas":["food","wine"],"audience":"buyer","email":"three@example.org","name":"Ana Rojas"}', '["contact","data","minimum_age"]', 'three@example.org', NULL, 'no_token', '2026-11-26T09:35:11.495Z');


--
-- Data for Name: secrets; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.secrets VALUES ('key', '2cdef41f1ec255f3dd89de1ec0991c787e1e6ccfb9c06067adc8532bf09d3676');


--
-- Data for Name: set_aside; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.set_aside OVERRIDING SYSTEM VALUE VALUES (1, 'fair', 'four', '2026-11-26T09:35:11.287Z', 'duplicate', 'waitlisted', '[{"id":"lima","status":"waitlisted"},{"id":"opening","status":"waitlisted"}]', 'es', 'America/Santiago', '{"areas":["food","wine"],"audience":"buyer","email":"two@example.org","name":"Ana Rojas"}', '["contact","data","minimum_age"]', NULL, 'no_token');
INSERT INTO public.set_aside OVERRIDING SYSTEM VALUE VALUES (2, 'fair', 'five', '2026-11-26T09:35:11.304Z', 'spam', 'waitlisted', '[{"id":"lima","status":"waitlisted"},{"id":"opening","status":"waitlisted"}]', 'es', 'America/Santiago', '{"areas":["food","wine"],"audience":"buyer","email":"five@example.org","name":"Ana Rojas"}', '["contact","data","minimum_age"]', NULL, 'no_token');


--
-- Name: registrations_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.registrations_id_seq', 7, true);


--
-- Name: set_aside_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.set_aside_id_seq', 2, true);


--
-- Name: _sqlx_migrations _sqlx_migrations_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public._sqlx_migrations
    ADD CONSTRAINT _sqlx_migrations_pkey PRIMARY KEY (version);


--
-- Name: events events_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.events
    ADD CONSTRAINT events_pkey PRIMARY KEY (id);


--
-- Name: registration_sessions registration_sessions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.registration_sessions
    ADD CONSTRAINT registration_sessions_pkey PRIMARY KEY (registration, session);


--
-- Name: registrations registrations_event_submission_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.registrations
    ADD CONSTRAINT registrations_event_submission_key UNIQUE (event, submission);


--
-- Name: registrations registrations_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.registrations
    ADD CONSTRAINT registrations_pkey PRIMARY KEY (id);


--
-- Name: secrets secrets_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.secrets
    ADD CONSTRAINT secrets_pkey PRIMARY KEY (name);


--
-- Name: set_aside set_aside_event_submission_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.set_aside
    ADD CONSTRAINT set_aside_event_submission_key UNIQUE (event, submission);


--
-- Name: set_aside set_aside_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.set_aside
    ADD CONSTRAINT set_aside_pkey PRIMARY KEY (id);


--
-- Name: registration_sessions_by_seat; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX registration_sessions_by_seat ON public.registration_sessions USING btree (event, session, status);


--
-- Name: registrations_by_email; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX registrations_by_email ON public.registrations USING btree (event, email) WHERE (cancelled_at IS NULL);


--
-- Name: registrations_by_status; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX registrations_by_status ON public.registrations USING btree (event, status);


--
-- Name: registration_sessions registration_sessions_registration_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.registration_sessions
    ADD CONSTRAINT registration_sessions_registration_fkey FOREIGN KEY (registration) REFERENCES public.registrations(id) ON DELETE CASCADE;


--
-- PostgreSQL database dump complete
--


