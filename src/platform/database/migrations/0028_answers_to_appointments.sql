-- What people answered in their calendars. Who enrolled before this keeps the organizer that their calendar knows: a
-- calendar takes an appointment with another organizer for another appointment.
alter table enrolment add column answer_token uuid;
alter table enrolment alter column answer_token set default gen_random_uuid();

-- An indication only: the seat stays what it is.
create table appointment_answer (
  enrolment_id uuid not null references enrolment,
  -- Of the part.
  ordinal integer not null,
  region_id uuid not null references region,
  municipality_id uuid not null references municipality,
  answer text not null constraint appointment_answer_known check (answer in ('accepted', 'declined', 'tentative')),
  -- The version of the appointment that was answered.
  sequence integer not null,
  answered_at timestamptz not null,
  primary key (enrolment_id, ordinal)
);
alter table appointment_answer enable row level security;
alter table appointment_answer force row level security;
create policy appointment_answer_seen on appointment_answer using (
  app_in_region(region_id) and (
    app_role() in ('coordinator', 'system')
    or (app_role() = 'contact' and municipality_id = app_municipality())
  ));
