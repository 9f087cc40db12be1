-- A group that was enrolled in one go, and what became of everyone in it: so that pressing twice enrols once, and the
-- answer can be read again.
create table group_enrolment (
  id uuid primary key,
  region_id uuid not null references region,
  session_id uuid not null references session,
  -- Whose people they are, where a contact enrolled them; null where a coordinator did.
  municipality_id uuid references municipality,
  -- All of them or nobody; else as far as there were seats, and the others on the waiting list.
  together boolean not null,
  enrolled_by uuid references account,
  enrolled_at timestamptz not null
);
create index group_enrolment_session on group_enrolment (session_id);
create index group_enrolment_municipality on group_enrolment (municipality_id);

create table group_enrolment_member (
  group_enrolment_id uuid not null references group_enrolment,
  place integer not null constraint group_enrolment_member_place_positive check (place > 0),
  professional_id uuid not null references professional,
  outcome text not null,
  -- What was told beforehand; null where nobody looked.
  expected text,
  enrolment_id uuid references enrolment,
  waiting_position integer,
  -- Why someone was refused: a code and what the text about it names.
  refusal jsonb,
  -- The place of someone who was enrolled already.
  held text,
  primary key (group_enrolment_id, place),
  constraint group_enrolment_member_once unique (group_enrolment_id, professional_id),
  constraint group_enrolment_member_outcome_known check (outcome in ('confirmed', 'waitlisted', 'requested', 'refused')),
  constraint group_enrolment_member_expected_known check (expected in ('confirmed', 'waitlisted', 'requested', 'refused')),
  constraint group_enrolment_member_refused_with_reason check ((outcome = 'refused') = (refusal is not null)),
  constraint group_enrolment_member_enrolled_or_refused check ((outcome = 'refused') = (enrolment_id is null))
);
create index group_enrolment_member_professional on group_enrolment_member (professional_id);
create index group_enrolment_member_enrolment on group_enrolment_member (enrolment_id);

do $$
declare t text;
begin
  foreach t in array array['group_enrolment', 'group_enrolment_member'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
end $$;
create policy group_enrolment_seen on group_enrolment using (
  app_in_region(region_id) and (
    app_role() in ('coordinator', 'system') or (app_role() = 'contact' and municipality_id = app_municipality())));
create policy group_enrolment_member_seen on group_enrolment_member using (
  exists (select from group_enrolment g where g.id = group_enrolment_id));
