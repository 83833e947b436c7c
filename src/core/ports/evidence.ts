import type { Evidence } from '../../domain/assessment/answer.ts';
import type { EvidenceFile } from '../../domain/assessment/evidence-file.ts';

/** A citation as it stands in one assessment, with the items that use it there. */
export interface EvidenceUse {
  readonly assessmentId: string;
  readonly evidence: Evidence;
  readonly itemIds: readonly string[];
}

/**
 * Citations belong to an assessment. The same id in two assessments of an organisation is the same document, so that a
 * closed assessment keeps it as it was.
 */
export interface EvidenceStorage {
  list(assessmentId: string): Evidence[];
  save(assessmentId: string, evidence: Omit<Evidence, 'file'>): void;
  /** Removes the entry and its links; the answers themselves, and their sequence numbers, stay as they are. */
  remove(assessmentId: string, evidenceId: string): void;
  /** All citations of an organisation, assessment by assessment, the newest assessment first. */
  ofOrganisation(organisationId: string): EvidenceUse[];
  /** Items that cite one entry cite the other instead. */
  relink(assessmentId: string, fromId: string, toId: string): void;
  /** Keeps a file's content, once for all who have the same; it is nothing until it is attached. */
  keepFile(bytes: Uint8Array, at: string): { readonly sha256: string };
  /** Puts a kept file to a citation; a file that nobody uses any more goes in the same transaction. */
  attach(assessmentId: string, evidenceId: string, file: EvidenceFile): void;
  detach(assessmentId: string, evidenceId: string): void;
  content(sha256: string): Uint8Array | null;
  /** Bytes of all kept files. */
  filesSize(): number;
}
