-- How certificates of a municipality look: its colour and its logo. What was there before stays, as a certificate keeps
-- the look with which it was issued.
create table certificate_look (
  id uuid primary key,
  region_id uuid not null references region,
  municipality_id uuid not null,
  version integer not null constraint certificate_look_version_positive check (version > 0),
  -- Null for the colour of the platform.
  accent text constraint certificate_look_accent_shape check (accent ~ '^#[0-9a-f]{6}$'),
  -- A PNG without transparency or a JPEG, as the platform made it of what was sent.
  logo bytea constraint certificate_look_logo_small check (octet_length(logo) between 1 and 102400),
  written_at timestamptz not null,
  constraint certificate_look_version_once unique (municipality_id, version),
  constraint certificate_look_of_region foreign key (region_id, municipality_id) references municipality (region_id, id),
  constraint certificate_look_of_municipality unique (municipality_id, id)
);
-- Null for the look of the platform.
alter table certificate
  add look_id uuid,
  add constraint certificate_looks_like_its_municipality
    foreign key (municipality_id, look_id) references certificate_look (municipality_id, id);

alter table certificate_look enable row level security;
alter table certificate_look force row level security;
-- Who sees a certificate sees how it looks.
create policy certificate_look_seen on certificate_look for select using (
  app_in_region(region_id) and (
    app_role() in ('coordinator', 'system')
    or (app_role() = 'contact' and municipality_id = app_municipality())
    or exists (select from certificate c where c.look_id = certificate_look.id)
  ));
create policy certificate_look_written on certificate_look for insert with check (
  region_id = app_region() and (app_role() = 'coordinator' or (app_role() = 'contact' and municipality_id = app_municipality())));
create index certificate_of_look on certificate (look_id) where look_id is not null;
