/** How message `m` stands for who reads of it (`ShownStatus`). */
export const SHOWN_STATUS = `case when m.status = 'sent' and exists (
    select from returned_mail back where back.message_id = m.id and back.kind = 'undelivered')
  then 'returned' else m.status end`;
