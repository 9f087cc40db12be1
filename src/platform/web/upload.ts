import { cleanText } from '../../shared/text.js';
import { DomainError } from '../errors/domain-error.js';
import { hasCode } from '../errors/ignoring.js';
import type { WebRequest } from './request.js';

export interface UploadedFile {
  readonly fileName: string;
  readonly content: Buffer;
}

/**
 * The one file that a form or a system sent, whole in memory (http.ts sets how large it may be); null when no file
 * was chosen.
 * @throws DomainError 'unsupported-type', 'unreadable-body' or 'several-files'; a file that is too large ends as status 413
 */
export async function readUpload(request: WebRequest): Promise<UploadedFile | null> {
  if (!request.isMultipart()) throw new DomainError('unsupported-type');
  try {
    let file: UploadedFile | null = null;
    // To the end, so that a second file is noticed: it would be left out in silence.
    for await (const part of request.files()) {
      const content = await part.toBuffer();
      const fileName = (cleanText(part.filename ?? '', 'one') ?? '').slice(0, 200);
      if (content.length > 0 || fileName !== '') file = { fileName: fileName || '-', content };
    }
    return file;
  } catch (error) {
    if (hasCode(error, 'FST_FILES_LIMIT')) throw new DomainError('several-files');
    // What the parser itself refuses carries a status; the rest is a body that is no multipart after all.
    if (typeof (error as { statusCode?: unknown }).statusCode === 'number') throw error;
    throw new DomainError('unreadable-body');
  }
}
