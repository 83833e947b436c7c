import { AppError, type ErrorCode } from '../../contract/errors.ts';

const CODES: Readonly<Record<string, ErrorCode>> = {
  ENOENT: 'file.not-found',
  ENOTDIR: 'file.not-found',
  EACCES: 'file.not-writable',
  EPERM: 'file.not-writable',
  EROFS: 'file.not-writable',
  EISDIR: 'file.not-writable',
  EBUSY: 'file.in-use',
  ETXTBSY: 'file.in-use',
  ENOSPC: 'file.no-space',
  EDQUOT: 'file.no-space',
};

/** The system's short reason ("ENOSPC") of a failed file call; empty for other errors. */
export function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** A failed file call as an error that names the file and what to do. */
export function asFileError(error: unknown, file: string): AppError {
  if (error instanceof AppError) return error;
  return new AppError(CODES[systemCode(error)] ?? 'file.not-writable', { file }, [], { cause: error });
}
