/** How long a mailed link to enrol works: long enough for slow mail and a form, short enough for a mailbox left open. */
export const ENROLMENT_LINK_LASTS_MS = 60 * 60_000;
/** How many of these links one address gets in that time, so that nobody's mailbox can be flooded. */
export const MOST_LINKS = 3;

/** An organisation that a newcomer may be of. */
export interface KnownOrganisation {
  readonly id: string;
  readonly name: string;
  readonly municipality: string;
  readonly emailDomain: string | null;
}

// What stands in the middle of Dutch names without a capital.
const SMALL_WORDS = new Set(['van', 'de', 'den', 'der', 'het', 'in', 'op', 'te', 'ten', 'ter', 'bij', 'aan']);

/** The domain of a mail address, in lower case. */
export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}

/**
 * Of which organisations someone with this address can be: those known by its domain, of which there may be several,
 * such as teams of the police; and all of them when the domain is of none.
 */
export function organisationsFor<Organisation extends KnownOrganisation>(
  address: string,
  organisations: readonly Organisation[],
): { readonly recognised: boolean; readonly choices: readonly Organisation[] } {
  const domain = domainOf(address);
  const own = organisations.filter(
    ({ emailDomain }) => emailDomain && domainOf(emailDomain.trim()) === domain,
  );
  return own.length > 0 ? { recognised: true, choices: own } : { recognised: false, choices: organisations };
}

/** The name in an address such as noor.van.den.voorbeeld@...: 'Noor van den Voorbeeld'; empty when none can be read. */
export function nameFrom(address: string): string {
  const local = address.slice(0, address.lastIndexOf('@')).toLowerCase().split('+')[0] ?? '';
  const words = local.split(/[._]/).map((word) => word.replaceAll(/\d/g, ''));
  const readable = words.length > 1 && words.every((word) => /^\p{L}+(-\p{L}+)*$/u.test(word));
  if (!readable) return '';
  return words
    .map((word, index) => (index > 0 && SMALL_WORDS.has(word) ? word : capitalised(word)))
    .join(' ');
}

/** 'anne-marie' is Anne-Marie, and 'a' stands for A. */
function capitalised(word: string): string {
  if (word.length === 1) return `${word.toUpperCase()}.`;
  return word
    .split('-')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('-');
}
