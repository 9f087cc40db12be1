/** The content security policy of a mail in a frame of our own pages: nothing in it runs, loads, is sent or opens another page. */
export const MAIL_ONLY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox";
