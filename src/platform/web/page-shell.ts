import type { Locale } from '../../shared/locale.js';

export interface ShellLink {
  readonly href: string;
  readonly label: string;
}

/** One link of the navigation, or a group of them. */
export interface ShellEntry {
  readonly label: string;
  readonly links: readonly ShellLink[];
}

export interface ShellNotice {
  readonly kind: 'ok' | 'info' | 'warning' | 'error';
  readonly text: string;
}

/** What a page tells the layout; every text is already in the reader's language. */
export interface ShellInput {
  readonly locale: Locale;
  readonly title: string;
  /** The path and query of the page, without the host. */
  readonly path: string;
  readonly regionName: string | null;
  readonly person: { readonly name: string; readonly roleLabel: string } | null;
  readonly navigation: readonly ShellEntry[];
  /** The pages above this one, highest first; the page itself is added. Empty: no breadcrumbs. */
  readonly above: readonly ShellLink[];
  readonly notice: ShellNotice | null;
  readonly demoData: boolean;
  /** The form that brings the page back in the other language, where its address alone does not. */
  readonly resends: string | null;
}

interface CurrentLink extends ShellLink {
  readonly current: boolean;
}
/** What stands in the bar; a group leads to the first of its links, which stand below it while one is in it. */
interface NavigationItem extends CurrentLink {
  readonly links: readonly CurrentLink[] | null;
}

export interface PageShell {
  readonly locale: Locale;
  readonly title: string;
  readonly path: string;
  readonly productName: string;
  readonly regionName: string | null;
  readonly person: { readonly name: string; readonly roleLabel: string } | null;
  readonly navigation: readonly NavigationItem[];
  /** What the navigation folds into where there is little room; `here` is the part of the site one is in. */
  readonly menu: { readonly here: string | null } | null;
  /** The last one, without an address, is the page itself. */
  readonly breadcrumbs: readonly { readonly href: string | null; readonly label: string }[];
  readonly notice: ShellNotice | null;
  /** Where the other language is asked for (POST), its own name and its code. */
  readonly languageSwitch: { readonly href: string; readonly label: string; readonly lang: Locale };
  readonly demoData: boolean;
  readonly resends: string | null;
}

/** So few links fit beside each other in the narrowest window. */
const LINKS_IN_ONE_ROW = 2;

const otherLanguage = {
  nl: { href: '/language', label: 'English', lang: 'en' },
  en: { href: '/language', label: 'Nederlands', lang: 'nl' },
} as const;

/** The layout's model: marks the part of the site one is in, adds the breadcrumb of the page itself. */
export function pageShell(input: ShellInput): PageShell {
  const { above, navigation, ...rest } = input;
  const path = input.path.split('?')[0] ?? '';
  const links = navigation.flatMap((entry) => entry.links);
  const section = links
    .map(({ href }) => href)
    .filter((href) => path === href || (href !== '/' && path.startsWith(`${href}/`)))
    .sort((a, b) => b.length - a.length)[0];
  const here = links.find(({ href }) => href === section)?.label ?? null;
  const marked = (link: ShellLink) => ({ ...link, current: link.href === section });
  return {
    ...rest,
    productName: 'Leerlijn',
    navigation: navigation.map(({ label, links }) => ({
      ...{ href: links[0]!.href, label, current: links.some(({ href }) => href === section) },
      links: links.length > 1 ? links.map(marked) : null,
    })),
    menu: links.length > LINKS_IN_ONE_ROW ? { here } : null,
    breadcrumbs: above.length === 0 ? [] : [...above, { href: null, label: input.title }],
    languageSwitch: otherLanguage[input.locale],
  };
}
