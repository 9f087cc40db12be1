-- Each mail leaves with a return address of its own that nobody can guess, so that what comes back is known by it.
alter table message
  add column return_token uuid not null default gen_random_uuid(),
  add constraint message_return_token_unique unique (return_token);

-- What came back for a mail; of each kind the first counts.
create table returned_mail (
  message_id uuid not null references message,
  kind text not null constraint returned_mail_kind_known check (kind in ('undelivered', 'delayed', 'auto-reply')),
  region_id uuid not null references region,
  municipality_id uuid references municipality,
  -- What the mail server said. What someone wrote in an automatic answer is not kept.
  answer text,
  returned_at timestamptz not null,
  primary key (message_id, kind),
  constraint returned_mail_has_answer check ((kind = 'auto-reply') = (answer is null))
);
create index returned_mail_of_region on returned_mail (region_id, returned_at);
alter table returned_mail enable row level security;
alter table returned_mail force row level security;
create policy returned_mail_seen on returned_mail using (
  app_in_region(region_id) and (
    app_role() in ('coordinator', 'system')
    or (app_role() = 'contact' and municipality_id = app_municipality())
  ));
