import type { Locale } from '../shared/locale.js';
import type { Translate } from '../platform/i18n/translator.js';

/** The texts and the language in which a home page is written. */
export interface Reader {
  readonly t: Translate;
  readonly locale: Locale;
}

export interface Link {
  readonly href: string;
  readonly label: string;
}

export interface HomeFigure {
  readonly label: string;
  readonly value: string;
  readonly note: string | null;
  readonly href: string | null;
}

/** One thing to look at: a session, a person, a message. */
export interface HomeCard {
  readonly title: string;
  readonly href: string | null;
  readonly badge: {
    readonly kind: 'success' | 'warning' | 'error' | 'neutral';
    readonly label: string;
  } | null;
  readonly lines: readonly string[];
  readonly actions: readonly Link[];
}

export interface HomeSection {
  readonly id: string;
  readonly title: string;
  readonly cards: readonly HomeCard[];
  /** What to say when there are no cards. */
  readonly empty: { readonly title: string; readonly text: string; readonly action: Link | null };
  /** Where there is more to see or do. */
  readonly more: readonly Link[];
}

/** A home page: an answer in a sentence, figures, and what to look at. */
export interface Overview {
  readonly lead: string;
  readonly figures: readonly HomeFigure[];
  readonly sections: readonly HomeSection[];
}
