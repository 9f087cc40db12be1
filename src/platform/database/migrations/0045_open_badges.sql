-- Which place in the status lists of a region is handed out next. A place is used once, also when its badge is gone: a
-- badge that was withdrawn must never count again.
create table badge_issuer (
  region_id uuid primary key references region,
  next_status_index integer not null default 0
    constraint badge_issuer_index_not_negative check (next_status_index >= 0)
);

-- What a region signs badges with. The public parts stay for as long as there are badges to verify; the secret parts are
-- destroyed when a newer key comes in its place.
create table badge_key (
  id uuid primary key,
  region_id uuid not null references region,
  made_at timestamptz not null,
  -- As a Multikey (Ed25519) and as a JWK (RSA).
  ed25519_public text not null constraint badge_key_multikey check (ed25519_public like 'z6Mk%'),
  rsa_public jsonb not null constraint badge_key_holds_no_secret check (not rsa_public ? 'd'),
  -- PKCS #8.
  ed25519_secret bytea,
  rsa_secret bytea,
  replaced_at timestamptz,
  -- From then on nothing that it signed counts, such as when its secret has leaked.
  revoked_at timestamptz,
  constraint badge_key_of_region unique (region_id, id),
  constraint badge_key_secret_while_in_use check (
    num_nonnulls(ed25519_secret, rsa_secret) = case when replaced_at is null then 2 else 0 end),
  constraint badge_key_revoked_is_replaced check (revoked_at is null or replaced_at is not null)
);
create unique index badge_key_one_in_use on badge_key (region_id) where replaced_at is null;

-- The Open Badge that a professional had made of a certificate. Whoever withdraws it takes it away for good.
create table open_badge (
  id uuid primary key,
  region_id uuid not null references region,
  certificate_id uuid not null
    constraint open_badge_once_per_certificate unique
    constraint open_badge_of_certificate references certificate on delete cascade,
  key_id uuid not null,
  status_index integer not null constraint open_badge_index_not_negative check (status_index >= 0),
  made_at timestamptz not null,
  -- The credential as it was signed, in both forms, and the certificate that carries it.
  credential text not null,
  jwt text not null,
  pdf bytea not null,
  constraint open_badge_signed_with foreign key (region_id, key_id) references badge_key (region_id, id),
  constraint open_badge_status_once unique (region_id, status_index)
);
-- The file holds what is compressed already.
alter table open_badge alter column pdf set storage external;
create index open_badge_of_key on open_badge (key_id);

do $$
declare t text;
begin
  foreach t in array array['badge_issuer', 'badge_key', 'open_badge'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
end $$;
create policy badge_issuer_of_the_platform on badge_issuer using (app_role() = 'system');
create policy badge_key_of_the_platform on badge_key using (app_role() = 'system');
create policy open_badge_of_its_owner on open_badge using (
  app_role() = 'system'
  or (app_role() = 'professional' and app_in_region(region_id)
    and exists (select from certificate c where c.id = certificate_id and c.professional_id = app_professional())));
