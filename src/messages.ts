import { compose, type AskableKey, type DefinedKey } from './platform/i18n/messages.js';
import { webMessages } from './platform/web/web.messages.js';

/** Every text of the product; a feature adds its own set here. */
export const messages = compose(webMessages);

/** The key of any text; the plural forms `x_one` and `x_other` are asked for as `x` with a `count`. */
export type MessageKey = AskableKey<DefinedKey<typeof messages>>;
