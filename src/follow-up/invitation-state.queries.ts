/** What became of invitation `i` on the days of its campaign; gives `place`. */
export const PLACE = `
  left join lateral (
    select bool_or(e.status = 'confirmed') enrolled,
      bool_or(e.status in ('requested', 'waitlisted', 'offered')) waiting,
      bool_or(e.cancelled_at >= i.invited_at) cancelled,
      bool_or(exists (select from attendance_mark a
        where a.enrolment_id = e.id and a.mark in ('present', 'late', 'left-early'))) attended
    from enrolment e join follow_up_day d on d.session_id = e.session_id and d.campaign_id = i.campaign_id
    where e.professional_id = i.professional_id
  ) place on true`;

/** How invitation `i` stands, as an `InvitationState`. */
export const STATE = `case
  when place.attended and place.enrolled then 'attended'
  when place.enrolled then 'enrolled'
  when place.waiting then 'waiting'
  when i.answer is not null then i.answer
  when place.cancelled then 'cancelled'
  when i.invited_at is not null then 'invited'
  else 'planned' end`;
