create table enrolment (
  id uuid primary key,
  region_id uuid not null references region,
  session_id uuid not null references session,
  professional_id uuid not null references professional,
  municipality_id uuid not null references municipality,
  status text not null constraint enrolment_status_known check (status in ('confirmed', 'waitlisted', 'cancelled')),
  waiting_number integer,
  enrolled_at timestamptz not null,
  confirmed_at timestamptz,
  cancelled_at timestamptz,
  constraint enrolment_waits_in_order unique (session_id, waiting_number),
  constraint enrolment_waiting_has_number check (status <> 'waitlisted' or waiting_number is not null),
  constraint enrolment_confirmed_has_time check (status <> 'confirmed' or confirmed_at is not null),
  constraint enrolment_cancelled_has_time check ((status = 'cancelled') = (cancelled_at is not null))
);
create unique index enrolment_once_per_session on enrolment (session_id, professional_id) where status <> 'cancelled';
create index enrolment_session on enrolment (session_id, status);
create index enrolment_municipality on enrolment (municipality_id, id);
create index enrolment_professional on enrolment (professional_id);

create table attendance_mark (
  enrolment_id uuid not null references enrolment,
  part_id uuid not null references session_part,
  mark text not null constraint attendance_mark_known check (mark in ('present', 'late', 'left-early', 'absent', 'excused')),
  marked_at timestamptz not null,
  marked_by uuid not null references account,
  primary key (enrolment_id, part_id)
);

create table certificate (
  id uuid primary key,
  region_id uuid not null references region,
  municipality_id uuid not null references municipality,
  professional_id uuid not null references professional,
  enrolment_id uuid not null constraint certificate_once_per_enrolment unique references enrolment,
  course_id uuid not null references course,
  number text not null constraint certificate_number_unique unique,
  professional_name text not null,
  course_title text not null,
  level text not null,
  municipality_name text not null,
  region_name text not null,
  dates date[] not null,
  locale text not null,
  issued_at timestamptz not null,
  issued_on date not null,
  valid_until date,
  -- The words on the certificate, as they were at issue: a new text or address must not alter its PDF.
  document jsonb not null,
  sha256 text not null,
  revoked_at timestamptz,
  revocation_reason text,
  constraint certificate_revocation_complete check ((revoked_at is null) = (revocation_reason is null))
);
create index certificate_professional on certificate (professional_id);
create index certificate_issued on certificate (region_id, issued_on);

create table reminder_rule (
  id uuid primary key,
  region_id uuid not null references region,
  code text not null,
  days_before integer not null constraint reminder_rule_days_shape check (days_before between 0 and 365),
  local_time time not null,
  active_from timestamptz not null,
  constraint reminder_rule_code_unique unique (region_id, code)
);
create table reminder (
  id uuid primary key,
  rule_id uuid not null references reminder_rule,
  enrolment_id uuid not null references enrolment,
  due_at timestamptz not null,
  status text not null constraint reminder_status_known check (status in ('planned', 'sent', 'withdrawn')),
  withdrawn_reason text,
  constraint reminder_once_per_rule unique (enrolment_id, rule_id),
  constraint reminder_withdrawn_has_reason check ((status = 'withdrawn') = (withdrawn_reason is not null))
);
create index reminder_due on reminder (due_at) where status = 'planned';

create table follow_up_campaign (
  id uuid primary key,
  region_id uuid not null references region,
  session_id uuid not null references session,
  trained_from date not null,
  trained_until date not null,
  launched_at timestamptz not null,
  constraint follow_up_campaign_once_per_session unique (session_id),
  constraint follow_up_campaign_window check (trained_until >= trained_from)
);
create table follow_up_invitation (
  campaign_id uuid not null references follow_up_campaign,
  professional_id uuid not null references professional,
  municipality_id uuid not null references municipality,
  invited_at timestamptz not null,
  primary key (campaign_id, professional_id)
);

create table training_history (
  id uuid primary key,
  region_id uuid not null references region,
  municipality_id uuid not null references municipality,
  year integer not null constraint training_history_year check (year between 2000 and 2100),
  professionals_trained integer not null constraint training_history_count check (professionals_trained >= 0),
  source text not null,
  constraint training_history_unique unique (municipality_id, year)
);

create table import_file (
  id uuid primary key,
  region_id uuid not null references region,
  kind text not null,
  file_name text not null,
  -- Kept only until it is applied: a register of people must not lie around twice.
  content bytea,
  sha256 text not null,
  uploaded_at timestamptz not null,
  uploaded_by uuid references account,
  applied_at timestamptz,
  rows_added integer,
  rows_changed integer,
  rows_same integer,
  constraint import_file_content_until_applied check ((content is null) = (applied_at is not null)),
  constraint import_file_result_when_applied check (
    num_nonnulls(rows_added, rows_changed, rows_same) = case when applied_at is null then 0 else 3 end)
);
create index import_file_region on import_file (region_id, uploaded_at);

do $$
declare t text;
begin
  foreach t in array array['enrolment', 'attendance_mark', 'certificate', 'reminder_rule', 'reminder', 'follow_up_campaign', 'follow_up_invitation', 'training_history', 'import_file'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
end $$;

create policy enrolment_seen on enrolment using (
  app_in_region(region_id) and (
    app_role() in ('coordinator', 'system')
    or (app_role() = 'contact' and municipality_id = app_municipality())
    or (app_role() = 'professional' and professional_id = app_professional())
  ));
create policy enrolment_of_own_sessions on enrolment for select using (
  app_role() = 'trainer' and region_id = app_region() and session_trained_by(session_id, app_trainer()));
create policy professional_on_own_roster on professional for select using (
  app_role() = 'trainer' and region_id = app_region()
  and exists (select from enrolment e where e.professional_id = professional.id));
create policy organisation_on_own_roster on organisation for select using (
  app_role() = 'trainer' and region_id = app_region()
  and exists (select from professional p where p.organisation_id = organisation.id));
create policy attendance_mark_seen on attendance_mark for select using (
  app_role() <> 'finance' and exists (select from enrolment e where e.id = enrolment_id));
create policy attendance_mark_write on attendance_mark for all using (
  app_role() in ('coordinator', 'trainer', 'system') and exists (select from enrolment e where e.id = enrolment_id));
create policy certificate_seen on certificate for select using (
  app_in_region(region_id) and (
    app_role() in ('coordinator', 'system')
    or (app_role() = 'contact' and municipality_id = app_municipality())
    or (app_role() = 'professional' and professional_id = app_professional())
  ));
create policy certificate_write on certificate for all using (app_in_region(region_id) and app_role() in ('coordinator', 'system'));
create policy reminder_rule_read on reminder_rule for select using (app_in_region(region_id));
create policy reminder_rule_write on reminder_rule for all using (app_in_region(region_id) and app_role() in ('coordinator', 'system'));
create policy reminder_seen on reminder using (
  app_role() in ('coordinator', 'contact', 'professional', 'system') and exists (select from enrolment e where e.id = enrolment_id));
create policy follow_up_campaign_seen on follow_up_campaign using (app_in_region(region_id) and app_role() in ('coordinator', 'system'));
create policy follow_up_invitation_seen on follow_up_invitation using (
  app_role() in ('coordinator', 'system') and exists (select from follow_up_campaign c where c.id = campaign_id));
create policy training_history_seen on training_history using (
  app_in_region(region_id) and (
    app_role() in ('coordinator', 'system') or (app_role() = 'contact' and municipality_id = app_municipality())));
create policy import_file_seen on import_file using (app_in_region(region_id) and app_role() in ('coordinator', 'system'));
