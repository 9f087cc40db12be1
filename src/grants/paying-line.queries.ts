/**
 * The line that pays a training of level `level` for a municipality of a region that is delivered on a day, with its
 * grant; none where no grant of the year of that day has a budget for it. With two grants in one year the one that pays
 * on that day is charged, and of two that do the first by decision number.
 */
export const PAYING_LINE = (municipality: string, level: string, region: string, day: string) => `lateral (
  select gl.id line_id, gl.title line_title, gl.year, gl.activity_id, g.id grant_id, g.decision_number
  from grant_line gl
  join grant_award g on g.id = gl.grant_id
  join grant_activity ga on ga.id = gl.activity_id
  join grant_line_budget gb on gb.grant_line_id = gl.id and gb.municipality_id = ${municipality}
  where g.region_id = ${region} and gl.year = extract(year from ${day}) and gl.course_level = ${level}
  order by ${day} between ga.first_day and ga.last_day desc, g.decision_number limit 1)`;
