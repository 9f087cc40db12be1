import { cleanText } from '../../shared/text.js';
import { DomainError } from '../errors/domain-error.js';
import { hasCode } from '../errors/ignoring.js';
import type { WebRequest } from './request.js';

export interface UploadedFile {
  readonly fileName: string;
  readonly content: Buffer;
}

/** A form with one file in it: what stands in its other fields, by name, the last of a name. */
export interface SentWithFile {
  readonly fields: Record<string, string>;
  /** Null when no file was chosen. */
  readonly file: UploadedFile | null;
}

/**
 * The one file that a form or a system sent, whole in memory (http.ts sets how large it may be); null when no file
 * was chosen.
 * @throws as `readFormWithFile`
 */
export async function readUpload(request: WebRequest): Promise<UploadedFile | null> {
  return (await readFormWithFile(request)).file;
}

/**
 * The same with the other fields of the form.
 * @throws DomainError 'unsupported-type', 'unreadable-body' or 'several-files'; a file that is too large ends as status 413
 */
export async function readFormWithFile(request: WebRequest): Promise<SentWithFile> {
  if (!request.isMultipart()) throw new DomainError('unsupported-type');
  try {
    const fields = new Map<string, string>();
    let file: UploadedFile | null = null;
    // To the end, so that a second file is noticed: it would be left out in silence.
    for await (const part of request.parts()) {
      if (part.type === 'field') {
        fields.set(part.fieldname, String(part.value));
        continue;
      }
      const content = await part.toBuffer();
      const fileName = (cleanText(part.filename ?? '', 'one') ?? '').slice(0, 200);
      if (content.length > 0 || fileName !== '') file = { fileName: fileName || '-', content };
    }
    return { fields: Object.fromEntries(fields), file };
  } catch (error) {
    if (hasCode(error, 'FST_FILES_LIMIT')) throw new DomainError('several-files');
    // What the parser itself refuses carries a status; the rest is a body that is no multipart after all.
    if (typeof (error as { statusCode?: unknown }).statusCode === 'number') throw error;
    throw new DomainError('unreadable-body');
  }
}
