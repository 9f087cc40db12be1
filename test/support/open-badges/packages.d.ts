/** What tests use of packages that come without types. */
declare module '@digitalbazaar/data-integrity' {
  export class DataIntegrityProof {
    constructor(options: { cryptosuite: unknown });
  }
}
declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: unknown;
}
declare module '@digitalbazaar/vc' {
  export function verifyCredential(options: Record<string, unknown>): Promise<{
    verified: boolean;
    error?: { name: string; message: string; errors?: readonly { message: string }[] };
    /** Whether the status could be looked up, and in `results` what it is: true for revoked. */
    statusResult?: { error?: { message: string }; results?: readonly { status: boolean }[] };
  }>;
}
declare module '@digitalbazaar/vc-bitstring-status-list' {
  export function checkStatus(options: Record<string, unknown>): Promise<{ verified: boolean }>;
}
