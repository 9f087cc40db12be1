-- Who asks is the same for every row. As a subquery PostgreSQL asks it once per statement and not once per row: of a
-- thousand bookings half of the time went into that.
create function pg_temp.asked_once(expression text) returns text language sql return
  regexp_replace(
    regexp_replace(expression, 'app_in_region\(([a-z_.]+)\)', '(app_is_system() or \1 = app_region())', 'g'),
    '(app_(?:account|is_system|municipality|professional|region|role|trainer)\(\))', '(select \1)', 'g');

do $$
declare
  policy record;
begin
  for policy in
    select polname name, polrelid::regclass on_table,
      pg_temp.asked_once(pg_get_expr(polqual, polrelid)) shown,
      pg_temp.asked_once(pg_get_expr(polwithcheck, polrelid)) written
    from pg_policy
  loop
    execute format('alter policy %I on %s', policy.name, policy.on_table)
      || coalesce(' using (' || policy.shown || ')', '')
      || coalesce(' with check (' || policy.written || ')', '');
  end loop;
end $$;
