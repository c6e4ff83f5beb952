export { type BackedUp, backupStore } from './backup/backup-store.js';
export { NoBackup } from './backup/no-backup.js';
export { type Restored, type RestoreOptions, restoreStore } from './backup/restore-store.js';
export { callerKey } from './caller-key.js';
export { caseNumberInWords, readCaseNumber } from './case-number.js';
export type { CaseStore } from './case-store.js';
export { type CaseDetails, detailsOf } from './details/details-of.js';
export type { Database } from './drivers/database.js';
export { type Expired, type ExpireOptions, expireCases } from './erase/expire-cases.js';
export { type CallerFound, findCaller } from './erase/find-caller.js';
export { type Forgotten, forgetCaller, type ToForget } from './erase/forget-caller.js';
export { type ForgottenEverywhere, forgetEverywhere } from './erase/forget-everywhere.js';
export type { CaseWithTraces, Traces } from './erase/traces-of-caller.js';
export { type ExportOptions, exportCases } from './exchange/export-cases.js';
export type {
  ExportedCase,
  ExportedFact,
  ExportedFault,
  ExportedLink,
  ExportedQuestion,
  ExportedStep,
} from './exchange/exported-case.js';
export { type Imported, type ImportedCase, type ImportOptions, importCases } from './exchange/import-cases.js';
export { openStore, type StoreOptions } from './open-store.js';
export { NewerStore } from './schema/newer-store.js';
export type * from './schema/tables.js';
export { agentOf, type CaseStanding, standingOf } from './standing.js';
export type { CallToKeep, Keeping } from './store/call-to-keep.js';
export type { CaseSummary, Holder, StoredCase } from './store/case-record.js';
export type { EarlierCase } from './store/earlier.js';
export type { Held, Hold } from './store/hold.js';
export type { LinkedCase } from './store/links.js';
export type { CaseFilter, PageOptions } from './store/read-cases.js';
export { treeVersion } from './tree-version.js';
export { type Verified, type VerifyFinding, type VerifyOptions, verifyCases } from './verify/verify-cases.js';
