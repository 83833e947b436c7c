import { z } from 'zod';
import { command, gives, id, nothing, query } from '../method.ts';
import type { Delivered, ExportTicket } from '../views.ts';
import {
  MAX_RECEIVED_BYTES,
  PIECE_CHARACTERS,
  RECOVERY_WAYS,
  type BackupPreview,
  type DataView,
  type DiagnosticFile,
  type KeptBackup,
  type Recovered,
  type RecoveryView,
  type Restored,
} from '../views/data.ts';

const name = z.string().min(1).max(120);
const source = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('kept'), name }),
  z.strictObject({ kind: z.literal('received'), id }),
]);

/** Backups, what goes to whoever helps, and the way out of a start that failed. */
export const dataMethods = {
  'backups.list': query(nothing, gives<DataView>()),
  'backups.make': command(nothing, gives<KeptBackup>()),
  /**
   * Hands a copy of a kept backup to the person, or copies it to the stick that the program runs from, and reads it
   * again where it was written.
   */
  'backups.deliver': command(z.strictObject({ name, to: z.enum(['person', 'stick']) }), gives<Delivered>()),
  /** A piece of a backup that lies elsewhere. The same piece may come twice; `offset` 0 begins. */
  'backups.receive': {
    ...command(
      z.strictObject({ id, offset: z.int().min(0).max(MAX_RECEIVED_BYTES), base64: z.base64() }),
      gives<{ size: number }>(),
    ),
    maxCharacters: PIECE_CHARACTERS,
  },
  'backups.preview': query(z.strictObject({ source }), gives<BackupPreview>()),
  'backups.restore': command(z.strictObject({ source }), gives<Restored>()),

  'diagnostics.preview': query(nothing, gives<DiagnosticFile[]>()),
  'diagnostics.export': command(nothing, gives<ExportTicket>()),

  /** null while the data is open. */
  'recovery.state': query(nothing, gives<RecoveryView | null>()),
  'recovery.act': command(
    z.strictObject({ way: z.enum(RECOVERY_WAYS), backup: name.optional(), folder: z.string().max(1000).optional() }),
    gives<Recovered>(),
  ),
} as const;
