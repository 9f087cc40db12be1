-- What the entry codes of a session are signed with: a code that leaks, or a copy of this row, opens no other session.
create table entry_code_key (
  session_id uuid primary key references session,
  secret bytea not null constraint entry_code_key_length check (length(secret) = 32)
);
alter table entry_code_key enable row level security;
alter table entry_code_key force row level security;
create policy entry_code_key_of_the_platform on entry_code_key using (app_role() = 'system');
