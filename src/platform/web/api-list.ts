import { z } from 'zod';
import { optionalText } from './fields.js';

const DEFAULT_PAGE_SIZE = 20;
const LARGEST_PAGE = 100;

/** What every list of the API takes from its query string; a list extends it with its own filters. */
export const apiListQuery = z.object({
  page: z.coerce
    .number()
    .int()
    .min(1)
    .max(100_000)
    .default(1)
    .describe('Welke pagina van de lijst; de eerste is 1.'),
  pageSize: z.coerce
    .number()
    .int()
    .min(1)
    .max(LARGEST_PAGE)
    .default(DEFAULT_PAGE_SIZE)
    .describe(`Hoeveel regels per pagina, hoogstens ${LARGEST_PAGE}.`),
  q: optionalText(100).describe('Zoekt op tekst; leeg is alles.'),
});

interface Link {
  /** The path and query of that page, without the host. */
  readonly href: string;
}

/** One page of a list, as every list of the API answers. */
export interface ApiList<Item> {
  readonly items: readonly Item[];
  readonly page: number;
  readonly pageSize: number;
  readonly total: number;
  /** HAL links; `next` and `previous` are absent where there is no such page. */
  readonly _links: { readonly self: Link; readonly next?: Link; readonly previous?: Link };
}

/** Makes the answer of a list; its links keep the filters of the request. `total` counts every page. */
export function apiList<Item>(
  request: { readonly url: string },
  items: readonly Item[],
  { page, pageSize, total }: { readonly page: number; readonly pageSize: number; readonly total: number },
): ApiList<Item> {
  const linkTo = (number: number): Link => ({ href: pageUrl(request.url, number) });
  return {
    items,
    page,
    pageSize,
    total,
    _links: {
      self: { href: request.url },
      ...(page * pageSize < total ? { next: linkTo(page + 1) } : {}),
      ...(page > 1 ? { previous: linkTo(page - 1) } : {}),
    },
  };
}

function pageUrl(url: string, page: number): string {
  const [path = '', query = ''] = url.split('?', 2);
  const kept = new URLSearchParams(query);
  kept.set('page', String(page));
  return `${path}?${kept.toString()}`;
}

const link = z.object({ href: z.string() });

/** The schema of a list's answer, for its Operation. */
export const listAnswer = <Item extends z.ZodType>(item: Item) =>
  z.object({
    items: z.array(item),
    page: z.int(),
    pageSize: z.int(),
    total: z.int(),
    _links: z.object({ self: link, next: link.optional(), previous: link.optional() }),
  });
