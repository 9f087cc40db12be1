-- A trainer works for a provider of the register, no longer for a text beside it.
-- Until the end of this migration: the owner of the tables is held to row-level security too.
select set_config('app.role', 'system', true);
-- A text that names no provider becomes one. Until someone has looked it up, its trainings are not exempt from VAT.
insert into provider (id, region_id, name, crkbo, source)
  select gen_random_uuid(), region_id, min(btrim(provider)), false,
    'Overgenomen van de trainers; kijk na in het register van het CRKBO'
  from trainer group by region_id, lower(btrim(provider))
  on conflict (region_id, lower(name)) do nothing;

alter table trainer
  add provider_id uuid,
  add constraint trainer_provider foreign key (region_id, provider_id) references provider (region_id, id);
update trainer set provider_id = p.id from provider p
  where p.region_id = trainer.region_id and lower(p.name) = lower(btrim(trainer.provider));
alter table trainer
  alter provider_id set not null,
  drop provider;
