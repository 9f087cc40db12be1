-- What participants are asked, and what they answered. No table that holds answers names a person, an enrolment, an
-- invitation or a moment: an answer only adds one to counts (docs/adr/0025).

-- A question is known by what it asks: the same question before and after has the same key.
create table evaluation_question (
  region_id uuid not null references region,
  key text not null constraint evaluation_question_key_shape check (key ~ '^q[0-9a-f]{24}$'),
  kind text not null constraint evaluation_question_kind_known check (kind in ('scale', 'choice', 'open')),
  text_nl text not null constraint evaluation_question_text_shape check (length(text_nl) between 1 and 300),
  text_en text constraint evaluation_question_text_en_shape check (length(text_en) between 1 and 300),
  options jsonb not null constraint evaluation_question_options_list check (jsonb_typeof(options) = 'array'),
  primary key (region_id, key),
  constraint evaluation_question_choice_has_options check ((kind = 'choice') = (jsonb_array_length(options) > 0))
);

create table questionnaire (
  id uuid primary key,
  region_id uuid not null references region,
  course_id uuid not null references course,
  moment text not null constraint questionnaire_moment_known check (moment in ('before', 'after', 'later')),
  -- In the order in which they are asked.
  question_keys text[] not null constraint questionnaire_length check (cardinality(question_keys) between 1 and 20),
  -- So many days before the first part, at the earliest.
  days_before integer constraint questionnaire_days_before_shape check (days_before between 1 and 60),
  -- So many months after the last part.
  months_after integer constraint questionnaire_months_after_shape check (months_after between 1 and 24),
  -- Moments from then on are asked about; null for not asked.
  asked_from timestamptz,
  version integer not null,
  constraint questionnaire_once_per_moment unique (course_id, moment),
  constraint questionnaire_before_has_days check ((moment = 'before') = (days_before is not null)),
  constraint questionnaire_later_has_months check ((moment = 'later') = (months_after is not null))
);
create index questionnaire_region on questionnaire (region_id);

-- That someone was asked, and never what they answered, or when. Who has no link left has answered.
create table evaluation_invitation (
  id uuid primary key,
  region_id uuid not null references region,
  municipality_id uuid not null references municipality,
  enrolment_id uuid not null references enrolment on delete cascade,
  moment text not null constraint evaluation_invitation_moment_known check (moment in ('before', 'after', 'later')),
  asked_at timestamptz not null,
  reminded_at timestamptz,
  constraint evaluation_invitation_once unique (enrolment_id, moment)
);
create index evaluation_invitation_asked on evaluation_invitation (asked_at);
create index evaluation_invitation_municipality on evaluation_invitation (municipality_id);
create table evaluation_link (
  token_hash text primary key,
  invitation_id uuid not null references evaluation_invitation on delete cascade
);
create index evaluation_link_invitation on evaluation_link (invitation_id);

-- How many were asked and answered, and how many of those answers wait until there are five to be counted together.
create table evaluation_box (
  course_id uuid not null references course,
  moment text not null constraint evaluation_box_moment_known check (moment in ('before', 'after', 'later')),
  region_id uuid not null references region,
  asked integer not null constraint evaluation_box_asked_not_negative check (asked >= 0),
  answered integer not null constraint evaluation_box_answered_not_negative check (answered >= 0),
  waiting integer not null constraint evaluation_box_waits_below_five check (waiting between 0 and 4),
  primary key (course_id, moment)
);
create index evaluation_box_region on evaluation_box (region_id);

-- How often a value was answered, in all and per trainers, municipality and function, which are never together in a row.
create table evaluation_count (
  region_id uuid not null references region,
  course_id uuid not null references course,
  moment text not null constraint evaluation_count_moment_known check (moment in ('before', 'after', 'later')),
  question_key text not null,
  breakdown text not null
    constraint evaluation_count_breakdown_known check (breakdown in ('all', 'trainers', 'municipality', 'function')),
  -- The id of what it is broken down by; of several trainers together their ids with commas.
  cell text not null,
  value text not null constraint evaluation_count_value_shape check (value ~ '^\d$'),
  -- The half-year in which it was counted, such as 2026-2; null while it waits.
  period text constraint evaluation_count_period_shape check (period ~ '^\d{4}-[12]$'),
  answers integer not null constraint evaluation_count_positive check (answers > 0),
  constraint evaluation_count_once unique nulls not distinct
    (course_id, moment, period, question_key, breakdown, cell, value),
  constraint evaluation_count_of_question foreign key (region_id, question_key) references evaluation_question
);
create index evaluation_count_region on evaluation_count (region_id);

-- What was written, apart from everything else that was answered. The ids are random, and so is their order.
create table evaluation_comment (
  id uuid primary key,
  region_id uuid not null references region,
  course_id uuid not null references course,
  moment text not null constraint evaluation_comment_moment_known check (moment in ('before', 'after', 'later')),
  question_key text not null,
  text text not null constraint evaluation_comment_text_shape check (length(text) between 1 and 1000),
  -- Whether it can be read: when it was counted together with others.
  is_counted boolean not null,
  constraint evaluation_comment_of_question foreign key (region_id, question_key) references evaluation_question
);
create index evaluation_comment_course on evaluation_comment (course_id, moment);
create index evaluation_comment_region on evaluation_comment (region_id);

do $$
declare t text;
begin
  foreach t in array array['evaluation_question', 'questionnaire', 'evaluation_invitation', 'evaluation_link',
    'evaluation_box', 'evaluation_count', 'evaluation_comment'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
  foreach t in array array['evaluation_question', 'questionnaire'] loop
    execute format('create policy %I on %I for select using (app_in_region(region_id))', t || '_read', t);
    execute format('create policy %I on %I for all using (app_in_region(region_id) and app_role() in (''coordinator'', ''system''))', t || '_write', t);
  end loop;
  -- Only the system sees counts: what must stay hidden follows from all of them together.
  foreach t in array array['evaluation_invitation', 'evaluation_link', 'evaluation_box', 'evaluation_count'] loop
    execute format('create policy %I on %I using (app_is_system())', t || '_system', t);
  end loop;
end $$;
create policy evaluation_comment_system on evaluation_comment using (app_is_system());
create policy evaluation_comment_read on evaluation_comment for select using (
  app_role() = 'coordinator' and region_id = app_region() and is_counted);
create policy evaluation_comment_removed on evaluation_comment for delete using (
  app_role() = 'coordinator' and region_id = app_region() and is_counted);
