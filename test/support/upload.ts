import type { Answer, ApiClient, Client } from './client.js';

/** A file in a form, as a browser or another system sends it. */
function fileForm(fileName: string, content: string | Uint8Array): FormData {
  const form = new FormData();
  form.set('file', new Blob([content as BlobPart]), fileName);
  return form;
}

/** Chooses a file on a page and sends the form. */
export function uploadFile(
  client: Client,
  path: string,
  fileName: string,
  content: string | Uint8Array,
): Promise<Answer> {
  const body = fileForm(fileName, content);
  return client.send(path, { method: 'POST', body, headers: { 'sec-fetch-site': 'same-origin' } });
}

/** Sends a file to the API. */
export function sendFile(
  client: ApiClient,
  path: string,
  fileName: string,
  content: string | Uint8Array,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  return client.send(path, { method: 'POST', body: fileForm(fileName, content), headers: { ...headers } });
}
