import { cleanText } from '../../shared/text.js';
import { DomainError } from '../errors/domain-error.js';
import type { WebRequest } from './request.js';

export interface UploadedFile {
  readonly fileName: string;
  readonly content: Buffer;
}

/**
 * The one file that a form or a system sent, whole in memory (http.ts sets how large it may be); null when no file
 * was chosen.
 * @throws DomainError 'unsupported-type' or 'unreadable-body'; a file that is too large ends as status 413
 */
export async function readUpload(request: WebRequest): Promise<UploadedFile | null> {
  if (!request.isMultipart()) throw new DomainError('unsupported-type');
  try {
    const part = await request.file();
    if (!part) return null;
    const content = await part.toBuffer();
    const fileName = (cleanText(part.filename ?? '', 'one') ?? '').slice(0, 200);
    return content.length === 0 && fileName === '' ? null : { fileName: fileName || '-', content };
  } catch (error) {
    // What the parser itself refuses carries a status; the rest is a body that is no multipart after all.
    if (typeof (error as { statusCode?: unknown }).statusCode === 'number') throw error;
    throw new DomainError('unreadable-body');
  }
}
