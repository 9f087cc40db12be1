/** What came back for a mail; see `returnedKinds`. */
export type Returned =
  | {
      readonly kind: 'undelivered';
      /** What the mail server said. */
      readonly answer: string;
      /** Whether that is that the address does not exist. */
      readonly isDead: boolean;
    }
  | { readonly kind: 'delayed'; readonly answer: string }
  | { readonly kind: 'auto-reply' };
