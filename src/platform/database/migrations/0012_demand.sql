-- A professional who wants to hear when there is a date; ended by withdrawing, or by a seat in a session of the course.
create table interest (
  id uuid primary key,
  region_id uuid not null references region,
  course_id uuid not null references course,
  professional_id uuid not null references professional,
  municipality_id uuid not null references municipality,
  recorded_at timestamptz not null,
  ended_at timestamptz,
  end_reason text constraint interest_end_reason_known check (end_reason in ('withdrawn', 'seated')),
  constraint interest_end_has_reason check ((ended_at is null) = (end_reason is null))
);
create unique index interest_once_per_course on interest (course_id, professional_id) where ended_at is null;
create index interest_municipality on interest (municipality_id);
create index interest_professional on interest (professional_id);

-- A question to organisations: how many people per function need which courses.
create table needs_poll (
  id uuid primary key,
  region_id uuid not null references region,
  title text not null,
  -- The last local day on which organisations can answer.
  closes_on date not null,
  -- The last local day on which its numbers count as demand: nobody takes off who was trained meanwhile.
  counts_until date not null,
  -- When who did not answer gets a reminder; null for none.
  remind_at timestamptz,
  sent_at timestamptz not null,
  sent_by uuid references account,
  constraint needs_poll_counts_once_closed check (counts_until >= closes_on)
);
create index needs_poll_region on needs_poll (region_id, sent_at);
create index needs_poll_remind on needs_poll (remind_at) where remind_at is not null;
create table needs_poll_course (
  poll_id uuid not null references needs_poll,
  course_id uuid not null references course,
  primary key (poll_id, course_id)
);
create table needs_poll_organisation (
  poll_id uuid not null references needs_poll,
  organisation_id uuid not null references organisation,
  region_id uuid not null references region,
  municipality_id uuid not null references municipality,
  mailed_at timestamptz,
  reminded_at timestamptz,
  answered_at timestamptz,
  primary key (poll_id, organisation_id)
);
create index needs_poll_organisation_municipality on needs_poll_organisation (municipality_id);
create index needs_poll_organisation_organisation on needs_poll_organisation (organisation_id);
-- The link in a letter, with which an organisation answers without signing in; the reminder has one of its own.
create table needs_poll_link (
  token_hash text primary key,
  poll_id uuid not null,
  organisation_id uuid not null,
  created_at timestamptz not null,
  constraint needs_poll_link_of_organisation foreign key (poll_id, organisation_id) references needs_poll_organisation
);
-- Only numbers, and only where there are people; an organisation that answered and has no row here needs nobody trained.
create table needs_poll_answer (
  poll_id uuid not null,
  organisation_id uuid not null,
  course_id uuid not null,
  function_id uuid not null references professional_function,
  people integer not null constraint needs_poll_answer_people check (people between 1 and 9999),
  primary key (poll_id, organisation_id, course_id, function_id),
  constraint needs_poll_answer_of_organisation foreign key (poll_id, organisation_id) references needs_poll_organisation,
  constraint needs_poll_answer_to_question foreign key (poll_id, course_id) references needs_poll_course
);

-- A session that was made for those who asked: they are invited when it opens, once.
create table demand_answer (
  session_id uuid primary key references session,
  region_id uuid not null references region,
  made_by uuid references account,
  made_at timestamptz not null,
  invited_at timestamptz
);
-- Who was asked to enrol in a session.
create table session_invitation (
  session_id uuid not null references session,
  professional_id uuid not null references professional,
  -- Null where the system invited.
  invited_by uuid references account,
  invited_at timestamptz not null,
  primary key (session_id, professional_id)
);
create index session_invitation_professional on session_invitation (professional_id);

do $$
declare t text;
begin
  foreach t in array array['interest', 'needs_poll', 'needs_poll_course', 'needs_poll_organisation', 'needs_poll_link',
      'needs_poll_answer', 'demand_answer', 'session_invitation'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
end $$;
create policy interest_seen on interest using (
  app_in_region(region_id) and (
    app_role() in ('coordinator', 'system')
    or (app_role() = 'contact' and municipality_id = app_municipality())
    or (app_role() = 'professional' and professional_id = app_professional())
  ));
create policy needs_poll_organisation_write on needs_poll_organisation using (
  app_in_region(region_id) and app_role() in ('coordinator', 'system'));
create policy needs_poll_organisation_seen on needs_poll_organisation for select using (
  region_id = app_region() and app_role() = 'contact' and municipality_id = app_municipality());
create policy needs_poll_write on needs_poll using (app_in_region(region_id) and app_role() in ('coordinator', 'system'));
create policy needs_poll_seen on needs_poll for select using (
  app_role() = 'contact' and exists (select from needs_poll_organisation o where o.poll_id = id));
create policy needs_poll_course_write on needs_poll_course using (
  app_role() in ('coordinator', 'system') and exists (select from needs_poll p where p.id = poll_id));
create policy needs_poll_course_seen on needs_poll_course for select using (
  app_role() = 'contact' and exists (select from needs_poll p where p.id = poll_id));
create policy needs_poll_link_system on needs_poll_link using (app_is_system());
create policy needs_poll_answer_write on needs_poll_answer using (app_is_system());
create policy needs_poll_answer_seen on needs_poll_answer for select using (
  app_role() in ('coordinator', 'contact') and exists (
    select from needs_poll_organisation o
    where o.poll_id = needs_poll_answer.poll_id and o.organisation_id = needs_poll_answer.organisation_id));
create policy demand_answer_seen on demand_answer using (app_in_region(region_id) and app_role() in ('coordinator', 'system'));
create policy session_invitation_write on session_invitation using (
  app_role() in ('coordinator', 'system') and exists (select from session s where s.id = session_id));
create policy session_invitation_seen on session_invitation for select using (
  (app_role() = 'contact' and exists (select from professional p where p.id = professional_id))
  or (app_role() = 'professional' and professional_id = app_professional()));
