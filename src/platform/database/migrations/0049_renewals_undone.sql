-- The seat on the follow-up day that renewed a certificate: when its attendance is corrected to absent, the renewal is
-- undone and what it replaced counts again.
alter table certificate add column renewed_by uuid references enrolment;
update certificate c set renewed_by = (
    select e.id from enrolment e join session s on s.id = e.session_id and s.status = 'closed'
    join course d on d.id = s.course_id and d.level = 'follow-up'
    where e.professional_id = c.professional_id and e.status = 'confirmed'
      and (select max(p.local_date) from session_part p where p.session_id = s.id) = c.renewed_on
    order by e.id limit 1)
  where c.renewed_on is not null;
create index certificate_renewed_by on certificate (renewed_by) where renewed_by is not null;

-- What was undone replaces nothing any more, so that what counts again can be renewed again.
alter table certificate drop constraint certificate_replaced_once;
create unique index certificate_replaced_once on certificate (replaces_id)
  where revocation_reason is distinct from 'attendance-corrected';
