/**
 * The code of an installation ("mã máy"): a key pair made once per data folder signs the content hash of what is handed
 * over. It shows that a file has not changed since that installation wrote it, and that two files come from the same
 * one. It says nothing about a person and is no digital signature.
 */
export interface MachineCode {
  /** Public Ed25519 key, 32 bytes in base64. */
  readonly key: string;
  /** Over the text of `machineCodeText`, 64 bytes in base64. */
  readonly signature: string;
}

/** The text that is signed; the words before the hash keep it from meaning anything elsewhere. */
export const machineCodeText = (contentHash: string): string => `thuoc-so/machine-code/1 ${contentHash}`;

/** Shapes of both texts, wherever they come from. */
export const MACHINE_KEY = /^[A-Za-z0-9+/]{43}=$/;
export const MACHINE_SIGNATURE = /^[A-Za-z0-9+/]{86}==$/;
