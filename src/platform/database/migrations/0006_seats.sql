alter table session
  -- Seats given out beyond the capacity, because some people do not come.
  add column overbooking_percentage integer not null default 0
    constraint session_overbooking_share check (overbooking_percentage between 0 and 50),
  add column waiting_list_mode text not null default 'automatic'
    constraint session_waiting_list_mode_known check (waiting_list_mode in ('automatic', 'offer')),
  add column offer_hours integer not null default 16
    constraint session_offer_hours_shape check (offer_hours between 1 and 80),
  add column seats_above_capacity integer not null default 0,
  drop constraint session_never_over_capacity,
  add constraint session_never_over_capacity check (
    seats_taken >= 0 and seats_above_capacity between 0 and seats_taken
    and seats_taken - seats_above_capacity <= capacity + capacity * overbooking_percentage / 100);

alter table enrolment
  add column end_reason text,
  add column offer_expires_at timestamptz,
  add column above_capacity boolean not null default false,
  drop constraint enrolment_status_known,
  add constraint enrolment_status_known check (status in ('requested', 'waitlisted', 'offered', 'confirmed', 'cancelled')),
  drop constraint enrolment_waiting_has_number,
  add constraint enrolment_waiting_has_number check (status not in ('requested', 'waitlisted', 'offered') or waiting_number is not null),
  add constraint enrolment_offer_expires check ((status = 'offered') = (offer_expires_at is not null));
-- Until the end of this migration: the owner of the tables is held to row-level security too.
select set_config('app.role', 'system', true);
update enrolment set end_reason = case when s.status = 'cancelled' then 'called-off' else 'cancelled' end
  from session s where s.id = session_id and enrolment.status = 'cancelled';
alter table enrolment
  add constraint enrolment_end_has_reason check (
    (status = 'cancelled') = (end_reason is not null)
    and end_reason in ('cancelled', 'called-off', 'rejected', 'declined', 'offer-expired', 'substituted', 'transferred'));
create index enrolment_offer_expires on enrolment (offer_expires_at) where status = 'offered';

-- A link in a mail with which someone decides without signing in: takes an offered seat, or approves a request.
create table decision_link (
  id uuid primary key,
  enrolment_id uuid not null references enrolment,
  -- The contact who is asked; null when the professional is.
  account_id uuid references account,
  token_hash text not null constraint decision_link_token_unique unique,
  created_at timestamptz not null,
  used_at timestamptz
);
create index decision_link_enrolment on decision_link (enrolment_id);
alter table decision_link enable row level security;
alter table decision_link force row level security;
create policy decision_link_system on decision_link using (app_is_system());
